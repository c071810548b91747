package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.LectureDuJournal;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Le journal du bureau : celui des établissements que l'agent dirige, ou tout pour l'assistance. */
@Named("journalDuBureau")
@RequestScoped
public class JournalDuBureauBean {

    private final LectureDuJournal journal;
    private final UtilisateurCourant utilisateur;
    private final HeureDeLAcademie heure;
    private final LocalDate aujourdHui;
    private final Map<String, String> parametres = new HashMap<>();
    private int page = 1;
    private @Nullable List<LigneBureauLue> lignes;
    private @Nullable Long total;

    @Inject
    public JournalDuBureauBean(
            LectureDuJournal journal, UtilisateurCourant utilisateur, HeureDeLAcademie heure, Clock horloge) {
        this.journal = journal;
        this.utilisateur = utilisateur;
        this.heure = heure;
        this.aujourdHui = heure.date(horloge.instant());
    }

    /** La page n'existe pas pour un agent qui ne dirige aucun établissement. */
    public void charger() {
        Set<String> lisibles = LectureDuJournal.lisibles(utilisateur.agent());
        if (lisibles != null && lisibles.isEmpty()) {
            Introuvable.repondre();
        }
    }

    /** Ce que l'adresse demande, par nom de paramètre. */
    public Map<String, String> getParametres() {
        return parametres;
    }

    /** Ce que l'adresse donne à ce nom pour un jour et qui n'en est pas un ; vide sinon. */
    public String illisible(String nom) {
        return Parametres.jourIllisible(parametres.get(nom));
    }

    public void setPage(int page) {
        this.page = page;
    }

    private DemandeDeJournal demande() {
        return DemandeDeJournal.lire(parametres::get, aujourdHui);
    }

    public boolean isAssistance() {
        return utilisateur.agent().profil() == Profil.ASSISTANCE;
    }

    public List<ActionBureau> getActions() {
        return List.of(ActionBureau.values());
    }

    public List<LigneBureauLue> getLignes() {
        List<LigneBureauLue> lues = lignes;
        if (lues == null) {
            lues = journal.lire(
                    utilisateur.agent(),
                    demande().filtre(utilisateur.agent(), heure),
                    getPages().saut());
            lignes = lues;
        }
        return lues;
    }

    public Pagination getPages() {
        Long compte = total;
        if (compte == null) {
            compte = journal.compter(utilisateur.agent(), demande().filtre(utilisateur.agent(), heure));
            total = compte;
        }
        return new Pagination(page, LectureDuJournal.PAGE, compte, demande().question(getAdresse())).bornee();
    }

    /** L'adresse de cette page, dans le bureau de l'agent. */
    public String getAdresse() {
        return utilisateur.getBureau() + "/journal";
    }

    /** L'adresse de l'export dans ce format : {@code csv} ou {@code jsonl}. */
    public String export(String format) {
        return demande().question(getAdresse() + "/export/journal." + format).adresse();
    }

    public String getActeur() {
        return demande().acteur();
    }

    public @Nullable ActionBureau getAction() {
        return demande().action();
    }

    public String getResponsable() {
        return demande().responsable();
    }

    public LocalDate getDu() {
        return demande().du();
    }

    public LocalDate getAu() {
        return demande().au();
    }
}
