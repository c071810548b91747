package fr.academie.teleservices.navigateur;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Comment appeler chaque adresse et presser chaque bouton des bureaux ; {@link DroitsDuBureauIT} exige que tous y soient. */
final class GestesDuBureau {

    /** Ce qui dit de quoi l'on parle : des noms de paramètres et leurs valeurs dans cette école. */
    @FunctionalInterface
    interface Cible extends Function<EcoleDEssai, Map<String, String>> {}

    /**
     * Une adresse lue.
     *
     * @param duChef vrai si seul un chef y entre
     * @param traces les lignes qu'elle laisse au journal du bureau, une par action ; vide si elle ne montre la donnée de personne
     */
    record Lecture(String chemin, boolean duChef, Cible cible, List<String> traces) {

        Lecture laisse(String... actions) {
            return new Lecture(chemin, duChef, cible, List.of(actions));
        }

        boolean estDeLAssistance() {
            return chemin.startsWith("/assistance");
        }

        String adresse(Map<String, String> parametres) {
            return chemin + question(parametres);
        }

        String adresse(EcoleDEssai ecole) {
            return adresse(cible.apply(ecole));
        }
    }

    /**
     * Un bouton pressé.
     *
     * @param page où est son formulaire
     * @param bouton son identifiant ; « post » pour le seul bouton d'un formulaire qui n'est pas de Faces
     * @param envoi où part le formulaire
     * @param duChef vrai si seul un chef y entre
     * @param cible la question de la page
     * @param designes ce que le formulaire désigne : la même chose, et parfois davantage
     * @param saisie le reste du formulaire, tel qu'une personne le remplit
     * @param traces l'action qu'il laisse au journal du bureau ; vide s'il n'est qu'une étape
     */
    record Geste(
            String page,
            String bouton,
            String envoi,
            boolean duChef,
            Cible cible,
            Cible designes,
            Map<String, String> saisie,
            List<String> traces) {

        String nom() {
            return page + "#" + bouton;
        }

        boolean estDeFaces() {
            return page.equals(envoi);
        }

        /** Vrai si ce formulaire envoie des fichiers. */
        boolean porteDesFichiers() {
            return envoi.endsWith("/remettre");
        }

        /** Envoie le formulaire ; un geste qui porte des fichiers, ceux de l'établissement désigné. */
        HttpResponse<String> envoyer(ClientHttp client, Map<String, String> champs, String... entetes) {
            return porteDesFichiers()
                    ? client.envoyerDesFichiers(
                            envoi,
                            ExportsDEssai.famille(String.valueOf(champs.get("uai")), "Essai")
                                    .fichiers(),
                            entetes)
                    : client.envoyer(envoi, champs, entetes);
        }

        Geste vers(String adresse) {
            return new Geste(page, bouton, adresse, duChef, cible, designes, saisie, traces);
        }

        /** Le formulaire désigne aussi cela. */
        Geste designant(Cible autre) {
            Cible tous = ecole -> avec(designes.apply(ecole), autre.apply(ecole));
            return new Geste(page, bouton, envoi, duChef, cible, tous, saisie, traces);
        }

        Geste rempli(Map<String, String> champs) {
            return new Geste(page, bouton, envoi, duChef, cible, designes, champs, traces);
        }

        Geste laisse(String action) {
            return new Geste(page, bouton, envoi, duChef, cible, designes, saisie, List.of(action));
        }

        Geste parLeChef() {
            return new Geste(page, bouton, envoi, true, cible, designes, saisie, traces);
        }
    }

    static final List<Lecture> LECTURES = List.of(
            lecture("/etablissement", e -> Map.of("uai", e.uai())).laisse("RECHERCHE"),
            lecture("/etablissement/liste.csv", e -> Map.of("uai", e.uai())).laisse("EXPORT"),
            lecture("/etablissement/responsable", id("compte")).laisse("CONSULTATION"),
            lecture("/etablissement/courrier", idEtUai("aEcrire")).laisse("CONSULTATION"),
            lecture("/etablissement/courriers", GestesDuBureau::uai),
            lecture("/etablissement/refaire", GestesDuBureau::classeARefaire),
            lecture("/etablissement/comptes", GestesDuBureau::uai).laisse("CONSULTATION"),
            lecture("/etablissement/attendu", id("aCreer")).laisse("CONSULTATION"),
            lecture("/etablissement/nouveau", numero("eleve", "eleve")).laisse("CONSULTATION"),
            lecture("/etablissement/travail", numero("jeton", "travail")),
            lecture("/etablissement/rupture", numero("compte", "aRompre")).laisse("CONSULTATION"),
            lecture("/etablissement/rupture-confirmation", numero("demande", "demande"))
                    .laisse("CONSULTATION"),
            lecture("/etablissement/rupture-faite", numero("demande", "faite")).laisse("CONSULTATION"),
            lecture("/etablissement/contestations", e -> Map.of()).laisse("CONSULTATION"),
            lecture("/etablissement/contestations.csv", e -> Map.of()).laisse("EXPORT"),
            lecture("/etablissement/contestation", numero("lien", "lien")).laisse("CONSULTATION"),
            lecture("/etablissement/demandes", e -> Map.of()).laisse("CONSULTATION"),
            lecture("/etablissement/demandes.csv", e -> Map.of()).laisse("EXPORT"),
            lecture("/etablissement/demande", id("demandeDeCourrier")).laisse("CONSULTATION"),
            lecture("/etablissement/suivi", GestesDuBureau::uai),
            lecture("/etablissement/suivi/liste", GestesDuBureau::indicateur).laisse("CONSULTATION"),
            lecture("/etablissement/suivi/export/classes.csv", GestesDuBureau::uai)
                    .laisse("EXPORT"),
            lecture("/etablissement/suivi/export/temps.csv", GestesDuBureau::uai)
                    .laisse("EXPORT"),
            lecture("/etablissement/suivi/export/liste.csv", GestesDuBureau::indicateur)
                    .laisse("EXPORT"),
            lecture("/etablissement/siecle", e -> Map.of()),
            lecture("/etablissement/siecle/import", id("import")),
            lecture("/etablissement/siecle/liste", GestesDuBureau::listeDImport).laisse("CONSULTATION"),
            lecture("/etablissement/siecle/liste.csv", GestesDuBureau::listeDImport)
                    .laisse("EXPORT"),
            duChef("/etablissement/habilitations", GestesDuBureau::uai),
            duChef("/etablissement/habilitations/donner", GestesDuBureau::uai),
            duChef("/etablissement/habilitations/attendue", GestesDuBureau::attendue),
            duChef("/etablissement/habilitations/agent", agent("aNommer")),
            duChef("/etablissement/journal", numero("responsable", "identifiant"))
                    .laisse("CONSULTATION"),
            duChef("/etablissement/journal/export/journal.csv", numero("responsable", "identifiant"))
                    .laisse("EXPORT"),
            duChef("/etablissement/journal/export/journal.jsonl", numero("responsable", "identifiant"))
                    .laisse("EXPORT"),
            lecture("/assistance", numero("mots", "identifiant")).laisse("RECHERCHE"),
            lecture("/assistance/compte", id("compte")).laisse("CONSULTATION"),
            lecture("/assistance/journal", numero("responsable", "identifiant")).laisse("CONSULTATION"),
            lecture("/assistance/diffusion", e -> Map.of()).laisse("CONSULTATION"),
            lecture("/assistance/diffusion.csv", e -> Map.of()).laisse("EXPORT"),
            lecture("/assistance/rapprochement", e -> Map.of()).laisse("CONSULTATION"),
            lecture("/assistance/rapprochement.csv", e -> Map.of()).laisse("EXPORT"),
            lecture("/assistance/rapprochement/appliquer", e -> Map.of()),
            lecture("/assistance/export/comptes.csv", numero("mots", "identifiant"))
                    .laisse("EXPORT"),
            lecture("/assistance/export/journal.csv", id("compte")).laisse("CONSULTATION", "EXPORT"),
            lecture("/assistance/journal/export/journal.csv", numero("responsable", "identifiant"))
                    .laisse("EXPORT"),
            lecture("/assistance/journal/export/journal.jsonl", numero("responsable", "identifiant"))
                    .laisse("EXPORT"));

    /** Dans l'ordre où l'école d'essai permet de les faire tous. */
    static final List<Geste> GESTES = List.of(
            geste("/etablissement/nouveau#saisir", numero("eleve", "eleve"))
                    .rempli(Map.of("nom-saisie", "Essai", "prenom-saisie", "Karim", "lien", "MERE"))
                    .laisse("PERSONNE_SAISIE"),
            geste("/etablissement/attendu#creer", id("aCreer")).laisse("CREATION_DE_COMPTE"),
            geste("/etablissement/attendu#rattacher", id("aRattacher"))
                    .designant(numero("compte", "voisin"))
                    .laisse("RATTACHEMENT"),
            geste("/etablissement/attendu#oublier", id("aOublier")).laisse("PERSONNE_OUBLIEE"),
            geste("/etablissement/comptes#creer", GestesDuBureau::classe).laisse("CREATION_DE_COMPTE"),
            geste("/etablissement/courrier#post", idEtUai("aEcrire"))
                    .vers("/etablissement/courrier.pdf")
                    .laisse("COURRIER"),
            geste("/etablissement/courrier#envoyerLeLien", idEtUai("aJoindre")).laisse("LIEN_ENVOYE"),
            geste("/etablissement/courriers#imprimer", GestesDuBureau::classe).laisse("COURRIER"),
            geste("/etablissement/refaire#refaire", GestesDuBureau::classeARefaire)
                    .laisse("COURRIER"),
            geste("/etablissement/travail#post", numero("jeton", "travail"))
                    .vers("/etablissement/travail.pdf")
                    .laisse("EXPORT"),
            geste("/etablissement/rupture#continuer", numero("compte", "aRompre"))
                    .designant(numero("eleve", "eleveARompre")),
            geste("/etablissement/rupture-confirmation#confirmer", numero("demande", "demande"))
                    .laisse("RUPTURE"),
            geste("/etablissement/contestation#repondre", numero("lien", "lien"))
                    .designant(numero("declare", "declare"))
                    .rempli(Map.of("reponse", "REJETE", "motif", "Vu au secrétariat."))
                    .laisse("SIGNALEMENT_REJETE"),
            geste("/etablissement/demande#clore", id("demandeDeCourrier"))
                    .rempli(Map.of("suite", "FAITE", "motif", ""))
                    .laisse("DEMANDE_FAITE"),
            geste("/etablissement/siecle/import#abandonner", id("import")).laisse("IMPORT_ABANDONNE"),
            geste("/etablissement/siecle#post", e -> Map.of())
                    .vers("/etablissement/siecle/remettre")
                    .designant(GestesDuBureau::uai)
                    .laisse("IMPORT_REMIS"),
            geste("/etablissement/siecle/import#valider", id("import")).laisse("IMPORT_VALIDE"),
            geste("/etablissement/habilitations/agent#nommer", agent("aNommer"))
                    .parLeChef()
                    .laisse("HABILITATION_CHANGEE"),
            geste("/etablissement/habilitations/agent#dechoir", agent("aDechoir"))
                    .parLeChef()
                    .laisse("HABILITATION_CHANGEE"),
            geste("/etablissement/habilitations/agent#retirer", agent("aRetirer"))
                    .parLeChef()
                    .laisse("HABILITATION_RETIREE"),
            geste("/etablissement/habilitations/attendue#oublier", GestesDuBureau::attendue)
                    .parLeChef()
                    .laisse("HABILITATION_RETIREE"),
            geste("/etablissement/habilitations/donner#habiliter", GestesDuBureau::uai)
                    .rempli(Map.of(
                            "identifiant-saisie",
                            "agent.nouveau",
                            "nom-saisie",
                            "Essai",
                            "prenom-saisie",
                            "Lou",
                            "mail-saisie",
                            "lou@exemple.fr"))
                    .parLeChef()
                    .laisse("HABILITATION_DONNEE"));

    /** Ceux de l'assistance : aucun ne porte le numéro d'une école. */
    static final List<Geste> DE_L_ASSISTANCE = List.of(
            geste("/assistance/diffusion#remettre", e -> Map.of())
                    .rempli(Map.of("abonne", "essai"))
                    .laisse("REMISE"),
            geste("/assistance/rapprochement#demander", e -> Map.of()).laisse("RAPPROCHEMENT_DEMANDE"),
            geste("/assistance/rapprochement#abandonner", e -> Map.of()).laisse("RAPPROCHEMENT_ABANDONNE"),
            geste("/assistance/rapprochement/appliquer#appliquer", e -> Map.of())
                    .laisse("RAPPROCHEMENT_VALIDE"));

    private static final Pattern BOUTON = Pattern.compile("<input[^>]*type=\"submit\"[^>]*>");
    private static final Pattern NOM = Pattern.compile("name=\"([^\"]+)\"");

    private GestesDuBureau() {}

    /** Ouvre la page de ce geste et rend les champs de son formulaire, rempli et prêt à partir par ce bouton. */
    static Map<String, String> ouvrir(ClientHttp agent, Geste geste, EcoleDEssai ecole) {
        HttpResponse<String> page =
                agent.lire(geste.page() + question(geste.cible().apply(ecole)));
        Map<String, String> champs = ClientHttp.champs(page.body());
        BOUTON.matcher(page.body())
                .results()
                .forEach(bouton -> NOM.matcher(bouton.group())
                        .results()
                        .map(nom -> nom.group(1))
                        .filter(nom -> !nom.equals(geste.bouton()))
                        .forEach(champs::remove));
        if (page.statusCode() != 200 || (geste.estDeFaces() && !champs.containsKey(geste.bouton()))) {
            throw new AssertionError(geste.nom() + " ne s'ouvre pas : " + page.statusCode());
        }
        return avec(avec(champs, geste.saisie()), geste.designes().apply(ecole));
    }

    static Geste geste(String nom) {
        return GESTES.stream().filter(g -> g.nom().equals(nom)).findFirst().orElseThrow();
    }

    /** Un geste en nombre se fait en arrière-plan : sa page dit quand il est fini. */
    static void attendreLaFin(ClientHttp agent, String suite) {
        for (int essai = 0; essai < 200; essai++) {
            if (!suite.matches(".*/(travail|siecle/import)\\?.*")
                    || !agent.lire(suite).body().contains("data-ts-suivi")) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** La question d'une adresse ; vide sans paramètre. */
    static String question(Map<String, String> parametres) {
        return parametres.entrySet().stream()
                .map(p -> p.getKey() + "=" + ClientHttp.encoder(p.getValue()))
                .reduce((a, b) -> a + "&" + b)
                .map(question -> "?" + question)
                .orElse("");
    }

    /**
     * Les façons de glisser, dans une demande à soi, des numéros qui ne le sont pas : tous à la fois, puis chacun seul.
     *
     * @param siens les paramètres de qui demande
     * @param autres les mêmes, d'une autre école
     */
    static List<Map<String, String>> melanges(Map<String, String> siens, Map<String, String> autres) {
        Stream<Map<String, String>> unParUn = autres.entrySet().stream()
                .filter(autre -> !autre.getValue().equals(siens.get(autre.getKey())))
                .map(autre -> avec(siens, Map.of(autre.getKey(), autre.getValue())));
        return Stream.concat(Stream.of(avec(siens, autres)), unParUn).distinct().toList();
    }

    static Map<String, String> avec(Map<String, String> uns, Map<String, String> autres) {
        Map<String, String> tous = new LinkedHashMap<>(uns);
        tous.putAll(autres);
        return tous;
    }

    private static Lecture lecture(String chemin, Cible cible) {
        return new Lecture(chemin, false, cible, List.of());
    }

    private static Lecture duChef(String chemin, Cible cible) {
        return new Lecture(chemin, true, cible, List.of());
    }

    private static Geste geste(String nom, Cible cible) {
        String page = nom.substring(0, nom.indexOf('#'));
        return new Geste(page, nom.substring(page.length() + 1), page, false, cible, cible, Map.of(), List.of());
    }

    private static Map<String, String> uai(EcoleDEssai ecole) {
        return Map.of("uai", ecole.uai());
    }

    private static Map<String, String> listeDImport(EcoleDEssai ecole) {
        return avec(id("import").apply(ecole), Map.of("quoi", "ELEVES", "ecart", "NOUVEAU"));
    }

    private static Cible numero(String parametre, String nom) {
        return ecole -> Map.of(parametre, ecole.numero(nom));
    }

    private static Cible id(String nom) {
        return numero("id", nom);
    }

    private static Cible idEtUai(String nom) {
        return ecole -> avec(id(nom).apply(ecole), uai(ecole));
    }

    private static Cible agent(String nom) {
        return ecole -> avec(uai(ecole), Map.of("agent", ecole.numero(nom)));
    }

    private static Map<String, String> attendue(EcoleDEssai ecole) {
        return avec(uai(ecole), Map.of("attendue", ecole.numero("attendue")));
    }

    private static Map<String, String> classe(EcoleDEssai ecole) {
        return avec(uai(ecole), Map.of("classe", EcoleDEssai.EN_NOMBRE));
    }

    private static Map<String, String> classeARefaire(EcoleDEssai ecole) {
        return avec(uai(ecole), Map.of("classe", EcoleDEssai.A_REFAIRE));
    }

    private static Map<String, String> indicateur(EcoleDEssai ecole) {
        return avec(uai(ecole), Map.of("indicateur", "COMPTES"));
    }
}
