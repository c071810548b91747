package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.compte.MotsCherches;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CONTACT : les établissements des enfants du compte, chacun une fois, et ceux que l'on cherche. */
@Named("contact")
@RequestScoped
public class ContactBean {

    private static final int TROUVES_AU_PLUS = 20;

    private final EnfantsDuCompte enfants;
    private final ScolariteService scolarite;
    private final ProfilAcademie profil;
    private String mots = "";
    private @Nullable List<Fiche> trouves;

    @Inject
    public ContactBean(EnfantsDuCompte enfants, ScolariteService scolarite, ProfilAcademie profil) {
        this.enfants = enfants;
        this.scolarite = scolarite;
        this.profil = profil;
    }

    public String getMots() {
        return mots;
    }

    public void setMots(@Nullable String mots) {
        this.mots = mots == null ? "" : mots.strip();
    }

    /** Vrai si l'on a demandé un établissement. */
    public boolean isCherche() {
        return !mots.isEmpty();
    }

    /** Ceux qui répondent à la recherche, vingt au plus ; vide si elle ne dit rien. */
    public List<Fiche> getTrouves() {
        if (trouves == null) {
            trouves = chercher();
        }
        return trouves;
    }

    private List<Fiche> chercher() {
        return scolarite.chercherDesEtablissements(MotsCherches.motifsDEtablissement(mots), TROUVES_AU_PLUS).stream()
                .map(etablissement -> new Fiche(etablissement, ""))
                .toList();
    }

    /** Vrai s'il peut y en avoir d'autres que ceux montrés. */
    public boolean isTropDeTrouves() {
        return getTrouves().size() == TROUVES_AU_PLUS;
    }

    /**
     * Un établissement et ceux des enfants qui y sont.
     *
     * @param prenoms prénoms séparés par des virgules
     */
    public record Fiche(Etablissement etablissement, String prenoms) {

        /** Le numéro pour un lien {@code tel:} ; vide si l'établissement n'en a pas. */
        public String numero() {
            String telephone = etablissement.telephone();
            return telephone == null ? "" : telephone.replaceAll("[^+0-9]", "");
        }

        /** Le lien qui lui écrit ; vide si son courriel n'est pas connu. */
        public String lienDeCourriel() {
            String courriel = etablissement.courriel();
            return courriel == null ? "" : LienDeCourriel.vers(courriel);
        }

        /** Le site, s'il s'agit bien d'une adresse de site ; sinon {@code null}. */
        public @Nullable String site() {
            return AdresseDeSite.sure(etablissement.site()) ? etablissement.site() : null;
        }

        /** Vrai si l'on connaît au moins un moyen de joindre l'établissement. */
        public boolean joignable() {
            return etablissement.telephone() != null || etablissement.courriel() != null || site() != null;
        }
    }

    /** Le lien qui écrit à l'académie ; vide si elle n'a pas donné de courriel. */
    public String getLienDeCourriel() {
        String courriel = profil.contactCourriel();
        return courriel == null ? "" : LienDeCourriel.vers(courriel);
    }

    public List<Fiche> getEtablissements() {
        Map<Etablissement, List<String>> parEtablissement = new LinkedHashMap<>();
        Map<Long, String> noms = NomsDistincts.courts(
                enfants.getListe().stream().map(Enfant::eleve).toList());
        for (Enfant enfant : enfants.getListe()) {
            String nom = Objects.requireNonNull(noms.get(enfant.eleve().id()));
            enfant.eleve()
                    .etablissements()
                    .forEach(etablissement -> parEtablissement
                            .computeIfAbsent(etablissement, e -> new ArrayList<>())
                            .add(nom));
        }
        return parEtablissement.entrySet().stream()
                .map(e -> new Fiche(e.getKey(), String.join(", ", e.getValue())))
                .toList();
    }
}
