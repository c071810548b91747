package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.EssaiMapper.Budget;
import fr.academie.teleservices.acces.EssaiMapper.EssaiAAjouter;
import fr.academie.teleservices.acces.EssaiMapper.Releve;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Compte les preuves en base, pour tous les serveurs, sur une fenêtre glissante : par acteur, par cible et par adresse ; {@link Garde}
 * arrête avant elle un flot.
 *
 * <p>Un essai est inscrit comme manqué avant d'être jugé : mille essais simultanés ne passent pas entre l'inscription et le compte. Juste,
 * il est compté à part, car il laisse aussi des lignes. Un acteur n'est refusé que pour ce qu'il a manqué lui-même : une cible ou une
 * adresse épuisée ne ferme la porte à personne, elle réduit le budget de chacun. Des tiers ne peuvent donc pas l'ôter au titulaire, ni un
 * voisin à une salle entière.
 */
@Singleton
public final class LimiteurDEssais {

    /** Ce qui reste à chacun quand sa cible ou son adresse est épuisée : se tromper deux fois, et réussir. */
    private static final int REDUIT = 3;

    private static final int JUSTES = 20;
    private static final Duration JOUR = Duration.ofDays(1);

    private final Garde garde;
    private final Transactions transactions;
    private final EssaiMapper essais;
    private final Reglages.Preuve limites;
    private final Clock horloge;

    @Inject
    public LimiteurDEssais(Garde garde, Transactions transactions, Reglages reglages, Clock horloge) {
        this.garde = garde;
        this.transactions = transactions;
        this.essais = transactions.mapper(EssaiMapper.class);
        this.limites = reglages.preuve();
        this.horloge = horloge;
    }

    /**
     * Un essai inscrit, qu'il reste à juger.
     *
     * @param restants essais que son auteur pourra encore manquer, si celui-ci l'est
     */
    public record Essai(long id, Operation operation, int restants) {}

    /**
     * Inscrit un essai.
     *
     * @param cible ce qu'on vise, tel que saisi, normalisé par l'appelant
     * @throws TropDEssais si l'acteur a épuisé son budget, ou si un flot est arrêté ; l'essai ne compte alors pas
     */
    public Essai inscrire(Operation operation, Demandeur demandeur, String cible) throws TropDEssais {
        return inscrire(operation, demandeur.identifiant().valeur(), demandeur.adresse(), cible);
    }

    /**
     * Comme {@link #inscrire(Operation, Demandeur, String)}, pour qui n'est pas connecté.
     *
     * @param acteur ce qui le distingue, 64 signes au plus
     */
    public Essai inscrire(Operation operation, String acteur, String adresse, String cible) throws TropDEssais {
        garde.admettre(operation, acteur, adresse);
        Budget budget = budget(operation);
        Instant maintenant = horloge.instant();
        var ligne = new EssaiAAjouter(
                operation.name(),
                acteur,
                Empreinte.sha256(cible.toLowerCase(Locale.ROOT)),
                Reseau.de(adresse),
                maintenant);
        transactions.executer(() -> {
            essais.ajouter(ligne);
        });
        Releve releve = essais.relever(ligne, maintenant.minus(budget.fenetre()), budget, operation.nomDesJustes());
        Essai essai = new Essai(ligne.id, operation, releve.restants(budget));
        Instant reouverture = releve.reouverture(budget.fenetre());
        if (reouverture != null) {
            oublier(essai);
            garde.fermer(operation, acteur, reouverture);
            throw new TropDEssais(operation.motif(), reouverture, maintenant, true);
        }
        return essai;
    }

    /** L'essai était juste : il ne compte plus parmi les manqués. */
    public void compterJuste(Essai essai) {
        transactions.executer(
                () -> essais.reclasser(essai.id(), essai.operation().nomDesJustes()));
    }

    /** Retire un essai qu'on n'a pas pu juger : il ne compte pas. */
    public void oublier(Essai essai) {
        transactions.executer(() -> essais.retirer(essai.id()));
    }

    /** Ce qu'un compte doit garder : la plus longue des fenêtres. */
    public Duration conservation() {
        return limites.fenetre().compareTo(JOUR) > 0 ? limites.fenetre() : JOUR;
    }

    /** Oublie les essais antérieurs à {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> essais.purger(avant));
    }

    private Budget budget(Operation operation) {
        Operation.Preuve preuve = operation.preuve();
        if (preuve == null) {
            throw new IllegalArgumentException(operation + " n'est pas une preuve.");
        }
        int parActeur = preuve.parActeur() == 0 ? limites.essaisParCompte() : preuve.parActeur();
        return new Budget(
                preuve.fenetre() == null ? limites.fenetre() : preuve.fenetre(),
                parActeur,
                Math.min(REDUIT, parActeur),
                limites.essaisParCible(),
                limites.essaisParAdresse(),
                JUSTES);
    }
}
