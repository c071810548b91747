package fr.academie.teleservices.banc;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * La durée d'une réponse dit-elle si un compte existe ? Preuve de l'étape 1 et demande d'oubli, pour un compte inconnu puis pour
 * chaque sorte de compte connu, dans une même course à l'ordre tiré au sort.
 *
 * <p>Chaque sorte est comparée à « inconnu » : rapport des médianes, et probabilité qu'une réponse soit plus longue que celle d'un
 * inconnu (Mann-Whitney : 50 % si rien ne les distingue), avec son écart réduit z. Le témoin A/A, un autre inconnu, dit ce que le
 * bruit vaut : un |z| de plus de 3 qu'il n'aurait pas serait une fuite.
 */
public final class BancDesDurees {

    private static final int MANCHES = 200;
    /** Chaque refus dure ici ce qu'il dure en production : moins de manches, mais la durée qui compte. */
    private static final int MANCHES_DE_PREUVE = 60;

    private static final String FAUX = "Mauvais!2026";

    private enum Cas {
        INCONNU("inconnu", "personne.une"),
        TEMOIN("inconnu (témoin A/A)", "personne.deux"),
        ACTIF("actif, mot de passe faux", "actif"),
        CREE("créé, mot de passe faux", "cree"),
        EXPIRE("créé, bon mot de passe expiré", "expire"),
        FERME("fermé", "ferme"),
        ILLISIBLE("identifiant impossible", "é'; --");

        private final String nom;
        private final String identifiant;

        Cas(String nom, String identifiant) {
            this.nom = nom;
            this.identifiant = identifiant;
        }
    }

    /** Ce qu'on mesure. */
    private interface Geste {
        void faire(Cas cas);
    }

    /** La garde arrêterait un seul acteur : chaque mesure a le sien. */
    private int suite;

    private final BaseDEssai base = BaseDEssai.partagee();

    public static void main(String[] arguments) {
        new BancDesDurees().mesurer();
        BaseDEssai.partagee().fermer();
    }

    private void mesurer() {
        Familles familles = new Familles(base);
        long moi = familles.actif("moi");
        familles.actif("actif");
        familles.cree("cree");
        familles.compte("expire", "DURAND", null, "Cristelle", "CREE", Familles.ARGON2, "UTC_TIMESTAMP(3)");
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE identifiant = 'actif'",
                "UPDATE responsable SET mot_de_passe = '" + Familles.argon2(Couts.OWASP)
                        + "' WHERE mot_de_passe IS NOT NULL");
        Map<String, String> reglages = new HashMap<>(Atelier.COUT_DU_PRODUIT);
        // Le temps livré : avec un temps plus court que le calcul, un refus rendu aussitôt ne se voyait pas.
        reglages.put("hachage.refus", "500 ms");
        reglages.put("preuve.essais_par_compte", "1000");
        reglages.put("preuve.essais_par_cible", "1000");
        Atelier atelier = new Atelier(base.source(), Atelier.reglages(reglages), Atelier.profil(Map.of()));
        long session = familles.session("moi");
        System.out.printf(
                Locale.FRENCH,
                "%n%d preuves et %d demandes de chaque sorte, ordre tiré au sort.%n",
                MANCHES_DE_PREUVE,
                MANCHES);
        comparer(
                "Preuve de l'étape 1",
                MANCHES_DE_PREUVE,
                cas -> prouver(atelier, Atelier.demandeur(moi, "moi." + suite++, session), cas));
        comparer("« Mot de passe oublié ? », telle que la page l'attend", MANCHES, cas -> demander(atelier, cas));
    }

    private void demander(Atelier atelier, Cas cas) {
        try {
            atelier.oublis.demanderMotDePasse(
                    cas.identifiant,
                    "2001:db8:0:" + Integer.toHexString(suite++) + "::1",
                    "https://exemple.fr/?jeton=");
        } catch (TropDEssais e) {
            throw new IllegalStateException(e);
        }
    }

    private void prouver(Atelier atelier, Demandeur demandeur, Cas cas) {
        try {
            atelier.preuves.prouver(demandeur, cas.identifiant, cas == Cas.EXPIRE ? Familles.MOT_DE_PASSE : FAUX);
            throw new IllegalStateException("Rien n'aurait dû être prouvé : " + cas);
        } catch (RegroupementRefuse e) {
            if (e.code() != RefusRegroupement.PREUVE_REFUSEE) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void comparer(String titre, int manches, Geste geste) {
        List<Durees.Cas> cas = Arrays.stream(Cas.values())
                .map(c -> new Durees.Cas(c.nom, () -> geste.faire(c)))
                .toList();
        Durees.comparer(titre, manches, cas, () -> base.executer("DELETE FROM essai", "DELETE FROM tache"));
    }
}
