package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce que la page suivante doit redire après une redirection : le refus et l'identifiant saisi, jamais le mot de passe.
 *
 * <p>Tenu en session pour que l'adresse ne porte ni l'un ni l'autre ; le refus est relevé une fois.
 */
@SessionScoped
public class RepriseRegroupement implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Refus refus;
    private String identifiant = "";
    private @Nullable UUID demande;

    /**
     * Un refus à montrer.
     *
     * @param cle suffixe de la clé du message : un {@link RefusRegroupement}, ou {@code null} si l'étape 1 n'a pas été faite
     * @param attente attente demandée ; nulle si aucune
     * @param restants essais qui restent après une preuve refusée
     * @param regroupeLe quand ce compte a été regroupé avec celui-ci ; nul pour tout autre refus
     */
    public record Refus(
            @Nullable RefusRegroupement cle,
            @Nullable Attente attente,
            int restants,
            @Nullable Instant regroupeLe) implements Serializable {}

    public synchronized void noterRefus(RegroupementRefuse aDire) {
        refus = new Refus(aDire.code(), aDire.attente(), aDire.restants(), aDire.regroupeLe());
    }

    /** L'étape 1 n'a pas été faite. */
    public synchronized void noterSansDemande() {
        refus = new Refus(null, null, 0, null);
    }

    /** Garde l'identifiant saisi à l'étape 1, et la demande qu'il a ouverte s'il a été accepté. */
    public synchronized void noterSaisie(String saisi, @Nullable UUID demandeOuverte) {
        identifiant = saisi;
        demande = demandeOuverte;
    }

    /** Le refus à montrer, effacé dès qu'il est lu. */
    public synchronized Optional<Refus> releverRefus() {
        Optional<Refus> releve = Optional.ofNullable(refus);
        refus = null;
        return releve;
    }

    /** L'identifiant saisi ; vide si l'on n'a rien saisi. */
    public synchronized String identifiant() {
        return identifiant;
    }

    /** Oublie tout si cette demande était celle de la saisie gardée : elle a abouti. */
    public synchronized void oublier(UUID aboutie) {
        if (aboutie.equals(demande)) {
            identifiant = "";
            demande = null;
        }
    }
}
