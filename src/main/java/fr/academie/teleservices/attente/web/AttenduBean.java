package fr.academie.teleservices.attente.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.attente.LectureDesAttendus;
import fr.academie.teleservices.attente.NouveauResponsable;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.socle.texte.SignesDeSens;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Une personne à qui créer un compte : saisie pour un élève, puis les comptes qu'elle a peut-être déjà, puis le sien. */
@Named("attendu")
@RequestScoped
public class AttenduBean {

    private static final String LISTE = "/etablissement/comptes?faces-redirect=true";
    private static final String PLUS_RIEN = LISTE + "&deja=PLUS_RIEN";
    private static final String FICHE = "/etablissement/responsable?faces-redirect=true&fait=compte&id=";

    private final CreationService creations;
    private final LectureDesAttendus lectures;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private long id;
    private long eleve;
    private long compte;
    private UUID jeton = UUID.randomUUID();
    private String civilite = "MME";
    private NiveauResponsabilite niveau = NiveauResponsabilite.REPRESENTANT_LEGAL;
    private LienParente lien = LienParente.AUTRE;
    private String nom = "";
    private String prenom = "";
    private @Nullable Attendu personne;
    private Attendu.@Nullable EleveAttendu pour;

    @Inject
    public AttenduBean(
            CreationService creations,
            LectureDesAttendus lectures,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.creations = creations;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** Avant l'affichage de la personne, à l'arrivée comme au retour d'un formulaire : elle peut ne plus rien attendre. */
    public void charger() {
        personne = lectures.personne(utilisateur.agent(), id).orElse(null);
        if (personne != null) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.isPostback()) {
            // Un bouton pressé deux fois, ou après un collègue : la liste, qui le dit, plutôt qu'une page introuvable.
            faces.getApplication().getNavigationHandler().handleNavigation(faces, null, PLUS_RIEN);
        } else {
            Introuvable.repondre();
        }
    }

    /** Avant l'affichage de la saisie. */
    public void chargerLEleve() {
        pour = lectures.eleve(utilisateur.agent(), eleve).orElse(null);
        if (pour == null) {
            Introuvable.repondre();
        }
    }

    /** L'élève pour qui l'on saisit, lu au premier besoin ; nul s'il n'est pas de l'agent. */
    public Attendu.@Nullable EleveAttendu getPour() {
        if (pour == null) {
            pour = creations.eleve(utilisateur.agent(), eleve).orElse(null);
        }
        return pour;
    }

    /** Les personnes qui attendent déjà pour lui : à regarder avant d'en saisir une. */
    public List<Attendu> getDejaAttendus() {
        Attendu.EleveAttendu lu = getPour();
        return lu == null
                ? List.of()
                : creations.attendus(utilisateur.agent(), null, lu.classe()).stream()
                        .filter(attendu -> attendu.attend(lu.id()))
                        .toList();
    }

    /** Les comptes ouverts à regarder d'abord. */
    public List<CompteVoisin> getVoisins() {
        Attendu lue = getPersonne();
        return lue == null ? List.of() : creations.voisins(lue);
    }

    /** Enregistre la personne saisie, puis montre les comptes qu'elle a peut-être déjà. */
    public @Nullable String saisir() {
        Optional<CreationService.PersonneSaisie> saisie = creations.saisir(
                utilisateur.agent(),
                new NouveauResponsable(
                        eleve,
                        "M.".equals(civilite) ? "M." : "MME",
                        new Identite(nom.strip(), null, prenom.strip()),
                        null,
                        niveau,
                        lien,
                        jeton));
        if (saisie.isEmpty()) {
            Introuvable.repondre();
            return null;
        }
        long saisi = saisie.get().attenduId();
        if (!saisie.get().deja()) {
            return "/etablissement/attendu?faces-redirect=true&id=" + saisi;
        }
        return creations.attendu(utilisateur.agent(), saisi).isPresent()
                ? "/etablissement/attendu?faces-redirect=true&deja=OUI&id=" + saisi
                : LISTE + "&deja=OUI";
    }

    /** Crée le compte ; un second envoi revient à la liste, qui dit qu'il n'a rien fait. */
    public String creer() {
        return creations
                .creer(utilisateur.agent(), id)
                .map(compte -> FICHE + compte)
                .orElse(PLUS_RIEN);
    }

    /** Rattache ses élèves au compte choisi ; sans choix, la page revient et le dit. */
    public @Nullable String rattacher() {
        List<CompteVoisin> voisins = getVoisins();
        if (compte == 0 && !voisins.isEmpty()) {
            recapitulatif.signaler("compte-" + voisins.get(0).id(), textes.de("bureau.attendu.sansChoix"));
            return null;
        }
        return creations.rattacher(utilisateur.agent(), id, compte) ? FICHE + compte : PLUS_RIEN;
    }

    /** Oublie une personne saisie par erreur. */
    public String oublier() {
        creations.oublier(utilisateur.agent(), id);
        return LISTE;
    }

    /** Lue au premier besoin : au retour d'un formulaire, ses boutons dépendent d'elle. */
    public @Nullable Attendu getPersonne() {
        if (personne == null) {
            personne = creations.attendu(utilisateur.agent(), id).orElse(null);
        }
        return personne;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** L'élève pour qui l'on saisit. */
    public long getEleve() {
        return eleve;
    }

    public void setEleve(long eleve) {
        this.eleve = eleve;
    }

    /** Le compte choisi parmi les voisins. */
    public void setCompte(long compte) {
        this.compte = compte;
    }

    /** Celui de la page : le même envoi, reçu deux fois, ne fait qu'une personne. */
    public UUID getJeton() {
        return jeton;
    }

    public void setJeton(UUID jeton) {
        this.jeton = jeton;
    }

    public void setCivilite(String civilite) {
        this.civilite = civilite;
    }

    public void setNiveau(NiveauResponsabilite niveau) {
        this.niveau = niveau;
    }

    public void setLien(LienParente lien) {
        this.lien = lien;
    }

    public LienParente[] getLiens() {
        return LienParente.values();
    }

    public NiveauResponsabilite[] getNiveaux() {
        return NiveauResponsabilite.values();
    }

    public String getNom() {
        return nom;
    }

    public void setNom(String nom) {
        this.nom = SignesDeSens.retirer(nom);
    }

    public String getPrenom() {
        return prenom;
    }

    public void setPrenom(String prenom) {
        this.prenom = SignesDeSens.retirer(prenom);
    }
}
