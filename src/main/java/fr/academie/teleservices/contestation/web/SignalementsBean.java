package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.LectureDesSignalements;
import fr.academie.teleservices.contestation.Signalement;
import fr.academie.teleservices.contestation.SignalementService;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Les signalements qui attendent l'agent, une page à la fois. */
@Named("signalements")
@RequestScoped
public class SignalementsBean {

    private static final int PAR_PAGE = 25;

    private final SignalementService signalements;
    private final LectureDesSignalements lectures;
    private final UtilisateurCourant utilisateur;
    private final Instant maintenant;
    private int page = 1;
    private List<Signalement> liste = List.of();
    private Pagination pages = new Pagination(1, PAR_PAGE, 0, new Question("/etablissement/signalements"));

    @Inject
    public SignalementsBean(
            SignalementService signalements,
            LectureDesSignalements lectures,
            UtilisateurCourant utilisateur,
            Clock horloge) {
        this.signalements = signalements;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.maintenant = horloge.instant();
    }

    public void setPage(int page) {
        this.page = page;
    }

    /** Avant l'affichage. */
    public void charger() {
        liste = lectures.page(utilisateur.agent(), Pagination.saut(page, PAR_PAGE), PAR_PAGE);
        pages = new Pagination(page, PAR_PAGE, signalements.compter(utilisateur.agent()), pages.question());
    }

    /** Jours écoulés depuis la déclaration. */
    public long age(Signalement signalement) {
        return signalement.jours(maintenant);
    }

    public List<Signalement> getListe() {
        return liste;
    }

    public Pagination getPages() {
        return pages;
    }
}
