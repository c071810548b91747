package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.socle.securite.Empreinte;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ce qu'une page a montré de chaque compte, réduit à une empreinte par compte : ce qui est confirmé est ce qui a été montré, et de ce qui a
 * changé depuis on sait dire quel compte.
 *
 * @param principal celle du compte qui reste et de ses liens ; vide si la page n'en disait rien
 * @param autres celles des comptes à regrouper, par leur demande
 */
record VueMontree(String principal, Map<UUID, String> autres) {

    private static final Pattern AUTRE = Pattern.compile("\\.([0-9a-f-]{36})_([0-9a-f]{64})");

    /** L'empreinte d'un compte et de ses liens : 64 chiffres hexadécimaux ; change dès que l'un d'eux change. */
    static String empreinte(Compte compte, List<Rattachement> siens) {
        StringBuilder etat = new StringBuilder();
        etat.append(compte.id())
                .append('/')
                .append(compte.version())
                .append('/')
                .append(compte.etat())
                .append('/')
                .append(compte.identite())
                .append(';');
        siens.stream()
                .sorted(Comparator.comparingLong(Rattachement::id))
                .forEach(r -> etat.append(r.id())
                        .append('/')
                        .append(r.responsableId())
                        .append('/')
                        .append(r.eleveId())
                        .append('/')
                        .append(r.qualite())
                        .append(';'));
        return HexFormat.of().formatHex(Empreinte.sha256(etat.toString()));
    }

    /** Relit ce qu'une page a rendu ; ce qui n'en vient pas ne ressemble à rien de ce qui a été montré. */
    static VueMontree lire(String rendue) {
        int fin = rendue.indexOf('.');
        Map<UUID, String> autres = new LinkedHashMap<>();
        Matcher autre = AUTRE.matcher(rendue);
        while (autre.find()) {
            jeton(autre.group(1)).ifPresent(jeton -> autres.put(jeton, autre.group(2)));
        }
        return new VueMontree(fin < 0 ? "" : rendue.substring(0, fin), autres);
    }

    private static Optional<UUID> jeton(String texte) {
        try {
            return Optional.of(UUID.fromString(texte));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Ce que la page porte ; {@link #lire} le relit. */
    String valeur() {
        return principal
                + autres.entrySet().stream()
                        .map(e -> "." + e.getKey() + "_" + e.getValue())
                        .collect(Collectors.joining());
    }

    /** Vrai si le compte qui reste n'est plus ce qu'il était, ou si la page n'en disait rien. */
    boolean principalAChange(VueMontree actuelle) {
        return !principal.equals(actuelle.principal);
    }

    /** Les demandes dont le compte n'est plus ce qui a été montré, n'est plus là, ou n'avait pas été montré ; vide si aucune. */
    Set<UUID> changees(VueMontree actuelle) {
        Set<UUID> changees = new LinkedHashSet<>(autres.keySet());
        changees.addAll(actuelle.autres.keySet());
        changees.removeIf(jeton -> autres.getOrDefault(jeton, "").equals(actuelle.autres.getOrDefault(jeton, " ")));
        return changees;
    }
}
