package fr.academie.teleservices.alimentation.reconnaissance;

import java.util.Set;

/** Ce qu'une règle décide d'une fiche. */
public sealed interface Reconnaissance {

    /** C'est celui-là. */
    record Connu(long id, Regle regle) implements Reconnaissance {}

    /**
     * Personne de connu : une identité nouvelle.
     *
     * @param ressemblants ceux qu'une règle aurait reconnus s'il n'y en avait eu qu'un, ou si leur ancien numéro n'y était plus ; pour le
     *     rapport
     */
    record Nouveau(Set<Long> ressemblants) implements Reconnaissance {

        public Nouveau {
            ressemblants = Set.copyOf(ressemblants);
        }
    }

    /** Un nom où des lettres manquent, et que personne de connu ne porte : il ne fait pas une personne. */
    record NomIncomplet() implements Reconnaissance {}

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
