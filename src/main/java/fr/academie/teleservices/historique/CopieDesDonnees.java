package fr.academie.teleservices.historique;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.FicheCompte;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Inscription;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tout ce que le service garde sur le titulaire d'un compte, et pourquoi : le droit d'accès (règlement général sur la protection des
 * données, article 15). En JSON pour un autre service, en PDF pour le lire.
 *
 * <p>N'y sont pas : les autres responsables des mêmes enfants, les enfants qui ne sont plus rattachés au compte, le nom des agents, et
 * les courriels envoyés, que la base ne connaît que par une adresse que deux parents peuvent partager.
 */
@Singleton
public final class CopieDesDonnees {

    private static final int FAITS_AU_PLUS = 10_000;
    private static final int FAITS_LISIBLES = 500;
    private static final List<String> QUESTIONS =
            List.of("responsable", "pourquoi", "lesquelles.origine", "qui", "duree", "droits");

    private final Gabarit gabarit = Gabarit.balise(CopieDesDonnees.class, "mes-donnees.xhtml");
    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final RegroupementService regroupements;
    private final HistoriqueService historique;
    private final ProfilAcademie profil;
    private final DocumentPdf documents;
    private final Textes textes;
    private final HeureDeLAcademie heure;
    private final Clock horloge;

    @Inject
    public CopieDesDonnees(
            CompteService comptes,
            ScolariteService scolarite,
            RegroupementService regroupements,
            HistoriqueService historique,
            ProfilAcademie profil,
            DocumentPdf documents,
            Textes textes,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.regroupements = regroupements;
        this.historique = historique;
        this.profil = profil;
        this.documents = documents;
        this.textes = textes;
        this.heure = heure;
        this.horloge = horloge;
    }

    /** La copie structurée ; les instants en UTC (ISO 8601), une valeur inconnue est absente. */
    public JsonObject json(Demandeur demandeur) {
        Acte.COPIER_SES_DONNEES.exiger(demandeur);
        Compte compte = compte(demandeur);
        FicheCompte fiche = comptes.fiche(compte.id()).orElseThrow();
        JsonObjectBuilder identite = FabriqueJson.objet();
        ajouter(identite, "civilite", fiche.civilite());
        ajouter(identite, "prenom", compte.identite().prenom());
        ajouter(identite, "nomDeFamille", compte.identite().nomFamille());
        ajouter(identite, "nomDUsage", compte.identite().nomUsage());
        ajouter(identite, "mail", compte.mail());
        ajouter(identite, "mailConfirmeLe", fiche.mailConfirmeLe());
        ajouter(identite, "telephonePortable", compte.telephonePortable());
        JsonObjectBuilder leCompte = FabriqueJson.objet();
        ajouter(leCompte, "identifiant", compte.identifiant().valeur());
        ajouter(leCompte, "etat", compte.etat().name());
        ajouter(leCompte, "creeLe", fiche.creeLe());
        ajouter(leCompte, "activeLe", fiche.activeLe());
        JsonArrayBuilder enfants = FabriqueJson.tableau();
        scolarite.enfants(compte.id()).forEach(e -> enfants.add(enfant(e)));
        JsonArrayBuilder faits = FabriqueJson.tableau();
        historique.lire(demandeur, Genre.TOUT, 0, FAITS_AU_PLUS).faits().forEach(f -> faits.add(fait(f)));
        JsonArrayBuilder absorbes = FabriqueJson.tableau();
        regroupements.enregistres(compte.id()).forEach(r -> absorbes.add(regroupement(r)));
        JsonObjectBuilder traitement = FabriqueJson.objet();
        QUESTIONS.forEach(q -> traitement.add(q.replace("lesquelles.", ""), reponse(q)));
        return FabriqueJson.objet()
                .add("titre", textes.de("donneesPdf.titre"))
                .add("service", profil.service() + " – " + profil.academie())
                .add(
                        "etabliLe",
                        horloge.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .add("identite", identite)
                .add("compte", leCompte)
                .add("enfants", enfants)
                .add("regroupements", absorbes)
                .add("historique", faits)
                .add("traitement", traitement)
                .build();
    }

    /** Écrit la copie lisible, en PDF ; {@code sortie} reste ouverte. */
    public void pdf(Demandeur demandeur, OutputStream sortie) throws IOException {
        Acte.COPIER_SES_DONNEES.exiger(demandeur);
        documents.ecrire(gabarit.rendre(valeurs(demandeur)), sortie);
    }

    private Compte compte(Demandeur demandeur) {
        return comptes.parId(demandeur.responsableId()).orElseThrow();
    }

    private Map<String, ?> valeurs(Demandeur demandeur) {
        Compte compte = compte(demandeur);
        FicheCompte fiche = comptes.fiche(compte.id()).orElseThrow();
        HistoriqueService.Page page = historique.lire(demandeur, Genre.TOUT, 0, FAITS_LISIBLES);
        Map<String, Object> valeurs = new HashMap<>();
        for (String mot : List.of(
                "titre", "sujet", "titreHistorique", "titreTraitement", "colonneQuand", "colonneQuoi", "colonnePar")) {
            valeurs.put(mot, textes.de("donneesPdf." + mot));
        }
        valeurs.put("langue", textes.getLangue().code());
        valeurs.put("sens", textes.getLangue().sens());
        valeurs.put("academie", profil.academie());
        valeurs.put("service", profil.service());
        valeurs.put("etabli", textes.avec("donneesPdf.etabli", horloge.instant()));
        valeurs.put(
                "parties",
                List.of(
                        partie("identite", "profil.identite", List.of(identite(compte, fiche))),
                        partie("compte", "profil.connexion", List.of(compte(compte, fiche))),
                        partie(
                                "enfants",
                                "enfants.liste",
                                scolarite.enfants(compte.id()).stream()
                                        .map(this::lignes)
                                        .toList()),
                        partie(
                                "regroupements",
                                "historique.genre.REGROUPEMENTS",
                                regroupements.enregistres(compte.id()).stream()
                                        .map(this::lignes)
                                        .toList())));
        valeurs.put(
                "coupe",
                page.total() > FAITS_LISIBLES
                        ? List.of(textes.avec("donneesPdf.coupe", FAITS_LISIBLES, page.total()))
                        : List.of());
        valeurs.put("faits", page.faits().stream().map(this::lignes).toList());
        valeurs.put("rien", textes.de("donneesPdf.rien"));
        valeurs.put(
                "traitement",
                QUESTIONS.stream()
                        .map(q -> Map.of("question", textes.de("donnees." + q + ".titre"), "reponse", reponse(q)))
                        .toList());
        return valeurs;
    }

    private Map<String, ?> partie(String ancre, String cle, List<List<Map<String, String>>> tableaux) {
        return Map.of("ancre", ancre, "partie", textes.de(cle), "tableaux", tableaux);
    }

    private List<Map<String, String>> identite(Compte compte, FicheCompte fiche) {
        List<Map<String, String>> lignes = new ArrayList<>();
        ligne(lignes, "profil.prenom", compte.identite().prenom());
        ligne(lignes, "profil.nomFamille", compte.identite().nomFamille());
        ligne(lignes, "profil.nomUsage", compte.identite().nomUsage());
        ligne(lignes, "profil.mail", compte.mailLisible());
        ligne(lignes, "donneesPdf.mailConfirme", jour(fiche.mailConfirmeLe()));
        ligne(lignes, "profil.portable", compte.telephonePortable());
        return lignes;
    }

    private List<Map<String, String>> compte(Compte compte, FicheCompte fiche) {
        List<Map<String, String>> lignes = new ArrayList<>();
        ligne(lignes, "profil.identifiant", compte.identifiant().valeur());
        ligne(lignes, "profil.motDePasse", textes.de("donneesPdf.motDePasse"));
        ligne(lignes, "donneesPdf.cree", jour(fiche.creeLe()));
        ligne(lignes, "donneesPdf.active", jour(fiche.activeLe()));
        return lignes;
    }

    private List<Map<String, String>> lignes(Enfant enfant) {
        List<Map<String, String>> lignes = new ArrayList<>();
        ligne(lignes, "donneesPdf.eleve", enfant.eleve().nomComplet());
        ligne(lignes, "donneesPdf.naissance", heure.jourCourt(enfant.eleve().dateNaissance()));
        for (Inscription inscription : enfant.eleve().inscriptions()) {
            ligne(
                    lignes,
                    "donneesPdf.etablissement",
                    inscription.etablissement().nomEtTelephone());
            ligne(lignes, "donneesPdf.classe", inscription.classe());
        }
        ligne(
                lignes,
                "donneesPdf.lien",
                textes.de("lien." + enfant.lien().name()) + ", "
                        + textes.de("niveau." + enfant.niveau().name()));
        ligne(
                lignes,
                "donneesPdf.etat",
                textes.de("donneesPdf.etat." + enfant.etat().name()));
        return lignes;
    }

    private List<Map<String, String>> lignes(RegroupementEnregistre regroupement) {
        List<Map<String, String>> lignes = new ArrayList<>();
        ligne(lignes, "accuse.libelleNumero", String.valueOf(regroupement.numero()));
        ligne(lignes, "accuse.libelleDate", heure.jourEtHeure(regroupement.faitLe()));
        ligne(lignes, "accuse.libelleFerme", regroupement.secondaire().valeur());
        ligne(lignes, "donneesPdf.etat", regroupement.rompu() ? textes.de("accuse.rompu") : null);
        return lignes;
    }

    private Map<String, String> lignes(Fait fait) {
        String compte = fait.compteAbsorbe();
        String adresse = fait.adresse();
        return Map.of(
                "quand",
                heure.jourEtHeure(fait.le()),
                "quoi",
                compte == null ? fait.quoi() : fait.quoi() + " – " + textes.avec("historique.absorbe", compte),
                "par",
                adresse == null ? fait.par() : fait.par() + ", " + textes.avec("historique.adresse", adresse));
    }

    private void ligne(List<Map<String, String>> lignes, String cle, @Nullable String valeur) {
        if (valeur != null) {
            lignes.add(Map.of("libelle", textes.de(cle), "valeur", valeur));
        }
    }

    private @Nullable String jour(@Nullable Instant le) {
        return le == null ? null : heure.jour(le);
    }

    private String reponse(String question) {
        return textes.avec("donnees." + question, profil.academie());
    }

    private static JsonObjectBuilder enfant(Enfant enfant) {
        JsonObjectBuilder objet = FabriqueJson.objet();
        ajouter(objet, "prenom", enfant.eleve().prenom());
        ajouter(objet, "nom", enfant.eleve().nom());
        ajouter(objet, "dateDeNaissance", enfant.eleve().dateNaissance());
        ajouter(objet, "uai", enfant.eleve().etablissement().uai());
        ajouter(objet, "etablissement", enfant.eleve().etablissement().nom());
        ajouter(objet, "classe", enfant.eleve().classe());
        objet.add("inscriptions", inscriptions(enfant));
        ajouter(objet, "lien", enfant.lien().name());
        ajouter(objet, "niveau", enfant.niveau().name());
        ajouter(objet, "etat", enfant.etat().name());
        return objet;
    }

    private static JsonArrayBuilder inscriptions(Enfant enfant) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        enfant.eleve().inscriptions().forEach(inscription -> {
            JsonObjectBuilder objet = FabriqueJson.objet();
            ajouter(objet, "uai", inscription.etablissement().uai());
            ajouter(objet, "etablissement", inscription.etablissement().nom());
            ajouter(objet, "classe", inscription.classe());
            tableau.add(objet);
        });
        return tableau;
    }

    private static JsonObjectBuilder regroupement(RegroupementEnregistre regroupement) {
        return FabriqueJson.objet()
                .add("numero", regroupement.numero())
                .add("le", regroupement.faitLe().toString())
                .add("compteFerme", regroupement.secondaire().valeur())
                .add("rompu", regroupement.rompu());
    }

    private static JsonObjectBuilder fait(Fait fait) {
        JsonObjectBuilder objet = FabriqueJson.objet();
        ajouter(objet, "le", fait.le());
        ajouter(objet, "action", fait.action().name());
        ajouter(objet, "quoi", fait.quoi());
        ajouter(objet, "par", fait.par());
        ajouter(objet, "adresseDuReseau", fait.adresse());
        ajouter(objet, "compteRegroupe", fait.compteAbsorbe());
        return objet;
    }

    private static void ajouter(JsonObjectBuilder objet, String cle, @Nullable Object valeur) {
        if (valeur != null) {
            objet.add(cle, valeur.toString());
        }
    }
}
