package fr.academie.teleservices.historique;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.FicheCompte;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Inscription;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** La copie lisible : ce que {@code mes-donnees.xhtml} montre, un tableau par sujet ; une valeur inconnue n'a pas de ligne. */
final class CopieLisible {

    private final ProfilAcademie profil;
    private final Textes textes;
    private final HeureDeLAcademie heure;

    CopieLisible(ProfilAcademie profil, Textes textes, HeureDeLAcademie heure) {
        this.profil = profil;
        this.textes = textes;
        this.heure = heure;
    }

    /** Les valeurs du gabarit. */
    Map<String, ?> valeurs(DonneesDuTitulaire donnees) {
        Compte compte = donnees.compte();
        FicheCompte fiche = donnees.fiche();
        Map<String, Object> valeurs = new HashMap<>();
        for (String mot : List.of(
                "titre", "sujet", "titreHistorique", "titreTraitement", "colonneQuand", "colonneQuoi", "colonnePar")) {
            valeurs.put(mot, textes.de("donneesPdf." + mot));
        }
        valeurs.put("langue", textes.getLangue().lang());
        valeurs.put("sens", textes.getLangue().sens());
        valeurs.put("academie", profil.academie());
        valeurs.put("service", profil.service());
        valeurs.put("etabli", textes.avec("donneesPdf.etabli", donnees.etabliLe()));
        valeurs.put(
                "parties",
                List.of(
                        partie("identite", "profil.identite", List.of(identite(compte, fiche))),
                        partie("compte", "profil.connexion", List.of(compte(compte, fiche))),
                        partie(
                                "enfants",
                                "enfants.liste",
                                donnees.enfants().stream().map(this::lignes).toList()),
                        partie(
                                "regroupements",
                                "historique.genre.REGROUPEMENTS",
                                donnees.regroupements().stream()
                                        .map(this::lignes)
                                        .toList())));
        valeurs.put(
                "coupe",
                donnees.faitsEnTout() > donnees.faits().size()
                        ? List.of(
                                textes.avec("donneesPdf.coupe", donnees.faits().size(), donnees.faitsEnTout()))
                        : List.of());
        valeurs.put("faits", donnees.faits().stream().map(this::lignes).toList());
        valeurs.put("rien", textes.de("donneesPdf.rien"));
        valeurs.put(
                "traitement",
                donnees.traitement().entrySet().stream()
                        .map(q -> Map.of(
                                "question", textes.de("donnees." + q.getKey() + ".titre"), "reponse", q.getValue()))
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
        String langue = compte.langue();
        ligne(
                lignes,
                "langue.titre",
                langue == null ? null : textes.pourLeCompte(langue).de("langue.nom"));
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
}
