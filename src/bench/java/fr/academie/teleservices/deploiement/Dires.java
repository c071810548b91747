package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.Requetes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ce que les pages ont dit de chaque demande, à confronter à la base : « fait », « rien n'a été changé », ou rien de sûr. */
final class Dires {

    /** Ce qu'une réponse dit. */
    enum Dit {
        FAIT,
        RIEN,
        /** Ni l'un ni l'autre : une erreur, une réponse coupée, « nous ne savons pas encore ». */
        INCERTAIN
    }

    /** Par leurs mots, comme une personne : où que la réponse mène. */
    private static final List<String> RIEN =
            List.of("Rien n’a été changé", "n’a rien changé", "Rien n’a encore été", "la vôtre n’a pas été prise");

    /**
     * De la même demande, du premier au dernier.
     *
     * @param quoi « principal|secondaire », ou « rupture »
     */
    private record Demande(String quoi, List<Dit> dits) {}

    private static final String RUPTURE = "rupture";

    private final Map<String, Demande> demandes = Collections.synchronizedMap(new HashMap<>());
    private final Set<String> dejaRegroupes = Collections.synchronizedSet(new HashSet<>());
    private final List<String> mensonges = Collections.synchronizedList(new ArrayList<>());

    /** Ce que dit cette page. */
    static Dit lire(String page) {
        return RIEN.stream().anyMatch(page::contains) ? Dit.RIEN : Dit.INCERTAIN;
    }

    void regroupement(String jeton, String principal, String secondaire, Dit dit) {
        noter(jeton, principal + "|" + secondaire, dit);
    }

    void rupture(String jeton, Dit dit) {
        noter(jeton, RUPTURE, dit);
    }

    private void noter(String jeton, String quoi, Dit dit) {
        demandes.computeIfAbsent(
                        jeton.replace("-", "").toUpperCase(Locale.ROOT),
                        cle -> new Demande(quoi, Collections.synchronizedList(new ArrayList<>())))
                .dits()
                .add(dit);
    }

    /** Une page a dit : « ce compte est déjà regroupé avec le vôtre ». */
    void dejaRegroupe(String principal, String secondaire) {
        dejaRegroupes.add(principal + "|" + secondaire);
    }

    /** Une page a dit une chose que l'on sait fausse. */
    void mensonge(String lequel) {
        mensonges.add(lequel);
    }

    /** Combien de demandes ont été dites faites. */
    int annonces() {
        synchronized (demandes) {
            return (int) demandes.values().stream()
                    .filter(d -> d.dits().contains(Dit.FAIT))
                    .count();
        }
    }

    /** Ce qui fut dit et qui n'est pas dans cette base ; vide si tout est vrai. */
    List<String> faux(Requetes base) {
        Map<String, String> faits = new HashMap<>();
        base.lire(
                        "SELECT HEX(g.jeton), p.identifiant, s.identifiant FROM regroupement AS g"
                                + " JOIN responsable AS p ON p.id = g.principal_id JOIN responsable AS s ON s.id = g.secondaire_id")
                .forEach(ligne -> faits.put(ligne.substring(0, 32), ligne.substring(33)));
        base.lire("SELECT HEX(jeton) FROM rupture").forEach(jeton -> faits.put(jeton, RUPTURE));
        List<String> faux = new ArrayList<>(mensonges);
        Map<String, Demande> dites;
        synchronized (demandes) {
            dites = new HashMap<>(demandes);
        }
        dites.forEach((jeton, demande) -> {
            List<Dit> dits = List.copyOf(demande.dits());
            String fait = faits.get(jeton);
            int annonce = dits.indexOf(Dit.FAIT);
            if (annonce >= 0 && !demande.quoi().equals(fait)) {
                faux.add(demande.quoi() + " : dit FAIT, et la base a " + fait);
            } else if (annonce >= 0 && dits.lastIndexOf(Dit.RIEN) > annonce) {
                faux.add(demande.quoi() + " : fait, puis dit RIEN");
            } else if (annonce < 0 && dits.contains(Dit.RIEN) && fait != null) {
                faux.add(demande.quoi() + " : dit RIEN, et la base a " + fait);
            }
        });
        Set<String> paires = new HashSet<>(faits.values());
        dejaRegroupes.stream()
                .filter(paire -> !paires.contains(paire))
                .forEach(paire -> faux.add(paire + " : dit déjà regroupé, et ne l'est pas"));
        return faux;
    }
}
