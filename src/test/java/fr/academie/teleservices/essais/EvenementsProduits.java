package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Les événements qu'un essai laisse dans la boîte de sortie, jugés au schéma de leur type et au compte qu'ils disent. Ceux qui l'ont
 * été ne le sont pas deux fois.
 */
public final class EvenementsProduits {

    private static final SchemasDesEvenements SCHEMAS = new SchemasDesEvenements();

    private final Requetes requetes;
    private long dernier;

    public EvenementsProduits(Requetes requetes) {
        this.requetes = requetes;
    }

    /** Échoue avec chaque événement non conforme depuis la dernière vérification. */
    public synchronized void verifier() {
        List<String> lignes =
                requetes.lire("SELECT v.id, v.type, r.identifiant, JSON_VALUE(v.charge, '$.compte'), v.charge"
                        + " FROM evenement AS v LEFT JOIN responsable AS r ON r.id = v.responsable_id WHERE v.id > "
                        + dernier
                        + " ORDER BY v.id");
        if (!lignes.isEmpty()) {
            dernier = Long.parseLong(colonnes(lignes.get(lignes.size() - 1))[0]);
        }
        assertThat(lignes)
                .as("événements conformes à leur schéma")
                .allSatisfy(ligne -> assertThat(fautes(colonnes(ligne))).isEmpty());
    }

    private static List<String> fautes(String[] colonnes) {
        List<String> fautes = SCHEMAS.fautes(colonnes[1], colonnes[4]);
        return fautes.isEmpty() && !colonnes[2].equals(colonnes[3])
                ? List.of("dit le compte " + colonnes[3] + ", est de " + colonnes[2])
                : fautes;
    }

    private static String[] colonnes(String ligne) {
        return ligne.split(Pattern.quote("|"), 5);
    }
}
