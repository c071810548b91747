package fr.academie.teleservices.etablissement;

import java.time.Instant;

/**
 * Du travail qui attend dans un établissement.
 *
 * @param nombre au moins un
 * @param depuis ce qui attend depuis le plus longtemps
 */
public record AFaire(Quoi quoi, String uai, long nombre, Instant depuis) {

    /** Ce qui attend ; clé de message {@code bureau.aFaire.<nom>}. */
    public enum Quoi {
        /** Des signalements « Je ne suis pas le représentant légal », sans réponse. */
        SIGNALEMENTS("/etablissement/contestations"),
        /** Des demandes de courrier, sans réponse. */
        DEMANDES("/etablissement/demandes"),
        /** Des personnes à qui il manque un compte, ou un élève sur le leur. */
        COMPTES("/etablissement/comptes"),
        /** Des comptes jamais activés à qui rien n'a été écrit. */
        COURRIERS("/etablissement/courriers");

        private final String adresse;

        Quoi(String adresse) {
            this.adresse = adresse;
        }

        /** La page où cela se fait. */
        public String adresse() {
            return adresse;
        }
    }
}
