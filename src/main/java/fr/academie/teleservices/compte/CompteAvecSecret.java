package fr.academie.teleservices.compte;

import org.jspecify.annotations.Nullable;

/**
 * Un compte et l'empreinte de son mot de passe, pour la seule vérification d'une preuve.
 *
 * @param empreinte nulle si le compte n'a pas de mot de passe (fermé, ou courrier jamais imprimé)
 */
record CompteAvecSecret(Compte compte, @Nullable String empreinte) {

    @Override
    public String toString() {
        return compte.toString();
    }
}
