package fr.academie.teleservices.banc;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.RefusOpposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * La durée du refus d'un lien dit-elle ce qu'il fut ? Liens d'oubli, d'adresse mail et d'opposition, lus puis envoyés ; élève que l'on
 * conteste ; adresse dont on demande les identifiants. Lecture : {@link BancDesDurees} ; les mêmes causes que {@code OraclesDesLiensIT}.
 */
public final class BancDesLiens {

    private static final int MANCHES = 400;
    private static final String PHRASE = "Marée-Haute-7-Grèves";
    private static final String VIVANT = "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR";
    private static final String PASSE = "UTC_TIMESTAMP(3) - INTERVAL 1 HOUR";
    private static final String AILLEURS = "0330002B";
    private static final String ADRESSE = "127.0.0.1";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private int suite;

    public static void main(String[] arguments) {
        try {
            new BancDesLiens().mesurer();
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private void mesurer() {
        familles.etablissement();
        familles.etablissement(AILLEURS, "Collège Voisin");
        System.out.printf(Locale.FRENCH, "%n%d refus de chaque sorte, ordre tiré au sort.%n", MANCHES);
        liensDOubli();
        liensDAdresse();
        liensDOpposition();
        contestations();
        identifiantsOublies();
    }

    private void liensDOubli() {
        long compte = familles.actif("oubli");
        oubli(compte, "expire", PASSE, "NULL");
        oubli(compte, "servi", VIVANT, "UTC_TIMESTAMP(3)");
        oubli(ferme("oubli.ferme"), "ferme", VIVANT, "NULL");
        comparer("Lien d'oubli, lu", List.of("expire", "servi", "ferme"), lien -> {
            exiger(atelier.oublis.compte(lien).isEmpty());
        });
        comparer("Lien d'oubli, envoyé", List.of("expire", "servi", "ferme"), lien -> {
            try {
                atelier.oublis.reinitialiser(lien, PHRASE, ADRESSE);
                exiger(false);
            } catch (OubliService.LienPerime e) {
                exiger(true);
            } catch (MotDePasseRefuse e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void liensDAdresse() {
        adresse(familles.actif("mail.expire"), "expire", PASSE);
        adresse(ferme("mail.ferme"), "ferme", VIVANT);
        comparer("Lien d'adresse mail, lu", List.of("expire", "ferme"), lien -> {
            exiger(atelier.mails.aConfirmer(lien).isEmpty());
        });
        comparer("Lien d'adresse mail, envoyé", List.of("expire", "ferme"), lien -> {
            try {
                atelier.mails.confirmerParLien(lien, ADRESSE);
                exiger(false);
            } catch (CoordonneeRefusee e) {
                exiger(true);
            }
        });
    }

    private void liensDOpposition() {
        long compte = familles.actif("opposition");
        opposition(compte, "expire", PASSE, "NULL");
        opposition(compte, "servi", VIVANT, "UTC_TIMESTAMP(3)");
        comparer("Lien d'opposition, lu", List.of("expire", "servi"), lien -> {
            exiger(atelier.oppositions.effet(lien).isEmpty());
        });
        comparer("Lien d'opposition, envoyé", List.of("expire", "servi"), lien -> {
            try {
                atelier.oppositions.opposer(lien, ADRESSE);
                exiger(false);
            } catch (OppositionRefusee e) {
                exiger(e.code() == RefusOpposition.LIEN_PERIME);
            }
        });
    }

    /** Une session limitée à une école : un numéro d'élève tapé ne dit ni s'il existe, ni s'il est du même compte. */
    private void contestations() {
        long compte = familles.actif("parent");
        familles.lier(compte, familles.eleve("Dylan"));
        long ailleurs = familles.eleve("Noé", AILLEURS);
        familles.lier(compte, ailleurs);
        long retire = familles.eleve("Zoé");
        familles.lier(compte, retire, 1, 10, "RETIRE");
        long autrui = familles.eleve("Léa");
        familles.lier(familles.actif("autrui"), autrui);
        Demandeur demandeur = new Demandeur(
                compte, new Identifiant("parent"), familles.session("parent"), ADRESSE, Niveau.PAPIER, Familles.UAI);
        Durees.comparer(
                "Élève contesté",
                MANCHES,
                List.of(
                        contester(demandeur, "inconnu", 900_001),
                        contester(demandeur, "inconnu (témoin A/A)", 900_007),
                        contester(demandeur, "d'un autre compte", autrui),
                        contester(demandeur, "du compte, d'une autre école", ailleurs),
                        contester(demandeur, "du compte, retiré", retire)),
                () -> {});
    }

    private Durees.Cas contester(Demandeur demandeur, String nom, long eleve) {
        return new Durees.Cas(nom, () -> exiger(!atelier.contestations.contester(demandeur, eleve)));
    }

    private void identifiantsOublies() {
        familles.actif("confirmee");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE identifiant = 'confirmee'");
        familles.cree("connue");
        ferme("fermee");
        List<Durees.Cas> cas = new ArrayList<>();
        for (String nom : List.of("personne", "nulle", "confirmee", "connue", "fermee")) {
            cas.add(new Durees.Cas(nom.equals("nulle") ? "personne (témoin A/A)" : nom, () -> demander(nom)));
        }
        Durees.comparer(
                "« Identifiant oublié ? », telle que la page l'attend",
                MANCHES,
                cas,
                () -> base.executer("DELETE FROM tache"));
    }

    private void demander(String nom) {
        try {
            atelier.oublis.demanderIdentifiant(
                    nom + "@exemple.fr", "2001:db8:0:" + Integer.toHexString(suite++) + "::1");
        } catch (TropDEssais e) {
            throw new IllegalStateException(e);
        }
    }

    /** Un lien inconnu, un autre, un lien mal formé, puis ceux-ci. */
    private static void comparer(String titre, List<String> noms, Consumer<String> geste) {
        List<Durees.Cas> cas = new ArrayList<>(List.of(
                new Durees.Cas("inconnu", () -> geste.accept(jeton("inconnu"))),
                new Durees.Cas("inconnu (témoin A/A)", () -> geste.accept(jeton("nulle.part"))),
                new Durees.Cas("mal formé", () -> geste.accept("ẍ"))));
        noms.forEach(nom -> cas.add(new Durees.Cas(nom, () -> geste.accept(jeton(nom)))));
        Durees.comparer(titre, MANCHES, cas, () -> {});
    }

    private static String jeton(String nom) {
        return (nom.replace('.', '-') + "x".repeat(43)).substring(0, 43);
    }

    private long ferme(String identifiant) {
        return familles.compte(identifiant, "DURAND", null, "Cristelle", "FERME", null, "NULL");
    }

    private void oubli(long compte, String nom, String expireLe, String serviLe) {
        base.executer(
                "INSERT INTO jeton_courriel (empreinte, emploi, responsable_id, cree_le, expire_le, servi_le) VALUES"
                        + " (SHA2('" + jeton(nom) + "', 256), 'MOT_DE_PASSE', " + compte
                        + ", UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ", " + serviLe + ")");
    }

    private void adresse(long compte, String nom, String expireLe) {
        base.executer("INSERT INTO mail_en_attente (responsable_id, mail, code, lien, envoye_le, expire_le) VALUES ("
                + compte + ", '" + nom + "@exemple.fr', '" + Familles.ARGON2 + "', SHA2('" + jeton(nom)
                + "', 256), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ")");
    }

    private void opposition(long compte, String nom, String expireLe, String closeLe) {
        base.executer(
                "INSERT INTO opposition (acte, responsable_id, avant, cree_le, expire_le, close_le) VALUES ('MAIL', "
                        + compte
                        + ", IF(" + closeLe + " IS NULL, '{}', NULL), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe
                        + ", " + closeLe + ")",
                "INSERT INTO opposition_lien (empreinte, opposition_id, compte_id) SELECT SHA2('" + jeton(nom)
                        + "', 256), MAX(id), " + compte + " FROM opposition");
    }

    private static void exiger(boolean prevu) {
        if (!prevu) {
            throw new IllegalStateException("Un refus était attendu.");
        }
    }
}
