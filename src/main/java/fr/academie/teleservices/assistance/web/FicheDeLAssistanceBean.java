package fr.academie.teleservices.assistance.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.assistance.AssistanceService;
import fr.academie.teleservices.assistance.FicheDeCompte;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** La fiche d'un compte pour l'assistance, et son journal. */
@Named("ficheDeLAssistance")
@RequestScoped
public class FicheDeLAssistanceBean {

    private final AssistanceService assistance;
    private final MotsDuJournal motsDuJournal;
    private final UtilisateurCourant utilisateur;
    private final Clock horloge;
    private long id;
    private int page = 1;
    private @Nullable FicheDeCompte lue;
    private boolean cherchee;
    private AssistanceService.@Nullable Page<LigneJournal> journal;

    @Inject
    public FicheDeLAssistanceBean(
            AssistanceService assistance, MotsDuJournal motsDuJournal, UtilisateurCourant utilisateur, Clock horloge) {
        this.assistance = assistance;
        this.motsDuJournal = motsDuJournal;
        this.utilisateur = utilisateur;
        this.horloge = horloge;
    }

    /** Le compte demandé. */
    public void setId(long id) {
        this.id = id;
    }

    public void setPage(int page) {
        this.page = page;
    }

    /** Nul si aucun compte ne porte ce numéro. */
    public @Nullable FicheDeCompte getLue() {
        if (!cherchee) {
            lue = assistance.consulter(utilisateur.agent(), id).orElse(null);
            cherchee = true;
        }
        return lue;
    }

    /** Vrai si le mot de passe provisoire n'ouvre plus le compte. */
    public boolean isExpiree() {
        return fiche().compte().provisoireExpire(horloge.instant());
    }

    public List<LigneDeChronologie> getChronologie() {
        FicheDeCompte fiche = fiche();
        return journal().lignes().stream()
                .map(ligne -> motsDuJournal.dire(ligne, fiche))
                .toList();
    }

    public Pagination getPages() {
        long id = fiche().compte().id();
        return new Pagination(
                        page,
                        AssistanceService.PAGE,
                        journal().total(),
                        new Question("/assistance/compte").avec("id", id))
                .bornee();
    }

    private AssistanceService.Page<LigneJournal> journal() {
        AssistanceService.Page<LigneJournal> lu = journal;
        if (lu == null) {
            long id = fiche().compte().id();
            lu = Pagination.lire(
                    page,
                    AssistanceService.PAGE,
                    saut -> assistance.chronologie(utilisateur.agent(), id, saut),
                    AssistanceService.Page::total);
            journal = lu;
        }
        return lu;
    }

    private FicheDeCompte fiche() {
        return Objects.requireNonNull(getLue());
    }
}
