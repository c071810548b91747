package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import org.jspecify.annotations.Nullable;

/** Un nouveau mot de passe saisi deux fois, et ses refus dits au champ qu'ils concernent. */
public abstract class SaisieDeMotDePasse {

    private static final String CHAMP_NOUVEAU = "nouveau-saisie";
    private static final String CHAMP_CONFIRMATION = "confirmation-saisie";

    private final Recapitulatif recapitulatif;
    private final Textes textes;

    private String nouveau = "";
    private String confirmation = "";

    protected SaisieDeMotDePasse(Recapitulatif recapitulatif, Textes textes) {
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** Ce que la page fait du mot de passe ; rend la page suivante. */
    @FunctionalInterface
    protected interface Enregistrement {
        @Nullable
        String faire(String motDePasse) throws MotDePasseRefuse;
    }

    /** La page suivante ; {@code null} si la page est à montrer à nouveau avec ses erreurs, champs vides. */
    protected @Nullable String enregistrer(Enregistrement enregistrement) {
        if (!nouveau.equals(confirmation)) {
            recapitulatif.signaler(CHAMP_CONFIRMATION, textes.de("activation.differents"));
            return null;
        }
        try {
            return enregistrement.faire(nouveau);
        } catch (MotDePasseRefuse e) {
            e.defauts()
                    .forEach(defaut ->
                            recapitulatif.signaler(CHAMP_NOUVEAU, textes.de("motDePasse.regle." + defaut.name())));
            return null;
        } catch (ServiceSature e) {
            recapitulatif.signaler(textes.de("regroupement.refus.SERVICE_SATURE"));
            return null;
        }
    }

    public String getNouveau() {
        return nouveau;
    }

    public void setNouveau(String nouveau) {
        this.nouveau = nouveau;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }
}
