package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Comment un fichier écrit un lien : les codes d'avant, ou ceux d'aujourd'hui. Se décide une fois pour tout le fichier : 1 y est le père,
 * ou n'existe pas. Source : DOMAIN §7.
 */
public enum Nomenclature {
    /** Parenté 1…7 ; RESP_LEGAL 1 et 2 sont les deux représentants légaux, 0 un contact. */
    ANCIENNE,
    /** Parenté 10…90 ; dans l'annuaire, légal 2 est la personne en charge. */
    ACTUELLE;

    private static final Map<String, LienParente> ANCIENNES_PARENTES = Map.of(
            "1", LienParente.PERE,
            "2", LienParente.MERE,
            "3", LienParente.TUTEUR,
            "4", LienParente.AUTRE_MEMBRE_DE_LA_FAMILLE,
            "5", LienParente.AIDE_SOCIALE_A_L_ENFANCE,
            "6", LienParente.AUTRE,
            "7", LienParente.ELEVE_LUI_MEME);

    private static final Map<String, LienParente> PARENTES = Arrays.stream(LienParente.values())
            .collect(Collectors.toUnmodifiableMap(lien -> String.valueOf(lien.code()), Function.identity()));

    /** Le lien que dit ce code ; vide si ce n'en est pas un de cette nomenclature. */
    public Optional<LienParente> parente(String code) {
        return Optional.ofNullable((this == ANCIENNE ? ANCIENNES_PARENTES : PARENTES).get(code));
    }

    /** Le niveau que dit « légal » dans l'annuaire, ou RESP_LEGAL dans les anciens exports de SIECLE. */
    public Optional<NiveauResponsabilite> legal(String code) {
        return switch (code) {
            case "1" -> Optional.of(NiveauResponsabilite.REPRESENTANT_LEGAL);
            case "2" ->
                Optional.of(
                        this == ANCIENNE
                                ? NiveauResponsabilite.REPRESENTANT_LEGAL
                                : NiveauResponsabilite.PERSONNE_EN_CHARGE);
            case "0" -> Optional.of(NiveauResponsabilite.CONTACT);
            default -> Optional.empty();
        };
    }

    /**
     * Celle du plus grand nombre de ces codes de parenté ; l'actuelle si rien ne décide.
     *
     * @param codes les codes d'un même fichier, tels quels
     */
    public static Nomenclature dite(Iterable<String> codes) {
        int balance = 0;
        for (String code : codes) {
            if (ANCIENNES_PARENTES.containsKey(code)) {
                balance--;
            } else if (PARENTES.containsKey(code)) {
                balance++;
            }
        }
        return balance < 0 ? ANCIENNE : ACTUELLE;
    }
}
