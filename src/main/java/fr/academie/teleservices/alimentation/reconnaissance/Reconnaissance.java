package fr.academie.teleservices.alimentation.reconnaissance;

import java.util.Set;

/**
 * Ce qu'une règle décide d'une fiche.
 *
 * @param <I> par quoi l'on désigne qui est connu
 */
public sealed interface Reconnaissance<I> {

    /**
     * C'est celui-là.
     *
     * @param qui un seul, sauf des identités sans compte que cette fiche réunit
     */
    record Connu<I>(Set<I> qui, Regle regle) implements Reconnaissance<I> {

        public Connu {
            qui = Set.copyOf(qui);
        }

        /** Celui-là seul. */
        public static <I> Connu<I> seul(I qui, Regle regle) {
            return new Connu<>(Set.of(qui), regle);
        }
    }

    /**
     * Personne de connu : une identité nouvelle.
     *
     * @param ressemblants ceux qu'une règle aurait reconnus s'il n'y en avait eu qu'un, ou si leur ancien numéro n'y était plus ; pour le
     *     rapport
     */
    record Nouveau<I>(Set<I> ressemblants) implements Reconnaissance<I> {

        public Nouveau {
            ressemblants = Set.copyOf(ressemblants);
        }
    }

    /** Un nom où des lettres manquent, et que personne de connu ne porte : il ne fait pas une personne. */
    record NomIncomplet<I>() implements Reconnaissance<I> {}

    /** Par quoi il a été reconnu. */
    enum Regle {
        /** Ce numéro est déjà le sien. */
        NUMERO,
        /** L'annuaire dit le numéro que SIECLE lui donne dans son établissement. */
        NUMERO_SIECLE,
        /** Même INE et même date de naissance. */
        INE_ET_NAISSANCE,
        /** Même nom, prénom et date de naissance, dans un même établissement. */
        NOM_ET_NAISSANCE,
        /** Même identité, sans civilité contraire, auprès d'un même élève. */
        MEME_ELEVE
    }
}
