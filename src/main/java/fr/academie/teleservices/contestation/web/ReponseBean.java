package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.Decision;
import fr.academie.teleservices.contestation.Dossier;
import fr.academie.teleservices.contestation.LectureDesContestations;
import fr.academie.teleservices.contestation.RefusReponse;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.contestation.ReponseRefusee;
import fr.academie.teleservices.contestation.ReponseService;
import fr.academie.teleservices.socle.texte.SignesInvisibles;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Une contestation et la réponse de l'agent. Le numéro vient de l'adresse : hors des élèves de l'agent, il ne désigne rien. */
@Named("reponseALaContestation")
@RequestScoped
public class ReponseBean {

    /** Valeur du choix « l'élève n'a plus de représentant légal ». */
    private static final String AUCUN = "AUCUN";

    private static final String CHAMP_MOTIF = "motif";
    private static final String CHAMP_SUITE = "suite-" + AUCUN;
    private static final String CHAMP_REPONSE = "reponse-CONFIRME";

    private final ReponseService reponses;
    private final LectureDesContestations lectures;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final Instant maintenant;
    private final boolean envoi;
    private long lien;
    private long montre = -1;
    private @Nullable Reponse reponse;
    private String suite = "";
    private String motif = "";
    private @Nullable Dossier dossier;

    @Inject
    public ReponseBean(
            ReponseService reponses,
            LectureDesContestations lectures,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            Clock horloge,
            HttpServletRequest requete) {
        this.reponses = reponses;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.maintenant = horloge.instant();
        this.envoi = "POST".equals(requete.getMethod());
    }

    /** Avant l'affichage. */
    public void charger() {
        dossier = lectures.dossier(utilisateur.agent(), lien).orElse(null);
        if (dossier == null) {
            Introuvable.repondre();
        }
    }

    /** Répondre ; une seconde fois ne change plus rien. Un refus se dit ici, sans perdre ce qui est écrit. */
    public @Nullable String repondre() {
        dossier = reponses.dossier(utilisateur.agent(), lien).orElse(null);
        if (dossier == null || montre < 0) {
            Introuvable.repondre();
            return null;
        }
        Reponse choisie = reponse;
        nommerCeQuiManque(choisie, dossier);
        if (choisie == null || recapitulatif.isPresent()) {
            return null;
        }
        try {
            boolean fait = reponses.repondre(utilisateur.agent(), decision(choisie, Instant.ofEpochMilli(montre)));
            if (!fait) {
                Introuvable.repondre();
                return null;
            }
            return "/etablissement/contestations?faces-redirect=true&fait=" + choisie.name();
        } catch (ReponseRefusee e) {
            dire(e.code());
            return null;
        }
    }

    private void nommerCeQuiManque(@Nullable Reponse choisie, Dossier lu) {
        if (choisie == null) {
            recapitulatif.signaler(CHAMP_REPONSE, textes.de("contestation.sansReponse"));
        }
        if (choisie == Reponse.CONFIRME && lu.dernierRepresentant() && suite.isEmpty()) {
            dire(RefusReponse.DERNIER_REPRESENTANT);
        }
        if (SignesInvisibles.seulsDans(getMotif())) {
            dire(RefusReponse.MOTIF_ABSENT);
        }
    }

    private Decision decision(Reponse choisie, Instant declareLe) {
        OptionalLong remplacant = Parametres.numero(suite);
        return new Decision(
                lien,
                declareLe,
                choisie,
                getMotif(),
                remplacant.isPresent() ? remplacant.getAsLong() : null,
                AUCUN.equals(suite));
    }

    private void dire(RefusReponse code) {
        String texte = textes.de("contestation.refus." + code.name());
        switch (code) {
            case MOTIF_ABSENT, MOTIF_TROP_LONG -> recapitulatif.signaler(CHAMP_MOTIF, texte);
            case DERNIER_REPRESENTANT, REMPLACANT_INCONNU -> {
                Dossier lu = dossier;
                recapitulatif.signaler(lu != null && lu.dernierRepresentant() ? CHAMP_SUITE : null, texte);
            }
            default -> recapitulatif.signaler(texte);
        }
    }

    /** Faux quand une réponse est déjà faite ; vrai aussi pendant l'envoi, pour que le bouton soit entendu. */
    public boolean isOuvert() {
        return dossier == null || dossier.contestation().attend();
    }

    public @Nullable Dossier getDossier() {
        return dossier;
    }

    /** Jours écoulés depuis la déclaration. */
    public long getAge() {
        Dossier lu = dossier;
        return lu == null ? 0 : lu.contestation().jours(maintenant);
    }

    /** Les réponses possibles. */
    public List<Reponse> getReponses() {
        return List.of(Reponse.values());
    }

    /** Vrai si cette réponse est celle qui vient d'être choisie. */
    public boolean choisie(Reponse celle) {
        return celle == reponse;
    }

    /** Vrai si cette suite est celle qui vient d'être choisie. */
    public boolean suivie(String celle) {
        return celle.equals(suite);
    }

    /** Identifiant HTML d'une réponse. */
    public String idDe(Reponse celle) {
        return "reponse-" + celle.name().toUpperCase(Locale.ROOT);
    }

    /** Ce qui est écrit ; vide au premier affichage. */
    public String getMotif() {
        return envoi ? motif : "";
    }

    /** L'instant de la déclaration montrée, en millisecondes : le formulaire le renvoie. */
    public long getDeclare() {
        Dossier lu = dossier;
        return lu == null ? 0 : lu.contestation().declareLe().toEpochMilli();
    }

    public long getLien() {
        return lien;
    }

    public void setLien(long lien) {
        this.lien = lien;
    }

    /** L'instant de la déclaration à laquelle on a répondu, en millisecondes. */
    public void setMontre(long montre) {
        this.montre = montre;
    }

    public void setReponse(Reponse reponse) {
        this.reponse = reponse;
    }

    /** Le numéro du lien qui représentera l'élève, ou {@value #AUCUN}. */
    public void setSuite(String suite) {
        this.suite = suite;
    }

    public void setMotif(String motif) {
        this.motif = motif;
    }
}
