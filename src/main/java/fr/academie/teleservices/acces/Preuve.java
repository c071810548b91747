package fr.academie.teleservices.acces;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ce que le CAS dit d'une connexion.
 *
 * @param ticket le ticket qui l'annonce
 * @param adresse adresse IP de la personne
 * @param le quand elle a donné son mot de passe ; nul si le CAS ne le dit pas
 * @param secondFacteur vrai si elle a donné aussi le second facteur que nomme le profil d'académie
 */
public record Preuve(
        String ticket, String adresse, @Nullable Instant le, boolean secondFacteur) {

    /**
     * Vrai si elle a été donnée à cet instant ou après. Sans date, elle peut venir de la plus vieille session que le CAS garde.
     *
     * @param vieDuCas combien de temps le CAS garde une session, au plus
     */
    boolean estDonneeDepuis(Instant instant, Duration vieDuCas, Instant maintenant) {
        Instant auPlusTot = le == null ? maintenant.minus(vieDuCas) : le;
        return !auPlusTot.isBefore(instant);
    }

    @Override
    public String toString() {
        return "Preuve[" + le + "]";
    }
}
