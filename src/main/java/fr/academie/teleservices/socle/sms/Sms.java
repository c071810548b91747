package fr.academie.teleservices.socle.sms;

import java.util.regex.Pattern;

/**
 * Un SMS, qui tient en un seul message (deux hors de l'écriture latine, voir {@link JeuGsm}) et ne porte aucun lien : un lien s'imite, un code et le nom du service non.
 *
 * @param destinataire numéro au format E.164
 * @param texte refusé s'il ne convient pas : faute de programme ou de traduction
 */
public record Sms(String destinataire, String texte) {

    private static final Pattern NUMERO = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern LIEN = Pattern.compile("(?i)://|www\\.");

    public Sms {
        if (!peutAllerA(destinataire)) {
            throw new IllegalArgumentException("Ce n'est pas un numéro au format international.");
        }
        if (!JeuGsm.tient(texte) || LIEN.matcher(texte).find()) {
            throw new IllegalArgumentException(
                    "Un SMS tient en un message, deux hors du latin, et ne porte aucun lien : " + JeuGsm.taille(texte)
                            + " signes.");
        }
    }

    /** Vrai si un SMS peut partir à ce numéro. */
    public static boolean peutAllerA(String numero) {
        return NUMERO.matcher(numero).matches();
    }

    @Override
    public String toString() {
        return "Sms";
    }
}
