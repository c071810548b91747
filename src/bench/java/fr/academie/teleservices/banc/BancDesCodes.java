package fr.academie.teleservices.banc;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.coordonnees.RefusDeCoordonnee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.motdepasse.PreuveRefusee;
import fr.academie.teleservices.motdepasse.RefusPreuve;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * La durée du refus d'un code dit-elle pourquoi il est refusé ? Code de preuve du titulaire, code d'une adresse mail, courrier d'un autre
 * établissement, aux temps livrés. Lecture : {@link BancDesDurees} ; les mêmes causes que {@code OraclesDesCodesIT}.
 */
public final class BancDesCodes {

    private static final int MANCHES = 60;
    private static final int MANCHES_D_ENVOI = 100;
    private static final String FAUX = "00000000";
    private static final String VIVANT = "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR";
    private static final String PASSE = "UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE";
    private static final String AILLEURS = "0330002B";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final String bon = Familles.argon2(Couts.OWASP);
    /** Ce qui remet chaque cas tel qu'il était, avant chaque manche. */
    private final List<String> remises = new ArrayList<>(List.of("DELETE FROM essai", "DELETE FROM courriel"));

    private final Atelier atelier = new Atelier(base.source(), reglagesLivres(), Atelier.profil(Map.of()));
    private int suite;

    public static void main(String[] arguments) {
        try {
            new BancDesCodes().mesurer();
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private static Reglages reglagesLivres() {
        Map<String, String> reglages = new HashMap<>(Atelier.COUT_DU_PRODUIT);
        reglages.put("hachage.refus", "500 ms");
        return Atelier.reglages(reglages);
    }

    private void mesurer() {
        familles.etablissement();
        familles.etablissement(AILLEURS, "Collège Voisin");
        System.out.printf(Locale.FRENCH, "%n%d refus de chaque sorte, ordre tiré au sort.%n", MANCHES);
        codesDePreuve();
        codesDAdresse();
        adressesDAutrui();
        courriersDAutrui();
    }

    private void codesDePreuve() {
        comparer(
                "Code de preuve du titulaire",
                MANCHES,
                List.of(
                        preuve("aucun code", "", 0, 0),
                        preuve("aucun code (témoin A/A)", "", 0, 0),
                        preuve("expiré", PASSE, 0, 0),
                        preuve("d'une autre session", VIVANT, 1_000_000, 0),
                        preuve("essais épuisés", VIVANT, 0, 5),
                        preuve("faux, le dernier essai", VIVANT, 0, 4)));
    }

    private Durees.Cas preuve(String nom, String expireLe, int autreSession, int essais) {
        Demandeur demandeur = demandeur();
        long compte = demandeur.responsableId();
        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE id = " + compte);
        portee(demandeur, Familles.UAI, "moulin", VIVANT, "1");
        remises.add("DELETE FROM code_de_preuve WHERE responsable_id = " + compte);
        if (!expireLe.isEmpty()) {
            remises.add("INSERT INTO code_de_preuve (responsable_id, session_id, code, essais, envoye_le, expire_le)"
                    + " VALUES ("
                    + compte + ", " + (demandeur.sessionId() + autreSession) + ", '" + bon + "', " + essais
                    + ", UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE, " + expireLe + ")");
        }
        return new Durees.Cas(nom, () -> {
            try {
                atelier.titulaires.confirmer(neuf(demandeur), FAUX);
                throw new IllegalStateException("Rien n'aurait dû être prouvé : " + nom);
            } catch (PreuveRefusee e) {
                exiger(e.code() == RefusPreuve.CODE_PERIME, e);
            }
        });
    }

    private void codesDAdresse() {
        comparer(
                "Code d'une adresse mail",
                MANCHES,
                List.of(
                        adresse("expiré", PASSE, 0),
                        adresse("expiré (témoin A/A)", PASSE, 0),
                        adresse("essais épuisés", VIVANT, 5),
                        adresse("faux, le dernier essai", VIVANT, 4)));
    }

    private Durees.Cas adresse(String nom, String expireLe, int essais) {
        Demandeur demandeur = demandeur();
        attendre(demandeur.responsableId(), "nouvelle." + suite + "@exemple.fr", expireLe, essais);
        return new Durees.Cas(nom, () -> {
            try {
                atelier.mails.confirmer(neuf(demandeur), FAUX);
                throw new IllegalStateException("Rien n'aurait dû être confirmé : " + nom);
            } catch (CoordonneeRefusee e) {
                exiger(e.code() == RefusDeCoordonnee.CODE_PERIME, e);
            }
        });
    }

    /** Une adresse en attente, telle à chaque manche. */
    private void attendre(long compte, String mail, String expireLe, int essais) {
        remises.add(
                "REPLACE INTO mail_en_attente (responsable_id, mail, code, lien, essais, envoye_le, expire_le) VALUES ("
                        + compte + ", '" + mail + "', '" + bon + "', SHA2('" + compte + "', 256), " + essais
                        + ", UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE, " + expireLe + ")");
    }

    /** Rien n'y est refusé : l'adresse d'un autre reçoit un code comme une adresse de personne. */
    private void adressesDAutrui() {
        familles.actif("confirmee");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE identifiant = 'confirmee'");
        familles.cree("connue");
        familles.compte("fermee", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        attendre(familles.actif("attend"), "attendue@exemple.fr", VIVANT, 0);
        comparer(
                "Adresse à confirmer, envoi du code",
                MANCHES_D_ENVOI,
                List.of(
                        envoi("à personne", "personne@exemple.fr"),
                        envoi("à personne (témoin A/A)", "nulle@exemple.fr"),
                        envoi("confirmée par un autre", "confirmee@exemple.fr"),
                        envoi("connue, non confirmée", "connue@exemple.fr"),
                        envoi("d'un compte fermé", "fermee@exemple.fr"),
                        envoi("attendue par un autre", "attendue@exemple.fr")));
    }

    private Durees.Cas envoi(String nom, String mail) {
        Demandeur demandeur = demandeur();
        remises.add("DELETE FROM mail_en_attente WHERE responsable_id = " + demandeur.responsableId());
        return new Durees.Cas(nom, () -> {
            try {
                atelier.mails.demander(neuf(demandeur), mail, Atelier.APPLICATION);
            } catch (CoordonneeRefusee e) {
                throw new IllegalStateException(nom, e);
            }
        });
    }

    private void courriersDAutrui() {
        comparer(
                "Courrier d'un autre établissement",
                MANCHES,
                List.of(
                        courrier("aucun", "", VIVANT),
                        courrier("aucun (témoin A/A)", "", VIVANT),
                        courrier("périmé", "voisin", PASSE),
                        courrier("du même agent", "moulin", VIVANT),
                        courrier("faux", "voisin", VIVANT)));
    }

    private Durees.Cas courrier(String nom, String autre, String expireLe) {
        Demandeur demandeur = demandeur();
        String tape = nom.equals("faux") ? "AAAA-BBBB-CCCC" : Familles.MOT_DE_PASSE;
        portee(demandeur, Familles.UAI, "moulin", VIVANT, "1");
        if (!autre.isEmpty()) {
            portee(demandeur, AILLEURS, autre, expireLe, "NULL");
        }
        return new Durees.Cas(nom, () -> {
            try {
                atelier.titulaires.prouverParCourrier(neuf(demandeur), tape);
                throw new IllegalStateException("Rien n'aurait dû être prouvé : " + nom);
            } catch (PreuveRefusee e) {
                exiger(e.code() == RefusPreuve.COURRIER_REFUSE, e);
            }
        });
    }

    private void portee(Demandeur demandeur, String uai, String par, String expireLe, String courante) {
        base.executer("INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante,"
                + " titulaire, avisee)"
                + " VALUES"
                + " (" + demandeur.responsableId() + ", '" + uai + "', '" + bon + "', '" + par
                + "', UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, " + expireLe + ", " + courante + ", 1, 1)");
    }

    private Demandeur demandeur() {
        String identifiant = "moi." + ++suite;
        return Atelier.demandeur(familles.actif(identifiant), identifiant, familles.session(identifiant));
    }

    /** Le même compte et la même session, d'un acteur que la garde n'a jamais vu : elle arrêterait sinon la mesure. */
    private Demandeur neuf(Demandeur demandeur) {
        int rang = ++suite;
        return new Demandeur(
                demandeur.responsableId(),
                new Identifiant("qui." + rang),
                demandeur.sessionId(),
                "2001:db8:0:" + Integer.toHexString(rang) + "::1",
                Niveau.FRAIS,
                null);
    }

    private static void exiger(boolean prevu, Exception refus) {
        if (!prevu) {
            throw new IllegalStateException(refus);
        }
    }

    private void comparer(String titre, int manches, List<Durees.Cas> cas) {
        String[] avant = remises.toArray(String[]::new);
        Durees.comparer(titre, manches, cas, () -> base.executer(avant));
    }
}
