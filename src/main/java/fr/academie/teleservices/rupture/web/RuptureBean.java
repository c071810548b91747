package fr.academie.teleservices.rupture.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.rupture.ChoixDeRupture;
import fr.academie.teleservices.rupture.EnfantARompre;
import fr.academie.teleservices.rupture.LectureDesRuptures;
import fr.academie.teleservices.rupture.RefusRupture;
import fr.academie.teleservices.rupture.RuptureRefusee;
import fr.academie.teleservices.rupture.RuptureService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Casser un regroupement, étape 1 : les élèves de l'agent sur ce compte, et d'où ils viennent. */
@Named("rupture")
@RequestScoped
public class RuptureBean {

    private final RuptureService ruptures;
    private final LectureDesRuptures lectures;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private long compte;
    private Set<Long> choisis = Set.of();
    private @Nullable ChoixDeRupture choix;

    @Inject
    public RuptureBean(
            RuptureService ruptures,
            LectureDesRuptures lectures,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.ruptures = ruptures;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** Avant l'affichage : hors des élèves de l'agent, la page n'existe pas. */
    public void charger() {
        choix = lectures.presenter(utilisateur.agent(), compte).orElse(null);
        if (choix == null) {
            Introuvable.repondre();
        }
    }

    /** Continuer : garde le choix au serveur et mène à la confirmation ; un refus se dit ici. */
    public @Nullable String continuer() {
        choix = ruptures.presenter(utilisateur.agent(), compte).orElse(null);
        if (choix == null) {
            Introuvable.repondre();
            return null;
        }
        try {
            UUID jeton = ruptures.demander(utilisateur.agent(), compte, choisis);
            return ConfirmationDeRuptureBean.adresse(jeton);
        } catch (RuptureRefusee e) {
            dire(e);
            return null;
        }
    }

    /** Un choix qui manque mène à la première case à cocher. */
    private void dire(RuptureRefusee refus) {
        String texte = textes.avec("rupture.refus." + refus.code().name(), refus.eleve());
        ChoixDeRupture presente = choix;
        String premier = presente == null || refus.code() != RefusRupture.AUCUN_ELEVE
                ? null
                : presente.enfants().stream()
                        .filter(EnfantARompre::peutPartir)
                        .map(e -> "eleve-" + e.enfant().eleve().id())
                        .findFirst()
                        .orElse(null);
        recapitulatif.signaler(premier, texte);
    }

    /** Vrai si la case de cet élève est cochée. */
    public boolean coche(EnfantARompre enfant) {
        return choisis.contains(enfant.enfant().eleve().id());
    }

    public @Nullable ChoixDeRupture getChoix() {
        return choix;
    }

    public long getCompte() {
        return compte;
    }

    public void setCompte(long compte) {
        this.compte = compte;
    }

    /** Les cases cochées. */
    public void setEleves(String[] coches) {
        this.choisis = Arrays.stream(coches)
                .flatMapToLong(e -> Parametres.numero(e).stream())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
