package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.FamilleDEssai.Etat;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comment presser chaque bouton d'un responsable ; {@link NiveauxDesGestesIT} exige que tous y soient. */
final class GestesDuResponsable {

    /** À quoi touche un bouton, et donc ce que la portée d'une session en permet. */
    enum Objet {
        COMPTE,
        /** L'enfant d'ici : la session doit le voir. */
        ENFANT,
        /** La limite même de la session : il faut qu'elle en ait une. */
        LIMITE,
        /** Le mot de passe du courrier, à remplacer. */
        PROVISOIRE
    }

    /** Ce que ce geste désigne ou saisit, dans cette famille. */
    @FunctionalInterface
    interface Champs extends Function<FamilleDEssai, Map<String, String>> {}

    /**
     * Un bouton pressé.
     *
     * @param requis le niveau que son acte demande
     * @param droit la session qui a le droit de le presser
     * @param preparation ce qu'il faut d'abord à la famille
     * @param designes la question de sa page, que son formulaire répète
     * @param saisie le reste du formulaire, tel qu'une personne le remplit
     * @param manque de quoi le manquer, pour l'essayer d'une session qui en a le droit sans rien changer ; nul s'il ne se manque pas
     */
    record Geste(
            String page,
            String bouton,
            Niveau requis,
            Objet objet,
            Etat droit,
            Consumer<FamilleDEssai> preparation,
            Champs designes,
            Champs saisie,
            @Nullable Map<String, String> manque) {

        String nom() {
            return page + "#" + bouton;
        }

        /** Vrai si cette session a le droit de le faire. */
        boolean permis(Etat etat) {
            return switch (objet) {
                case LIMITE -> etat.portee() != null;
                case PROVISOIRE -> etat.provisoire();
                case COMPTE -> !etat.provisoire() && etat.suffit(requis);
                case ENFANT ->
                    !etat.provisoire()
                            && etat.suffit(requis)
                            && (etat.portee() == null || etat.portee().equals(FamilleDEssai.ICI));
            };
        }

        Geste touchant(Objet autre, Etat quiLePeut) {
            return new Geste(page, bouton, requis, autre, quiLePeut, preparation, designes, saisie, manque);
        }

        Geste exigeant(Niveau niveau) {
            return new Geste(page, bouton, niveau, objet, droit, preparation, designes, saisie, manque);
        }

        Geste apres(Consumer<FamilleDEssai> preparatifs) {
            return new Geste(page, bouton, requis, objet, droit, preparatifs, designes, saisie, manque);
        }

        Geste designant(Champs champs) {
            return new Geste(page, bouton, requis, objet, droit, preparation, champs, saisie, manque);
        }

        Geste rempli(Champs champs) {
            return new Geste(page, bouton, requis, objet, droit, preparation, designes, champs, manque);
        }

        Geste manqueAvec(Map<String, String> champs) {
            return new Geste(page, bouton, requis, objet, droit, preparation, designes, saisie, champs);
        }
    }

    private static final String NOUVEAU = "Marée-Haute-7-Grèves";
    private static final String CODE = "code-saisie";
    private static final Etat LIMITE = new Etat(Niveau.MOT_DE_PASSE, FamilleDEssai.ICI);
    private static final Etat PROVISOIRE = new Etat(Niveau.PAPIER, null);

    /** Ce que les sources nomment et qu'aucune session ne presse, ou qui n'est l'acte de personne. */
    static final Set<String> SANS_ACTE = Set.of(
            // La même page à deux endroits : « plus tard » ne s'offre qu'à l'activation.
            "/compte/mail#plus-tard",
            "/compte/mail#plus-tard-code",
            // Revenir à l'identifiant déjà tapé : rien ne change que ce que la page montre.
            "/compte/regrouper#modifier",
            // Un courrier attend dans ce navigateur : PorteDuCourrierIT le présente, PorteServiceTest juge l'acte.
            "/courrier/suite#continuer");

    /** Dans l'ordre où une seule famille permet de les faire tous. */
    static final List<Geste> GESTES = List.of(
            geste("/compte/enfants#ecarter", Acte.REPONDRE_A_UNE_SUGGESTION),
            geste("/compte/portable#enregistrer", Acte.CHANGER_DE_TELEPHONE)
                    .apres(f ->
                            f.executer("DELETE FROM telephone_en_attente WHERE responsable_id = " + f.responsable()))
                    .rempli(f -> Map.of("portable-saisie", "06 39 98 00 0" + f.responsable() % 10)),
            geste("/compte/portable#renvoyer", Acte.CHANGER_DE_TELEPHONE).apres(GestesDuResponsable::portable),
            geste("/compte/portable#renoncer", Acte.CHANGER_DE_TELEPHONE).apres(GestesDuResponsable::portable),
            geste("/compte/portable#confirmer", Acte.CHANGER_DE_TELEPHONE)
                    .apres(GestesDuResponsable::portable)
                    .rempli(f -> Map.of(CODE, Familles.MOT_DE_PASSE)),
            geste("/compte/preuve#envoyer-sms", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .apres(f -> f.executer(
                            portableSur(f), "DELETE FROM code_de_preuve WHERE responsable_id = " + f.responsable())),
            geste("/compte/preuve#renvoyer-sms", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .apres(f -> {
                        f.executer(portableSur(f));
                        codeDePreuve(f);
                    }),
            geste("/compte/preuve#envoyer", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .apres(f -> f.executer("DELETE FROM code_de_preuve WHERE responsable_id = " + f.responsable())),
            geste("/compte/preuve#renvoyer", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .apres(GestesDuResponsable::codeDePreuve),
            geste("/compte/preuve#confirmer", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .apres(GestesDuResponsable::codeDePreuve)
                    .rempli(f -> Map.of(CODE, Familles.MOT_DE_PASSE)),
            geste("/compte/preuve#prouver", Acte.SE_PROUVER)
                    .touchant(Objet.LIMITE, LIMITE)
                    .rempli(f -> Map.of("courrier-saisie", Familles.MOT_DE_PASSE)),
            geste("/compte/mail#envoyer", Acte.CHANGER_D_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::sansAttente)
                    .rempli(f -> Map.of("mail-saisie", "un." + f.parent.identifiant() + "@exemple.fr")),
            geste("/compte/mail#renvoyer", Acte.CHANGER_D_ADRESSE_MAIL).apres(GestesDuResponsable::attente),
            geste("/compte/mail#renoncer", Acte.CONFIRMER_SON_ADRESSE_MAIL).apres(GestesDuResponsable::attente),
            geste("/compte/mail#confirmer", Acte.CONFIRMER_SON_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::attente)
                    .rempli(f -> Map.of(CODE, Familles.MOT_DE_PASSE)),
            geste("/activation/mail#envoyer", Acte.CHANGER_D_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::sansAttente)
                    .rempli(f -> Map.of("mail-saisie", "deux." + f.parent.identifiant() + "@exemple.fr")),
            geste("/activation/mail#renvoyer", Acte.CHANGER_D_ADRESSE_MAIL).apres(GestesDuResponsable::attente),
            geste("/activation/mail#renoncer", Acte.CONFIRMER_SON_ADRESSE_MAIL).apres(GestesDuResponsable::attente),
            geste("/activation/mail#confirmer", Acte.CONFIRMER_SON_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::attente)
                    .rempli(f -> Map.of(CODE, Familles.MOT_DE_PASSE)),
            geste("/activation/mail#plus-tard", Acte.CONFIRMER_SON_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::sansAttente),
            geste("/activation/mail#plus-tard-code", Acte.CONFIRMER_SON_ADRESSE_MAIL)
                    .apres(GestesDuResponsable::attente),
            geste("/sessions#fermer", Acte.VOIR_SES_SESSIONS)
                    .exigeant(Niveau.MOT_DE_PASSE)
                    .apres(FamilleDEssai::ouvrirUneAutreSession),
            geste("/sessions#fermer-les-autres", Acte.VOIR_SES_SESSIONS)
                    .exigeant(Niveau.MOT_DE_PASSE)
                    .apres(FamilleDEssai::ouvrirUneAutreSession),
            geste("/compte/contester#confirmer", Acte.CONTESTER)
                    .touchant(Objet.ENFANT, Etat.ENTIER)
                    .designant(f -> Map.of("eleve", String.valueOf(f.eleveIci))),
            geste("/compte/enfant-manquant/enfant#envoyer", Acte.DEMANDER_UN_COURRIER)
                    .designant(f -> Map.of("uai", FamilleDEssai.ICI))
                    .rempli(f -> Map.of(
                            "enfantPrenom-saisie",
                            "Zoroastre",
                            "enfantNom-saisie",
                            "Essai",
                            "naissance-saisie",
                            "12/03/2014")),
            geste("/compte/enfant-manquant#retirer", Acte.DEMANDER_UN_COURRIER)
                    .apres(f -> f.executer("INSERT IGNORE INTO demande_de_courrier (responsable_id, uai, enfant_nom,"
                            + " enfant_prenom, enfant_naissance, demandee_le) VALUES (" + f.responsable() + ", '"
                            + FamilleDEssai.ICI + "', 'Essai', 'Lou', '2014-03-12', UTC_TIMESTAMP(3))")),
            geste("/compte/enfant-manquant/code#envoyer", Acte.RETROUVER_UN_COMPTE)
                    .rempli(f -> Map.of("naissance-saisie", "12/03/2014", "canal", "MAIL")),
            geste("/compte/enfant-manquant/code#confirmer", Acte.RETROUVER_UN_COMPTE)
                    .designant(f -> Map.of("envoye", "MAIL"))
                    .apres(f -> f.executer("REPLACE INTO code_de_compte (responsable_id, session_id, code, comptes,"
                            + " envoye_le, expire_le) VALUES (" + f.responsable() + ", " + f.session + ", '"
                            + Familles.ARGON2 + "', '[" + f.autre.id() + "]', UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE,"
                            + " UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)"))
                    .rempli(f -> Map.of(CODE, Familles.MOT_DE_PASSE)),
            geste("/compte/mot-de-passe#enregistrer", Acte.CHANGER_DE_MOT_DE_PASSE)
                    .rempli(f -> Map.of(
                            "actuel-saisie",
                            Familles.MOT_DE_PASSE,
                            "nouveau-saisie",
                            NOUVEAU,
                            "confirmation-saisie",
                            NOUVEAU))
                    .manqueAvec(Map.of("nouveau-saisie", "Zéphyrine-Zébulon-1", "confirmation-saisie", "Autre")),
            geste("/activation#suivant", Acte.ACTIVER)
                    .touchant(Objet.PROVISOIRE, PROVISOIRE)
                    .rempli(f -> Map.of("contester", String.valueOf(f.eleveIci)))
                    .manqueAvec(Map.of()),
            geste("/activation/mot-de-passe#enregistrer", Acte.ACTIVER)
                    .touchant(Objet.PROVISOIRE, PROVISOIRE)
                    .rempli(f -> Map.of("nouveau-saisie", NOUVEAU + "-8", "confirmation-saisie", NOUVEAU + "-8"))
                    .manqueAvec(Map.of("nouveau-saisie", "Zéphyrine-Zébulon-1", "confirmation-saisie", "Autre")),
            geste("/compte/regrouper#suivant", Acte.REGROUPER)
                    .rempli(f -> Map.of(
                            "autreIdentifiant-saisie",
                            f.autre.identifiant(),
                            "autreMotDePasse-saisie",
                            f.autre.motDePasse())),
            geste("/compte/confirmation#garder", Acte.CHANGER_LE_COMPTE_QUI_RESTE)
                    .apres(FamilleDEssai::prouverUnGardable)
                    .designant(f -> Map.of("demande", f.demande)),
            geste("/compte/confirmation#retirer", Acte.REGROUPER)
                    .apres(FamilleDEssai::prouverUnAutre)
                    .designant(f -> Map.of("demande", f.demande)),
            geste("/compte/confirmation#valider", Acte.REGROUPER).designant(f -> Map.of("demande", f.demande)));

    private static final Pattern FORMULAIRE = Pattern.compile("<form\\s.*?</form>", Pattern.DOTALL);
    private static final Pattern ENVOI = Pattern.compile("<input[^>]*type=\"submit\"[^>]*>");
    private static final Pattern NOM = Pattern.compile("\\bname=\"([^\"]+)\"");

    private GestesDuResponsable() {}

    static Geste geste(String nom) {
        return GESTES.stream().filter(g -> g.nom().equals(nom)).findFirst().orElseThrow();
    }

    /** Ouvre la page de ce geste et rend les champs de son formulaire, rempli et prêt à partir par ce bouton. */
    static Map<String, String> ouvrir(Geste geste, FamilleDEssai famille) {
        famille.mettre(geste.droit());
        Map<String, String> designes = geste.designes().apply(famille);
        HttpResponse<String> page = famille.client.lire(geste.page() + GestesDuBureau.question(designes));
        Matcher formulaires = FORMULAIRE.matcher(page.body());
        while (formulaires.find()) {
            String formulaire = formulaires.group();
            List<String> boutons = ENVOI.matcher(formulaire)
                    .results()
                    .flatMap(envoi -> NOM.matcher(envoi.group()).results().map(nom -> nom.group(1)))
                    .toList();
            String presse = boutons.stream()
                    .filter(nom -> nom.equals(geste.bouton()) || nom.endsWith("-" + geste.bouton()))
                    .findFirst()
                    .orElse(null);
            if (presse != null) {
                Map<String, String> champs = ClientHttp.champs(formulaire);
                boutons.stream().filter(nom -> !nom.equals(presse)).forEach(champs::remove);
                return GestesDuBureau.avec(
                        GestesDuBureau.avec(champs, geste.saisie().apply(famille)), designes);
            }
        }
        throw new AssertionError(geste.nom() + " ne s'ouvre pas : " + page.statusCode() + " "
                + page.headers().firstValue("Location").orElse(""));
    }

    private static Geste geste(String nom, Acte acte) {
        int bouton = nom.indexOf('#');
        return new Geste(
                nom.substring(0, bouton),
                nom.substring(bouton + 1),
                acte.requis().orElseThrow(),
                Objet.COMPTE,
                Etat.ENTIER,
                famille -> {},
                famille -> Map.of(),
                famille -> Map.of(),
                null);
    }

    private static void codeDePreuve(FamilleDEssai famille) {
        famille.executer("REPLACE INTO code_de_preuve (responsable_id, session_id, code, envoye_le, expire_le) VALUES ("
                + famille.responsable() + ", " + famille.session + ", '" + Familles.ARGON2
                + "', UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE, UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)");
    }

    /** Un portable confirmé depuis assez longtemps pour prouver le titulaire. */
    private static String portableSur(FamilleDEssai famille) {
        return "UPDATE responsable SET telephone_portable = '+33611223344',"
                + " telephone_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = " + famille.responsable();
    }

    private static void portable(FamilleDEssai famille) {
        famille.executer(
                "REPLACE INTO telephone_en_attente (responsable_id, telephone, code, envoye_le, expire_le) VALUES ("
                        + famille.responsable() + ", CONCAT('+3363998', LPAD(UUID_SHORT() % 10000, 4, '0')), '"
                        + Familles.ARGON2
                        + "', UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE, UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)");
    }

    private static void attente(FamilleDEssai famille) {
        famille.executer(
                activation(famille),
                "REPLACE INTO mail_en_attente (responsable_id, mail, code, lien, envoye_le, expire_le) VALUES ("
                        + famille.responsable() + ", CONCAT(UUID_SHORT(), '@exemple.fr'), '" + Familles.ARGON2
                        + "', SHA2(UUID(), 256), UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE,"
                        + " UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)");
    }

    private static void sansAttente(FamilleDEssai famille) {
        famille.executer(
                activation(famille), "DELETE FROM mail_en_attente WHERE responsable_id = " + famille.responsable());
    }

    /** L'étape 3 de l'activation, seule à montrer l'adresse mail hors de PROFIL. */
    private static String activation(FamilleDEssai famille) {
        return "INSERT IGNORE INTO activation_en_cours (responsable_id, depuis) VALUES (" + famille.responsable()
                + ", UTC_TIMESTAMP(3))";
    }
}
