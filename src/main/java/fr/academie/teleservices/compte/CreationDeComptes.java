package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Crée un compte à l'état CREE, sans mot de passe : celui-ci naît avec le courrier qui le porte. Source : DOMAIN §4.
 *
 * <p>L'identifiant est {@code prenom.nom} normalisé, suivi d'un numéro s'il est pris, fût-ce par un compte fermé, un agent ou un
 * élève. Deux agents qui créent en même temps n'obtiennent jamais le même : pour un même radical ils passent l'un après l'autre, et
 * la base refuserait un double.
 */
@Singleton
public final class CreationDeComptes {

    private static final int ESSAIS = 5;
    /** Laisse au numéro sa place dans les 64 caractères d'un identifiant. */
    private static final int RADICAL_MAXIMAL = 56;

    private static final String SANS_NOM = "responsable";

    private final Transactions transactions;
    private final CompteMapper comptes;

    @Inject
    public CreationDeComptes(Transactions transactions) {
        this.transactions = transactions;
        this.comptes = transactions.mapper(CompteMapper.class);
    }

    /** Le compte créé, dans la transaction de l'appelant s'il en a ouvert une. */
    public Compte creer(NouveauCompte nouveau) {
        String radical = radical(nouveau.identite());
        return transactions.executer(() -> {
            comptes.reserverRadical(radical);
            for (int essai = 0; essai < ESSAIS; essai++) {
                var ligne = new CompteMapper.CompteACreer(libre(radical), nouveau);
                if (inseree(ligne)) {
                    return Objects.requireNonNull(comptes.parId(ligne.id));
                }
            }
            throw new IllegalStateException("Aucun identifiant libre pour ce radical après " + ESSAIS + " essais.");
        });
    }

    /**
     * Une personne pour qui un import fait un compte, et où lui écrire.
     *
     * @param voie nulle, ou {@code commune} nulle : elle n'a pas d'adresse
     */
    public record ACreer(
            NouveauCompte nouveau,
            @Nullable String voie,
            @Nullable String codePostal,
            @Nullable String commune) {}

    /** Un compte fait. */
    public record Fait(long id, Identifiant identifiant) {}

    /**
     * Des comptes, par les mêmes règles que {@link #creer}, en quelques requêtes quel que soit leur nombre ; dans la transaction de
     * l'appelant. Les radicaux se réservent dans leur ordre : deux créations en nombre ne s'attendent jamais l'une l'autre en croix.
     *
     * @param nouveaux quelques centaines au plus
     * @return un compte par personne, dans leur ordre
     */
    public List<Fait> creerEnNombre(List<ACreer> nouveaux) {
        if (nouveaux.isEmpty()) {
            return List.of();
        }
        List<String> radicaux =
                nouveaux.stream().map(n -> radical(n.nouveau().identite())).toList();
        JsonArrayBuilder distincts = FabriqueJson.tableau();
        new TreeSet<>(radicaux).forEach(distincts::add);
        comptes.reserverDesRadicaux(distincts.build().toString());
        IdentifiantsLibres libres = new IdentifiantsLibres(comptes, radicaux);
        List<CompteMapper.CompteACreer> lignes = new ArrayList<>();
        for (int i = 0; i < nouveaux.size(); i++) {
            lignes.add(new CompteMapper.CompteACreer(
                    new Identifiant(libres.prendre(radicaux.get(i))),
                    nouveaux.get(i).nouveau()));
        }
        List<Long> ids = comptes.creerEnNombre(enJson(lignes));
        List<Fait> faits = new ArrayList<>();
        List<CompteMapper.AdresseAPoser> adresses = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ACreer nouveau = nouveaux.get(i);
            faits.add(new Fait(ids.get(i), lignes.get(i).identifiant));
            if (nouveau.voie() != null && nouveau.commune() != null) {
                adresses.add(new CompteMapper.AdresseAPoser(
                        ids.get(i), nouveau.voie(), nouveau.codePostal(), nouveau.commune()));
            }
        }
        transactions.parPaquets(CompteMapper.class, "poserUneAdresse", adresses);
        return faits;
    }

    private static String enJson(List<CompteMapper.CompteACreer> lignes) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        for (CompteMapper.CompteACreer ligne : lignes) {
            NouveauCompte nouveau = ligne.nouveau;
            Identite identite = nouveau.identite();
            JsonArrayBuilder champs = FabriqueJson.tableau();
            Stream.of(
                            Optional.of(ligne.identifiant.valeur()),
                            Optional.ofNullable(nouveau.civilite()),
                            Optional.of(identite.nomFamille()),
                            Optional.ofNullable(identite.nomUsage()),
                            Optional.of(identite.prenom()),
                            Optional.ofNullable(nouveau.mail()),
                            Optional.ofNullable(nouveau.telephonePortable()))
                    .forEach(champ -> champ.ifPresentOrElse(champs::add, champs::addNull));
            tableau.add(champs);
        }
        return tableau.build().toString();
    }

    /**
     * Un autre compte de la même personne : civilité, noms, adresses et téléphone de {@code modele}. L'adresse mail est à confirmer de
     * nouveau : qui tient l'un n'a pas prouvé qu'il tient l'autre.
     */
    public Compte creerComme(Compte modele) {
        return transactions.executer(() -> {
            Compte nouveau = creer(new NouveauCompte(
                    comptes.civilite(modele.id()), modele.identite(), modele.mail(), modele.telephonePortable()));
            comptes.copierLaMarqueDuTelephone(modele.id(), nouveau.id());
            comptes.copierAdresse(modele.id(), nouveau.id());
            if (modele.langue() != null) {
                comptes.choisirLangue(nouveau.id(), modele.langue());
            }
            return nouveau;
        });
    }

    private boolean inseree(CompteMapper.CompteACreer ligne) {
        try {
            comptes.creer(ligne);
            return true;
        } catch (PersistenceException e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException refus
                    && String.valueOf(refus.getMessage()).contains("uk_responsable_identifiant")) {
                return false;
            }
            throw e;
        }
    }

    private Identifiant libre(String radical) {
        Set<String> pris = new HashSet<>(comptes.identifiantsPris(radical));
        String candidat = radical;
        for (int numero = 1; pris.contains(candidat); numero++) {
            candidat = radical + numero;
        }
        return new Identifiant(candidat);
    }

    /**
     * De tant de parts, celle de cette personne : deux qui auront le même identifiant, au numéro près, sont de la même. Deux créations en
     * nombre, chacune dans les siennes, ne s'attendent pas l'une l'autre.
     */
    public static int part(Identite identite, int combien) {
        return Math.floorMod(radical(identite).hashCode(), combien);
    }

    /** {@code prenom.nom}, du nom d'usage s'il existe, réduit aux lettres latines et aux chiffres. */
    static String radical(Identite identite) {
        String nom = identite.nomUsage() == null ? identite.nomFamille() : identite.nomUsage();
        String radical = latin(identite.prenom()) + "." + latin(nom);
        String sansPoint = radical.replaceAll("^\\.|\\.$", "");
        String entier = sansPoint.isEmpty() ? SANS_NOM : sansPoint;
        return entier.substring(0, Math.min(entier.length(), RADICAL_MAXIMAL)).toLowerCase(Locale.ROOT);
    }

    private static String latin(String nom) {
        return Identite.normaliser(nom).replaceAll("[^a-z0-9]", "");
    }
}
