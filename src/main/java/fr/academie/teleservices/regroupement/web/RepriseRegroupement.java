package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce que la page suivante doit redire après une redirection : le refus et l'identifiant saisi, jamais le mot de passe.
 *
 * <p>Tenu en session pour que l'adresse ne porte ni l'un ni l'autre : elle porte la clé du refus, celle de la demande qui l'a reçu. Une autre
 * page ne le montre donc jamais, et celle-ci le redit même si le navigateur en a laissé tomber la première réponse (double clic).
 */
@SessionScoped
public class RepriseRegroupement implements Serializable {

    private static final long serialVersionUID = 3L;

    /** À partir de ce refus, une chose à la fois : qui s'est trompé deux fois ne relit pas mieux une page de deux champs. */
    private static final int AVANT_PAS_A_PAS = 2;

    /** Ceux d'assez d'onglets. */
    private static final int REFUS_AU_PLUS = 8;

    private final Map<UUID, Refus> refus = new LinkedHashMap<>();
    private String identifiant = "";
    private @Nullable UUID demande;
    private int preuvesRefusees;
    private boolean identifiantPose;

    /**
     * Un refus à montrer.
     *
     * @param cle suffixe de la clé du message : un {@link RefusRegroupement}, ou {@code null} si l'étape 1 n'a pas été faite
     * @param attente attente demandée ; nulle si aucune
     * @param restants essais qui restent après une preuve refusée
     * @param changes les comptes d'un lot de plusieurs qui ont changé ; vide pour tout autre refus
     * @param regroupeLe quand ce compte a été regroupé avec celui-ci ; nul pour tout autre refus
     */
    public record Refus(
            @Nullable RefusRegroupement cle,
            @Nullable Attente attente,
            int restants,
            List<String> changes,
            @Nullable Instant regroupeLe)
            implements Serializable {}

    /**
     * Garde un refus à redire.
     *
     * @param demandeRefusee celle qui l'a reçu ; nulle à l'étape 1, qui n'en a pas encore
     * @return sa clé : la demande, ou une nouvelle
     */
    public synchronized UUID noterRefus(@Nullable UUID demandeRefusee, RegroupementRefuse aDire) {
        if (aDire.code() == RefusRegroupement.PREUVE_REFUSEE) {
            preuvesRefusees++;
        }
        identifiantPose = false;
        return garder(
                demandeRefusee,
                new Refus(aDire.code(), aDire.attente(), aDire.restants(), aDire.changes(), aDire.regroupeLe()));
    }

    private UUID garder(@Nullable UUID demandeRefusee, Refus aDire) {
        UUID cle = demandeRefusee == null ? UUID.randomUUID() : demandeRefusee;
        refus.remove(cle);
        refus.put(cle, aDire);
        if (refus.size() > REFUS_AU_PLUS) {
            refus.remove(refus.keySet().iterator().next());
        }
        return cle;
    }

    /** Vrai après deux preuves refusées de suite : l'étape 1 demande alors l'identifiant, puis le mot de passe. */
    public synchronized boolean pasAPas() {
        return preuvesRefusees >= AVANT_PAS_A_PAS;
    }

    /** Pas à pas : l'identifiant est donné, reste le mot de passe. */
    public synchronized void poser(String saisi) {
        identifiant = saisi;
        identifiantPose = true;
    }

    /** Pas à pas : revient à l'identifiant, qui reste saisi. */
    public synchronized void reposer() {
        identifiantPose = false;
    }

    /** Vrai si, pas à pas, l'identifiant est donné. */
    public synchronized boolean identifiantPose() {
        return identifiantPose && !identifiant.isEmpty();
    }

    /** L'étape 1 n'a pas été faite ; rend la clé de ce refus. */
    public synchronized UUID noterSansDemande() {
        return garder(null, new Refus(null, null, 0, List.of(), null));
    }

    /** Garde l'identifiant saisi à l'étape 1, et la demande qu'il a ouverte s'il a été accepté. */
    public synchronized void noterSaisie(String saisi, @Nullable UUID demandeOuverte) {
        identifiant = saisi;
        demande = demandeOuverte;
        if (demandeOuverte != null) {
            refus.remove(demandeOuverte);
            preuvesRefusees = 0;
            identifiantPose = false;
        }
    }

    /** Le refus de cette clé, tant que rien de neuf ne l'a remplacé ; vide si elle n'en a pas. */
    public synchronized Optional<Refus> refus(@Nullable UUID cle) {
        return Optional.ofNullable(cle).map(refus::get);
    }

    /** Ce qui a été refusé à cette demande ne vaut plus : elle a changé. */
    public synchronized void oublierLeRefus(UUID changee) {
        refus.remove(changee);
    }

    /** L'identifiant saisi ; vide si l'on n'a rien saisi. */
    public synchronized String identifiant() {
        return identifiant;
    }

    /** Oublie tout si cette demande était celle de la saisie gardée : elle a abouti. */
    public synchronized void oublier(UUID aboutie) {
        refus.remove(aboutie);
        if (aboutie.equals(demande)) {
            identifiant = "";
            demande = null;
        }
    }
}
