package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Une école et, pour chaque geste du bureau, de quoi le faire une fois. Tout ce qui la nomme porte son mot, que nul autre essai
 * n'emploie : le trouver dans une réponse, c'est y trouver une donnée de cette école.
 *
 * @param mot présent dans chaque nom de l'école, de ses élèves et de ses responsables, et dans l'identifiant de ses agents
 * @param numeros par nom, les numéros et jetons que les adresses et les formulaires portent
 */
record EcoleDEssai(String mot, String uai, Map<String, String> numeros) {

    /** Classe dont les personnes ne servent qu'aux gestes en nombre. */
    static final String EN_NOMBRE = "6N";

    /** Classe dont une famille tient une lettre, à refaire. */
    static final String A_REFAIRE = "6R";

    /** Classe dont les lettres sont faites d'avance, prêtes à emporter. */
    static final String A_EMPORTER = "6E";

    private static final AtomicInteger SUITE = new AtomicInteger();

    /** Une école dont rien n'existe : ses numéros n'ont jamais été donnés. */
    static EcoleDEssai inexistante(EcoleDEssai modele) {
        Map<String, String> numeros = new LinkedHashMap<>();
        modele.numeros.forEach((nom, valeur) -> numeros.put(
                nom,
                valeur.length() == 36
                        ? UUID.randomUUID().toString()
                        : valeur.matches("[0-9]+")
                                ? Long.toString(800_000_000L + SUITE.incrementAndGet())
                                : "personne." + (800_000_000L + SUITE.incrementAndGet())));
        return new EcoleDEssai("inexistante", "0339998X", numeros);
    }

    String numero(String nom) {
        String numero = numeros.get(nom);
        if (numero == null) {
            throw new AssertionError("L'école d'essai n'a pas de « " + nom + " ».");
        }
        return numero;
    }

    /** L'identifiant d'un de ses agents. */
    String agent(String role) {
        return mot + "." + role;
    }

    /** Ce qui, dans une réponse, viendrait d'elle : son mot, sous chacune de ses écritures. */
    List<String> secrets() {
        return List.of(mot, mot.toUpperCase(Locale.ROOT), nom());
    }

    private String nom() {
        return Character.toUpperCase(mot.charAt(0)) + mot.substring(1);
    }

    /** Peuple une école neuve ; {@link #commencer} y ajoute ce qui demande une session. */
    static EcoleDEssai creer(Pile pile, String mot) {
        return new Fabrique(pile, mot).creer();
    }

    /** Ce qui demande la session d'un agent : une rupture demandée, une autre faite, des lettres à emporter, un import à valider. */
    void commencer(ClientHttp agent) {
        Map<String, String> autre = Map.of("compte", numero("compte"), "eleve", numero("autreEleve"));
        numeros.put("demande", suite(agent, "/etablissement/rupture#continuer", autre, "demande"));
        numeros.put("faite", suite(agent, "/etablissement/rupture-confirmation#confirmer", Map.of(), "demande"));
        numeros.put("demande", suite(agent, "/etablissement/rupture#continuer", Map.of(), "demande"));
        Map<String, String> aEmporter = Map.of("classe", A_EMPORTER);
        numeros.put("travail", suite(agent, "/etablissement/courriers#imprimer", aEmporter, "jeton"));
        GestesDuBureau.attendreLaFin(agent, "/etablissement/travail?jeton=" + numero("travail"));
        Map<String, ClientHttp.Fichier> exports =
                ExportsDEssai.famille(uai, nom()).ilYA(1).fichiers();
        retenir(agent.envoyerDesFichiers("/etablissement/siecle/remettre", exports));
        numero("import");
    }

    /** Ce qu'un geste vient de faire sert au suivant : l'import remis, où le geste a mené. */
    void retenir(HttpResponse<String> reponse) {
        String suite = reponse.headers().firstValue("Location").orElse("");
        if (suite.contains("/etablissement/siecle/import?id=")) {
            numeros.put("import", ClientHttp.parametre(suite, "id"));
        }
    }

    private String suite(ClientHttp agent, String nom, Map<String, String> autres, String parametre) {
        GestesDuBureau.Geste geste = GestesDuBureau.geste(nom);
        Map<String, String> champs = GestesDuBureau.avec(GestesDuBureau.ouvrir(agent, geste, this), autres);
        return ClientHttp.parametre(ClientHttp.versOu(agent.envoyer(geste.envoi(), champs)), parametre);
    }

    private static final class Fabrique {

        private final Requetes base;
        private final Familles familles;
        private final EcoleDEssai ecole;

        Fabrique(Pile pile, String mot) {
            base = pile.base();
            familles = pile.familles();
            ecole = new EcoleDEssai(
                    mot, String.format(Locale.ROOT, "033%04dA", 7000 + SUITE.incrementAndGet()), new LinkedHashMap<>());
        }

        EcoleDEssai creer() {
            familles.etablissement(ecole.uai, "Collège " + ecole.nom());
            noter("chef", agent("chef", true));
            noter("secretaire", agent("secretaire", false));
            noter("aNommer", agent("anommer", false));
            noter("aDechoir", agent("adechoir", true));
            noter("aRetirer", agent("aretirer", false));
            noter(
                    "attendue",
                    base.inserer(
                            "INSERT INTO habilitation_attendue (uai, identifiant, nom, prenom, mail, chef, donnee_le,"
                                    + " donnee_par) VALUES (?, ?, ?, 'Ana', 'ana@exemple.fr', 0, UTC_TIMESTAMP(3), 'x')",
                            ecole.uai,
                            ecole.agent("attendu"),
                            ecole.nom()));
            long eleve = eleve("Aude", "5A");
            noter("eleve", eleve);
            long compte = compte("actif", "ACTIF", Familles.ARGON2);
            noter("compte", compte);
            base.inserer(
                    "INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, adresse, details)"
                            + " VALUES (UTC_TIMESTAMP(3), 'CONNEXION', ?, 'x', 'RESPONSABLE', '192.0.2.7', '{}')",
                    compte);
            noter("identifiant", ecole.agent("actif"));
            familles.lier(compte, eleve);
            noter("autreEleve", lier(compte, "Bruno", "5A"));
            noter("aEcrire", cree("aecrire", "Cleo", "5A"));
            cree("ennombre", "Denis", EN_NOMBRE);
            cree("aemporter", "Dora", A_EMPORTER);
            lier(compte("arefaire", "CREE", Familles.ARGON2), "Dina", A_REFAIRE);
            noter("aRompre", cree("arompre", "Elsa", "5A"));
            noter(
                    "eleveARompre",
                    base.compter(
                            "SELECT eleve_id FROM rattachement WHERE responsable_id = " + ecole.numero("aRompre")));
            long declarant = compte("declarant", "ACTIF", Familles.ARGON2);
            noter("lien", familles.lier(declarant, eleve, 3, 90, "CONTESTE"));
            noter(
                    "declare",
                    base.compter("SELECT CAST(ROUND(UNIX_TIMESTAMP(conteste_le) * 1000) AS INTEGER)"
                            + " FROM rattachement WHERE id = " + ecole.numero("lien")));
            noter(
                    "demandeDeCourrier",
                    base.inserer(
                            "INSERT INTO demande_de_courrier (responsable_id, uai, enfant_nom, enfant_prenom,"
                                    + " enfant_naissance, demandee_le) VALUES (?, ?, ?, 'Aude', '2014-03-12',"
                                    + " UTC_TIMESTAMP(3))",
                            declarant,
                            ecole.uai,
                            ecole.nom()));
            long aJoindre = compte("ajoindre", "ACTIF", Familles.ARGON2);
            base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + aJoindre);
            lier(aJoindre, "Ana", "5A");
            noter("aJoindre", aJoindre);
            noter("aCreer", attendu("Fanny", "P1", "5A"));
            noter("aRattacher", attendu("Gael", "P2", "5A"));
            long voisin = compte("gael", "ACTIF", Familles.ARGON2);
            base.executer("UPDATE responsable SET prenom = 'Gael' WHERE id = " + voisin);
            lier(voisin, "Ines", "5A");
            noter("voisin", voisin);
            noter("aOublier", attendu("Hugo", null, "5A"));
            attendu("Jade", "P3", EN_NOMBRE);
            noter("identifiantNouveau", ecole.agent("nouveau"));
            return ecole;
        }

        private void noter(String nom, long numero) {
            noter(nom, Long.toString(numero));
        }

        private void noter(String nom, String valeur) {
            ecole.numeros.put(nom, valeur);
        }

        private long agent(String role, boolean chef) {
            long id = familles.agentSansEtablissement(ecole.agent(role), "ETABLISSEMENT");
            base.executer("INSERT INTO habilitation (agent_id, uai, chef) VALUES (" + id + ", '" + ecole.uai + "', "
                    + chef + ")");
            return id;
        }

        private long eleve(String prenom, String classe) {
            long id = familles.eleve(prenom, ecole.uai);
            base.executer("UPDATE eleve SET nom = '" + ecole.nom() + "', classe = '" + classe + "' WHERE id = " + id);
            return id;
        }

        private long lier(long compte, String prenom, String classe) {
            long eleve = eleve(prenom, classe);
            familles.lier(compte, eleve);
            return eleve;
        }

        private long compte(String role, String etat, @Nullable String empreinte) {
            return familles.compte(ecole.agent(role), ecole.nom(), null, "Alix", etat, empreinte, "NULL");
        }

        private long cree(String role, String prenom, String classe) {
            long compte = compte(role, "CREE", null);
            lier(compte, prenom, classe);
            return compte;
        }

        private long attendu(String prenom, @Nullable String personne, String classe) {
            long id = base.inserer(
                    "INSERT INTO responsable_attendu (uai, personne_id, nom_famille, prenom) VALUES (?, ?, ?, ?)",
                    ecole.uai,
                    personne,
                    ecole.nom(),
                    prenom);
            base.executer("INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) VALUES (" + id
                    + ", " + eleve(prenom + "-fils", classe) + ", 1, 10)");
            return id;
        }
    }
}
