package fr.academie.teleservices.acces;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Compte les essais de preuve manqués, en base, sur une fenêtre glissante : par compte connecté, par cible et par adresse.
 *
 * <p>Un essai est inscrit avant d'être jugé, puis retiré s'il réussit ou s'il est refusé d'office : mille essais simultanés ne
 * passent pas entre l'inscription et le compte, et un refus n'allonge pas l'attente. La limite par cible n'arrête que qui l'a déjà
 * manquée : un tiers ne peut pas fermer la porte au titulaire, dont le premier essai passe toujours.
 */
@Singleton
public final class LimiteurDEssais {

    private final Transactions transactions;
    private final EssaiMapper essais;
    private final Reglages.Preuve limites;
    private final Clock horloge;

    @Inject
    public LimiteurDEssais(Transactions transactions, Reglages reglages, Clock horloge) {
        this.transactions = transactions;
        this.essais = transactions.mapper(EssaiMapper.class);
        this.limites = reglages.preuve();
        this.horloge = horloge;
    }

    /** Un essai inscrit, qu'il reste à juger. */
    public record Essai(long id) {}

    /**
     * Inscrit un essai.
     *
     * @param operation ce qu'on essaie, compté à part
     * @param cible ce qu'on vise, tel que saisi, normalisé par l'appelant
     * @throws TropDEssais si une limite est atteinte ; l'essai ne compte alors pas
     */
    public Essai inscrire(String operation, Demandeur demandeur, String cible) throws TropDEssais {
        return inscrire(operation, demandeur.identifiant().valeur(), cible, demandeur.adresse());
    }

    /** Inscrit l'essai d'une personne que rien n'identifie : la cible et l'adresse seules comptent. */
    public Essai inscrireAnonyme(String operation, String cible, String adresse) throws TropDEssais {
        String anonyme = HexFormat.of().formatHex(Empreinte.sha256(cible));
        return inscrire(operation, anonyme, cible, adresse);
    }

    private Essai inscrire(String operation, String compte, String cible, String adresse) throws TropDEssais {
        Instant maintenant = horloge.instant();
        var ligne = new EssaiMapper.EssaiAAjouter(
                operation, compte, Empreinte.sha256(cible.toLowerCase(Locale.ROOT)), Reseau.de(adresse), maintenant);
        transactions.executer(() -> {
            essais.ajouter(ligne);
        });
        Instant depuis = maintenant.minus(limites.fenetre());
        EssaiMapper.Releve releve = essais.relever(
                ligne, depuis, limites.essaisParCompte(), limites.essaisParCible(), limites.essaisParAdresse());
        Instant reouverture = releve.reouverture(limites.fenetre());
        if (reouverture != null) {
            oublier(new Essai(ligne.id));
            throw new TropDEssais(Duration.between(maintenant, reouverture));
        }
        return new Essai(ligne.id);
    }

    /** Retire un essai qui n'était pas une faute, ou qu'on n'a pas pu juger : il ne compte plus. */
    public void oublier(Essai essai) {
        transactions.executer(() -> essais.retirer(essai.id()));
    }

    /** Oublie les essais antérieurs à {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> essais.purger(avant));
    }
}
