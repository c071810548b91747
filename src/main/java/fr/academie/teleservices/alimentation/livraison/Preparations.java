package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.Recue;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Perimetre;
import fr.academie.teleservices.scolarite.PerimetreConnu;
import fr.academie.teleservices.scolarite.PersonnesEnAttente;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Prépare une livraison : l'ouvre, la compare, et la laisse à regarder ; ou la refuse, et rien n'a changé. Une source s'en sert ainsi :
 * {@link #ouvrir}, ses lecteurs remettent leurs fiches à la {@link Preparation}, puis {@link #finir} ou {@link #refuser}.
 */
@Singleton
public final class Preparations {

    /** Une lecture qui ne bat plus est celle d'un serveur arrêté : un paquet d'écarts se pose en bien moins. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final LivraisonMapper livraisons;
    private final EcartMapper ecarts;
    private final Identites identites;
    private final ResponsablesConnus responsables;
    private final Clock horloge;

    @Inject
    public Preparations(Transactions transactions, Identites identites, Clock horloge) {
        this.transactions = transactions;
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        this.ecarts = transactions.mapper(EcartMapper.class);
        this.identites = identites;
        this.responsables = new ResponsablesConnus(identites, new PersonnesEnAttente(transactions));
        this.horloge = horloge;
    }

    /**
     * Ouvre une livraison. D'une complète, lit tout ce qu'on sait de son périmètre ; des différences diront d'abord ce qu'elles nomment
     * ({@link Preparation#connaitre}).
     *
     * @param auteur qui la remet ; son identifiant est gardé
     * @throws LivraisonRefusee DEJA_APPLIQUEE, EN_COURS
     */
    public Preparation ouvrir(Annonce annonce, Auteur auteur) throws LivraisonRefusee {
        Instant le = horloge.instant();
        long id = reserver(annonce, auteur, le);
        LectureDuSavoir lecture = new LectureDuSavoir(new PerimetreConnu(transactions, perimetre(annonce)));
        if (annonce.nature() == NatureLivraison.COMPLETE) {
            lecture.lireTout();
        }
        return new Preparation(
                annonce,
                id,
                LocalDate.ofInstant(le, ZoneOffset.UTC),
                new DepotDesEcarts(id, transactions, horloge),
                lecture);
    }

    static Perimetre perimetre(Annonce annonce) {
        return new Perimetre(annonce.source().name(), annonce.perimetre());
    }

    private long reserver(Annonce annonce, Auteur auteur, Instant le) throws LivraisonRefusee {
        transactions.executer(() -> livraisons.reprendre(annonce.source(), annonce.perimetre(), le.minus(SILENCE), le));
        LigneLivraison deja = livraisons.appliquee(annonce.source(), annonce.perimetre(), annonce.empreinte());
        // La même remise, une fois qu'une plus récente est passée, n'est plus la dernière : la source la refuse à son
        // horodatage.
        if (deja != null) {
            throw new LivraisonRefusee(RefusLivraison.DEJA_APPLIQUEE, LivraisonService.livraison(deja));
        }
        Recue recue = new Recue(
                annonce,
                LivraisonEnJson.ecrire(annonce.fichiers()),
                auteur.identifiant().valeur(),
                le);
        try {
            transactions.executer(() -> livraisons.ajouter(recue));
        } catch (PersistenceException e) {
            if (!(e.getCause() instanceof SQLIntegrityConstraintViolationException)) {
                throw e;
            }
            LigneLivraison autre = livraisons.ouverte(annonce.source(), annonce.perimetre());
            throw new LivraisonRefusee(
                    RefusLivraison.EN_COURS, autre == null ? null : LivraisonService.livraison(autre));
        }
        return recue.id;
    }

    /**
     * Tout est lu : reconnaît qui est qui, trouve qui est parti, et laisse la livraison à regarder.
     *
     * @param bilan ce que le lecteur a lu
     */
    public Livraison finir(Preparation preparation, Bilan bilan) {
        preparation.deposer();
        boolean personneDeConnu = !identites.connaitDesEleves();
        new ReconnaissanceDesEleves(preparation, identites, ecarts, transactions, personneDeConnu).faire();
        new ReconnaissanceDesPersonnes(preparation, responsables, ecarts, transactions, personneDeConnu).faire();
        if (preparation.annonce().nature() == NatureLivraison.COMPLETE) {
            new Departs(preparation, identites).trouver();
        } else {
            new Departs(preparation, identites).effacer(preparation.differences());
        }
        preparation.deposer();
        return transactions.executer(() -> {
            List<EcartMapper.Compte> comptes = ecarts.compter(preparation.id());
            Compteurs compteurs = preparation.compteurs(bilan, comptes);
            if (!compteurs.juste()) {
                throw new IllegalStateException("Le décompte ne tombe pas juste : " + compteurs);
            }
            if (livraisons.lue(preparation.id(), LivraisonEnJson.ecrire(compteurs), horloge.instant()) == 0) {
                throw new IllegalStateException("La livraison " + preparation.id() + " n'est plus en lecture.");
            }
            return lire(preparation.id());
        });
    }

    /** Un fichier est à refuser : la livraison l'est, sa remarque est gardée, ses écarts s'effacent. */
    public void refuser(Preparation preparation, Remarque remarque) {
        clore(preparation, EtatLivraison.REFUSEE, remarque);
    }

    /** La lecture n'a pas pu aller au bout : la livraison est abandonnée, et son périmètre libre. */
    public void abandonner(Preparation preparation) {
        clore(preparation, EtatLivraison.ABANDONNEE, null);
    }

    private void clore(Preparation preparation, EtatLivraison etat, @Nullable Remarque remarque) {
        long id = preparation.id();
        transactions.executer(() -> {
            ecarts.effacerLesLiens(id);
            ecarts.effacerLesPersonnes(id);
            ecarts.effacerLesEleves(id);
            ecarts.effacerLesEtablissements(id);
            if (remarque != null) {
                livraisons.ajouterRemarques(
                        id, livraisons.dernierRangDeRemarque(id) + 1, List.of(DepotDesEcarts.ligne(remarque)));
            }
            livraisons.finir(id, etat, horloge.instant());
        });
    }

    private Livraison lire(long id) {
        LigneLivraison ligne = livraisons.parId(id);
        if (ligne == null) {
            throw new IllegalStateException("La livraison " + id + " a disparu.");
        }
        return LivraisonService.livraison(ligne);
    }
}
