package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Ce qu'un navigateur voit d'une réponse, aux jetons et à sa propre saisie près ; des saisies dont l'une contient l'autre, la plus longue d'abord. */
record Vu(int statut, Map<String, List<String>> entetes, String corps) {

    /** Le corps se compare entier ; sa longueur suit la saisie, et, près du tampon du serveur, la façon de l'annoncer. L'heure et la référence changent à chaque demande. */
    private static final Set<String> PROPRES_A_CHACUNE =
            Set.of("content-length", "transfer-encoding", "date", "x-reference");

    static Vu de(HttpResponse<String> reponse, String... saisies) {
        Map<String, List<String>> entetes = new TreeMap<>();
        reponse.headers().map().forEach((nom, valeurs) -> {
            if (!PROPRES_A_CHACUNE.contains(nom)) {
                entetes.put(
                        nom,
                        valeurs.stream()
                                .map(valeur -> sansJetons(valeur, saisies))
                                .toList());
            }
        });
        return new Vu(reponse.statusCode(), entetes, sansJetons(reponse.body(), saisies));
    }

    /** Chaque cause donne la même suite de réponses que la première. */
    static void exigerLeMeme(Map<String, List<Vu>> vus) {
        List<Vu> reference = vus.values().iterator().next();
        vus.forEach((cause, vu) -> assertThat(vu).as(cause).isEqualTo(reference));
    }

    private static String sansJetons(String texte, String... saisies) {
        String sans = texte.replaceAll("(jakarta\\.faces\\.ViewState[^>]*value=\")[^\"]*", "$1…")
                .replaceAll("jeton=[A-Za-z0-9_-]+", "jeton=…")
                .replaceAll("(name=\"jeton\" value=\")[^\"]*", "$1…")
                .replaceAll("value=\"LT-[^\"]*\"", "value=\"…\"")
                .replaceAll("etat(=|%3D)[A-Za-z0-9_-]{22}", "etat$1…")
                .replaceAll("value=\"[A-Za-z0-9_-]{43}\"", "value=\"…\"")
                .replaceAll("([?;&](?:id|attendue)=)\\d+", "$1…")
                .replaceAll("([?;&]refus=)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "$1…")
                .replaceAll("\\d{1,2}\u00a0h\u00a0\\d\\d, dans \\d+ minutes?", "…");
        for (String saisie : saisies) {
            sans = saisie.isEmpty() ? sans : sans.replace(saisie, "…");
        }
        return sans;
    }
}
