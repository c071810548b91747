package fr.academie.teleservices.socle.sms;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Les SMS, dans la langue de qui les reçoit : clés {@code sms.<modele>}, où {0} est le nom du service. */
@Singleton
public final class ModelesDeSms {

    private final Textes textes;
    private final String service;

    @Inject
    public ModelesDeSms(Textes textes, ProfilAcademie profil) {
        this.textes = textes;
        this.service = profil.service();
    }

    /**
     * Le SMS du modèle, {@code valeurs} à partir de {1}.
     *
     * @param langue celle que garde le compte à qui l'on écrit ; nulle s'il n'en a pas choisi
     */
    public Sms redigerEn(@Nullable String langue, String modele, String destinataire, Object... valeurs) {
        Object[] toutes = new Object[valeurs.length + 1];
        toutes[0] = service;
        System.arraycopy(valeurs, 0, toutes, 1, valeurs.length);
        Textes siens = textes.pourLeCompte(langue);
        return new Sms(destinataire, JeuGsm.simplifier(sens(siens.getLangue()) + siens.avec("sms." + modele, toutes)));
    }

    /**
     * Le signe sans dessin qui fait lire le message de droite à gauche. Un téléphone prend le sens de la première lettre ; celle du service, latine,
     * ferait toucher au code les minutes qui le suivent.
     */
    static String sens(Langue langue) {
        return "rtl".equals(langue.sens()) ? "\u200F" : "";
    }
}
