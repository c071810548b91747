package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.demonstration.PileDeDemonstration.Options;
import fr.academie.teleservices.demonstration.donnees.CompteDeDemonstration;
import fr.academie.teleservices.demonstration.donnees.DonneesDeDemonstration;
import fr.academie.teleservices.demonstration.donnees.FichiersAImporter;
import fr.academie.teleservices.demonstration.donnees.PairesARapprocher;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Le bloc que {@code mvn -Pdemo} montre une fois prêt : où cliquer, avec quels comptes, et comment arrêter. */
record Affiche(
        PileDeDemonstration pile,
        Options options,
        Path traces,
        FichiersAImporter fichiers,
        String abonnes,
        Duration demarrage) {

    private static final String TRAIT = "-".repeat(96);

    void montrer(PrintStream ecran) {
        ecran.println();
        ecran.println(TRAIT);
        ecran.printf("Téléservices est prêt (%.0f s). Ouvrez :%n", demarrage.toMillis() / 1000.0);
        ecran.println();
        ecran.println("    " + pile.adresse() + "/");
        ecran.println();
        ecran.println("puis la tuile « Téléservices ». Comptes, mots de passe, et quoi essayer :");
        if (pile.base().donneesConservees()) {
            ecran.println("(données de la dernière fois : les comptes sont dans l'état où vous les avez laissés)");
        }
        ecran.println();
        for (CompteDeDemonstration compte : CompteDeDemonstration.tous()) {
            ecran.printf(
                    "  %-18s  %-18s  %s%s%n",
                    compte.identifiant(),
                    compte.motDePasse(),
                    compte.etat(),
                    "–".equals(compte.enfants()) ? "" : " ; enfants : " + compte.enfants());
            ecran.printf("  %-18s  %-18s  -> %s%n", "", "", compte.aEssayer());
        }
        ecran.println();
        ecran.println("  Les autres comptes actifs ont tous le mot de passe "
                + DonneesDeDemonstration.MOT_DE_PASSE_DES_FAMILLES + " (par exemple marc.durand).");
        ecran.println();
        ligne(ecran, "Courriels", pile.adresse() + "/courrier/");
        ligne(ecran, "SMS", pile.adresse() + "/sms/");
        ligne(ecran, "État", pile.adresse() + "/teleservices/sante");
        ligne(
                ecran,
                "Base",
                "mariadb --host=127.0.0.1 --port=" + pile.base().port() + " --user="
                        + pile.base().utilisateur() + " --password="
                        + pile.base().motDePasse() + " teleservices");
        ligne(ecran, "", pile.base().url());
        ligne(ecran, "CAS", pile.adresseDuCas());
        ligne(ecran, "Académie", options.academie());
        ligne(ecran, "SIECLE", "à importer par secretariat.moulin (Importer SIECLE) : " + fichiers.siecle());
        ligne(ecran, "Annuaire", "une livraison complète, puis les différences du lendemain, par la commande :");
        ligne(ecran, "", pile.commandeDImport(fichiers.annuaireComplet()));
        ligne(ecran, "", pile.commandeDImport(fichiers.annuaireDelta()));
        ligne(
                ecran,
                "Rapprocher",
                "par assistance : une paire de comptes de chaque sorte, à regarder puis à appliquer ("
                        + String.join(" et ", PairesARapprocher.A_REGROUPER) + ")");
        ligne(ecran, "Abonnés", "ent et cantine, sur " + abonnes + " : chaque changement de compte s'écrit ici");
        ligne(ecran, "Traces", traces.toString());
        ligne(ecran, "Arrêt", "Ctrl-C ; -Dconserver=true reprendra les données où vous les aurez laissées");
        ecran.println(TRAIT);
    }

    private static void ligne(PrintStream ecran, String quoi, String valeur) {
        ecran.printf("  %-10s  %s%n", quoi, valeur);
    }
}
