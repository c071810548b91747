package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.Contestation;
import fr.academie.teleservices.contestation.LectureDesContestations;
import fr.academie.teleservices.contestation.ReponseService;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les contestations qui attendent l'agent, une page à la fois. */
@Named("contestations")
@RequestScoped
public class ContestationsBean {

    private static final int PAR_PAGE = 25;
    private static final String PAGE = "/etablissement/contestations";

    private final ReponseService reponses;
    private final LectureDesContestations lectures;
    private final UtilisateurCourant utilisateur;
    private final Instant maintenant;
    private int page = 1;
    private @Nullable String uai;
    private List<Contestation> liste = List.of();
    private Pagination pages = new Pagination(1, PAR_PAGE, 0, new Question(PAGE));

    @Inject
    public ContestationsBean(
            ReponseService reponses, LectureDesContestations lectures, UtilisateurCourant utilisateur, Clock horloge) {
        this.reponses = reponses;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.maintenant = horloge.instant();
    }

    /** Celui qui a été choisi ; nul pour tous ceux de l'agent. */
    public @Nullable String getUai() {
        return uai;
    }

    public void setUai(String demande) {
        this.uai = Parametres.texte(demande);
    }

    /** L'adresse de la même liste, en fichier. */
    public String getExport() {
        return new Question(PAGE + ".csv").avec("uai", uai).adresse();
    }

    public void setPage(int page) {
        this.page = page;
    }

    /** Avant l'affichage. */
    public void charger() {
        pages = new Pagination(
                        page, PAR_PAGE, reponses.compter(utilisateur.agent(), uai), new Question(PAGE).avec("uai", uai))
                .bornee();
        liste = lectures.page(utilisateur.agent(), uai, pages.saut(), PAR_PAGE);
    }

    /** Jours écoulés depuis la déclaration. */
    public long age(Contestation contestation) {
        return contestation.jours(maintenant);
    }

    public List<Contestation> getListe() {
        return liste;
    }

    public Pagination getPages() {
        return pages;
    }
}
