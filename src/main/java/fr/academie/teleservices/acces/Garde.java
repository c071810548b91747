package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.Attente.Motif;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.mesure.Comptable;
import fr.academie.teleservices.socle.mesure.Comptes;
import fr.academie.teleservices.socle.mesure.Compteur;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * La garde contre l'abus : compte en mémoire ce que demandent un acteur, une adresse et tous ensemble, et refuse un flot avant qu'il ne
 * coûte un calcul, une place dans une file ou une requête à la base.
 *
 * <p>L'acteur passe d'abord : celui qui dépasse son débit ne dépense pas celui de son adresse, ni une adresse celui de tous. Un refus dit
 * toujours quand réessayer. Les comptes sont propres à ce serveur et tiennent dans une mémoire bornée.
 */
@Singleton
public final class Garde implements Comptable {

    private final Comptes refuses = new Comptes("essaisRefuses", "operation");

    private static final int FLOTS = 50_000;

    private final Debits debits = new Debits(FLOTS);
    private final Debits fermes = new Debits(FLOTS);
    private final int facteur;
    private final Clock horloge;

    @Inject
    public Garde(Reglages reglages, Clock horloge) {
        this.facteur = reglages.facteurDeLaGarde();
        this.horloge = horloge;
    }

    /** Admet la demande d'une personne que rien n'identifie. */
    public void admettre(Operation operation, String adresse) throws TropDEssais {
        passer(operation, null, adresse);
    }

    /**
     * Admet la demande d'un acteur.
     *
     * @param acteur ce qui le distingue à cette adresse : son compte, ou ce qu'il redemande ; gardé en empreinte
     */
    public void admettre(Operation operation, String acteur, String adresse) throws TropDEssais {
        passer(operation, acteur, adresse);
    }

    /** {@code essaisRefuses} : les demandes arrêtées avant d'être jugées, par opération. */
    @Override
    public List<Compteur> compteurs() {
        return refuses.lire();
    }

    private void passer(Operation operation, @Nullable String acteur, String adresse) throws TropDEssais {
        try {
            exigerTout(operation, acteur, adresse);
        } catch (TropDEssais e) {
            refuses.compter(operation);
            throw e;
        }
    }

    private void exigerTout(Operation operation, @Nullable String acteur, String adresse) throws TropDEssais {
        Instant maintenant = horloge.instant();
        String reseau = Reseau.de(adresse);
        if (acteur != null) {
            Instant jusqua = fermes.ferme(flot(operation, acteur), maintenant);
            if (jusqua != null) {
                throw new TropDEssais(operation.motif(), jusqua, maintenant, false);
            }
            exiger(
                    flot(operation, acteur),
                    operation.debits().acteur(),
                    operation.motif() == Motif.ESSAIS ? Motif.DEMANDES : operation.motif(),
                    maintenant);
        }
        exiger(operation + " " + reseau, operation.debits().adresse().elargi(facteur), Motif.AFFLUENCE, maintenant);
        exiger(operation.name(), operation.debits().tous().elargi(facteur), Motif.AFFLUENCE, maintenant);
    }

    /** Le refus de qui trouve une file pleine, une fois la garde passée : à réessayer dans ce temps. */
    public TropDEssais affluence(Duration dans) {
        Instant maintenant = horloge.instant();
        return new TropDEssais(Motif.AFFLUENCE, maintenant.plus(dans), maintenant, false);
    }

    /** La base l'a refusé : ses prochaines demandes n'iront pas jusqu'à elle avant cet instant. */
    void fermer(Operation operation, String acteur, Instant jusqua) {
        refuses.compter(operation);
        fermes.fermer(flot(operation, acteur), jusqua);
    }

    private void exiger(String flot, Debit debit, Motif motif, Instant maintenant) throws TropDEssais {
        Instant reouverture = debits.prendre(flot, debit, maintenant);
        if (reouverture != null) {
            throw new TropDEssais(motif, reouverture, maintenant, false);
        }
    }

    private static String flot(Operation operation, String acteur) {
        return operation + " " + HexFormat.of().formatHex(Empreinte.sha256(acteur), 0, 16);
    }

    /** Les flots tenus, pour les essais. */
    int flots() {
        return debits.taille() + fermes.taille();
    }
}
