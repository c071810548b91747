package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.essais.Familles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Un parent connecté, d'un enfant ici et d'un autre ailleurs, dont la session prend à volonté chaque niveau et chaque portée. */
final class FamilleDEssai {

    static final String ICI = Familles.UAI;
    static final String AILLEURS = "0330002B";

    /**
     * Ce qu'une session a prouvé.
     *
     * @param niveau PAPIER : le mot de passe est encore celui du courrier
     * @param portee l'établissement auquel elle se limite ; nul si elle ne se limite pas
     */
    record Etat(Niveau niveau, @Nullable String portee) {

        static final Etat ENTIER = new Etat(Niveau.FRAIS, null);

        /** Chaque niveau et chaque portée ; un lien reçu par mail n'a jamais de portée, la base l'exige. */
        static List<Etat> tous() {
            return Stream.of(null, ICI, AILLEURS)
                    .flatMap(portee -> Arrays.stream(Niveau.values())
                            .filter(niveau -> portee == null || niveau != Niveau.LIEN)
                            .map(niveau -> new Etat(niveau, portee)))
                    .toList();
        }

        boolean provisoire() {
            return niveau == Niveau.PAPIER;
        }

        /** Ce que le service en retient : limitée, elle ne vaut qu'un courrier. */
        boolean suffit(Niveau requis) {
            return (portee == null ? niveau : Niveau.PAPIER).suffit(requis);
        }

        private Niveau enBase() {
            return portee != null ? Niveau.PAPIER : niveau == Niveau.FRAIS ? Niveau.MOT_DE_PASSE : niveau;
        }
    }

    private final Pile pile;
    final Pile.Compte parent;
    final Pile.Compte autre;
    final long eleveIci;
    final ClientHttp client;
    final long session;
    String demande = "";

    FamilleDEssai(Pile pile) {
        this.pile = pile;
        parent = pile.actif();
        eleveIci = pile.familles().eleve("Zéphyrine", ICI);
        pile.familles().lier(parent.id(), eleveIci);
        pile.familles().lier(parent.id(), pile.familles().eleve("Zébulon", AILLEURS));
        autre = pile.cree("Zoroastre");
        executer("UPDATE responsable SET mail = '" + mail() + "', telephone_portable = '+33611223344',"
                + " mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY,"
                + " telephone_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = " + parent.id());
        client = new ClientHttp(pile).connecter(parent);
        session = pile.base()
                .compter("SELECT MAX(id) FROM session_ouverte WHERE identifiant = '" + parent.identifiant() + "'");
    }

    /** L'adresse que le parent et l'autre compte ont en commun : le service lui en suggère le regroupement. */
    private String mail() {
        return autre.identifiant() + "@exemple.fr";
    }

    long responsable() {
        return parent.id();
    }

    void executer(String... instructions) {
        pile.base().executer(instructions);
    }

    void ouvrirUneAutreSession() {
        pile.familles().session(parent.identifiant());
    }

    /** Un autre compte prouvé dans la même session, avant celui de la demande : le premier que montre l'étape 2. */
    void prouverUnAutre() {
        Pile.Compte deux = pile.cree("Zénaïde");
        executer("INSERT INTO demande_regroupement (jeton, lot, principal_id, secondaire_id, session_id, creee_le,"
                + " expire_le) SELECT UNHEX(MD5(UUID())), jeton, principal_id, " + deux.id() + ", session_id,"
                + " creee_le - INTERVAL 1 SECOND, expire_le FROM demande_regroupement WHERE jeton ="
                + " UNHEX(REPLACE('" + demande + "', '-', ''))");
    }

    /** Un autre compte prouvé de même, par son mot de passe choisi : le premier que montre l'étape 2, où le compte connecté reste. */
    void prouverUnGardable() {
        Pile.Compte gardable = pile.actif("Zénon");
        executer(
                "UPDATE demande_regroupement SET reste = 0 WHERE principal_id = " + parent.id(),
                "INSERT INTO demande_regroupement (jeton, lot, principal_id, secondaire_id, session_id, creee_le,"
                        + " expire_le, mot_de_passe) SELECT UNHEX(MD5(UUID())), d.jeton, d.principal_id, r.id,"
                        + " d.session_id, d.creee_le - INTERVAL 2 SECOND, d.expire_le,"
                        + " CONVERT(SHA2(r.mot_de_passe, 256) USING ascii) FROM demande_regroupement AS d JOIN"
                        + " responsable AS r ON r.id = " + gardable.id() + " WHERE d.jeton = UNHEX(REPLACE('" + demande
                        + "', '-', ''))");
    }

    /** Donne au compte le courrier d'ici, dont vient son mot de passe, et celui d'ailleurs, qui vaut encore. */
    void armer() {
        executer(
                "DELETE FROM essai",
                "DELETE FROM portee WHERE responsable_id = " + parent.id(),
                courrier(ICI, "agent.ici", "1"),
                courrier(AILLEURS, "agent.ailleurs", "NULL"));
    }

    private String courrier(String uai, String par, String courante) {
        return "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire,"
                + " avisee) VALUES (" + parent.id() + ", '" + uai + "', '" + Familles.ARGON2 + "', '" + par
                + "', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 90 DAY, " + courante + ", 1, 1)";
    }

    /** La session du parent n'a plus prouvé que cela ; y revenir rend la base telle qu'elle était. */
    void mettre(Etat etat) {
        String portee = etat.portee() == null ? "NULL" : "'" + etat.portee() + "'";
        executer(
                "UPDATE session_ouverte SET niveau = '" + etat.enBase() + "', portee = " + portee
                        + ", prouvee_le = UTC_TIMESTAMP(3) - INTERVAL " + (etat.niveau() == Niveau.FRAIS ? 1 : 16)
                        + " MINUTE WHERE id = " + session,
                "UPDATE responsable SET provisoire_expire_le = "
                        + (etat.provisoire() ? "'2099-12-31'" : "NULL") + " WHERE id = "
                        + parent.id());
    }

    /** Ce que la base tient de cette famille : dit quel envoi l'a changé, et les sessions que {@link EtatDeLaBase} ne regarde pas. */
    List<String> faits() {
        String sien = " WHERE responsable_id = " + parent.id();
        return pile.base()
                .lire("SELECT 'session', id, finie_le FROM session_ouverte WHERE identifiant = '" + parent.identifiant()
                        + "' UNION ALL SELECT 'compte', version, CONCAT_WS(' ', etat, mail, telephone_portable)"
                        + " FROM responsable WHERE id = " + parent.id()
                        + " UNION ALL SELECT 'lien', eleve_id, etat FROM rattachement" + sien
                        + " UNION ALL SELECT 'mail', essais, CONCAT(mail, code) FROM mail_en_attente" + sien
                        + " UNION ALL SELECT 'portable', essais, CONCAT(telephone, code) FROM telephone_en_attente"
                        + sien
                        + " UNION ALL SELECT 'activation', 1, depuis FROM activation_en_cours" + sien
                        + " UNION ALL SELECT 'code', essais, code FROM code_de_preuve" + sien
                        + " UNION ALL SELECT 'suggestion', autre_id, le FROM suggestion_ecartee" + sien
                        + " UNION ALL SELECT 'demande', SUM(retiree_le IS NULL), CONCAT(MAX(creee_le), SUM(reste)) FROM"
                        + " demande_regroupement WHERE principal_id = " + parent.id());
    }

    /** L'état de son lien avec l'enfant d'ici. */
    String lienAvecCelleDIci() {
        return pile.base()
                .lire("SELECT etat FROM rattachement WHERE responsable_id = " + parent.id() + " AND eleve_id = "
                        + eleveIci)
                .get(0);
    }

    /** Ce qu'une réponse à cette session ne doit pas montrer : l'enfant caché, son école, leur nombre, les coordonnées du titulaire. */
    List<String> secrets(Etat etat) {
        List<String> secrets = new ArrayList<>(List.of("Zoroastre", "ZOROASTRE"));
        if (etat.portee() != null) {
            secrets.addAll(List.of(mail(), "0611223344", "06 11 22 33 44", "+33611223344", "2 enfants", "2 élèves"));
            secrets.addAll(
                    ICI.equals(etat.portee())
                            ? List.of("Zébulon", "ZÉBULON", "Zebulon", AILLEURS)
                            : List.of("Zéphyrine", "ZÉPHYRINE", "Zephyrine", ICI, "Collège du Moulin"));
        }
        return secrets;
    }
}
