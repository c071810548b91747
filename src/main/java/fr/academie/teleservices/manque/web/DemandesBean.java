package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.manque.DemandeDeCourrier;
import fr.academie.teleservices.manque.DemandesAuBureau;
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

/** Les demandes de courrier qui attendent l'agent, une page à la fois. */
@Named("demandes")
@RequestScoped
public class DemandesBean {

    private static final int PAR_PAGE = 25;
    private static final String PAGE = "/etablissement/demandes";

    private final DemandesAuBureau demandes;
    private final UtilisateurCourant utilisateur;
    private final Instant maintenant;
    private int page = 1;
    private @Nullable String uai;
    private List<DemandeDeCourrier> liste = List.of();
    private Pagination pages = new Pagination(1, PAR_PAGE, 0, new Question(PAGE));

    @Inject
    public DemandesBean(DemandesAuBureau demandes, UtilisateurCourant utilisateur, Clock horloge) {
        this.demandes = demandes;
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
                        page, PAR_PAGE, demandes.compter(utilisateur.agent(), uai), new Question(PAGE).avec("uai", uai))
                .bornee();
        liste = demandes.page(utilisateur.agent(), uai, pages.saut(), PAR_PAGE);
    }

    /** Jours écoulés depuis la demande. */
    public long age(DemandeDeCourrier demande) {
        return demande.jours(maintenant);
    }

    public List<DemandeDeCourrier> getListe() {
        return liste;
    }

    public Pagination getPages() {
        return pages;
    }
}
