package fr.academie.teleservices.banc;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.ClientHttp;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Une secrétaire entre, cherche un élève, imprime un courrier, et recommence toutes les cinq secondes. */
final class SecretaireALaRentree {

    private static final long ENTRE_DEUX = 5_000;
    private static final Pattern COURRIER = Pattern.compile("etablissement/courrier\\?id=(\\d+)&amp;uai=(\\w+)");

    private final ClientHttp navigateur;
    private final int rang;

    SecretaireALaRentree(String adresse, int rang) {
        this.navigateur = new ClientHttp(adresse, null);
        this.rang = rang;
    }

    void imprimer(ReleveDePalier releve, long fin) {
        try {
            HttpResponse<String> renvoi = releve.geste("bureau, entrée", 302, () -> navigateur.lire("/etablissement"));
            String cas = ClientHttp.versOu(renvoi);
            releve.geste(
                    "bureau, connexion",
                    302,
                    () -> navigateur.lire(
                            navigateur.sIdentifier(cas, FamillesDeLaRentree.secretaire(rang), Familles.MOT_DE_PASSE)));
            while (System.nanoTime() < fin) {
                HttpResponse<String> liste =
                        releve.geste("liste", 200, () -> navigateur.lire("/etablissement?page=" + rang));
                imprimer(releve, liste.body());
                Thread.sleep(ENTRE_DEUX);
            }
        } catch (ReleveDePalier.Arretee dite) {
            // Elle est comptée par le geste qui l'a arrêtée.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Le courrier du premier de la liste qui en attend un. */
    private void imprimer(ReleveDePalier releve, String liste) {
        Matcher lien = COURRIER.matcher(liste);
        if (lien.find()) {
            String adresse = "/etablissement/courrier?id=" + lien.group(1) + "&uai=" + lien.group(2);
            HttpResponse<String> page = releve.geste("courrier", 200, () -> navigateur.lire(adresse));
            releve.geste(
                    "courrier, PDF",
                    200,
                    () -> navigateur.envoyer("/etablissement/courrier.pdf", ClientHttp.champs(page.body())));
        }
    }
}
