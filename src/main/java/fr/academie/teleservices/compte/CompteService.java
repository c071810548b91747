package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lecture, verrouillage et activation des comptes responsables. */
@Singleton
public final class CompteService {

    /** Une adresse de secrétariat, écrite pour des centaines de comptes, ne désigne personne. */
    private static final int AU_PLUS = 20;

    private final Transactions transactions;
    private final CompteMapper comptes;
    private final HachageService hachage;
    private final PreuveParMotDePasse preuves;
    private final Clock horloge;

    @Inject
    public CompteService(Transactions transactions, HachageService hachage, Clock horloge) {
        this.transactions = transactions;
        this.comptes = transactions.mapper(CompteMapper.class);
        this.hachage = hachage;
        this.preuves = new PreuveParMotDePasse(transactions, comptes, hachage, horloge);
        this.horloge = horloge;
    }

    public Optional<Compte> parId(long id) {
        return Optional.ofNullable(comptes.parId(id));
    }

    /** Ces comptes ; un numéro inconnu n'est pas rendu. */
    public Map<Long, Compte> parIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : comptes.parIds(ids).stream().collect(Collectors.toMap(Compte::id, Function.identity()));
    }

    /** Tout ce que la base sait de ce compte, mot de passe excepté. */
    public Optional<FicheCompte> fiche(long id) {
        return Optional.ofNullable(comptes.fiche(id));
    }

    public Optional<Compte> parIdentifiant(Identifiant identifiant) {
        return Optional.ofNullable(comptes.parIdentifiant(identifiant));
    }

    /** Le compte sous verrou, dans une transaction ouverte par l'appelant. */
    public Compte verrouiller(long id) {
        return comptes.verrouiller(id, id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Une ligne de responsable ne s'efface jamais."));
    }

    /** Change la version de ces comptes verrouillés, au moins un. */
    public void avancer(Collection<Long> ids) {
        comptes.avancerTous(ids);
    }

    /**
     * Donne à ces comptes verrouillés les coordonnées qu'une source dit, là où leur titulaire n'en a ni confirmé ni donné d'autres. De deux
     * qui visent le même compte, la dernière vaut.
     *
     * @return ce qui a vraiment changé, par compte
     */
    public List<CoordonneesDeSource> suivreLesSources(Map<Long, Compte> verrouilles, List<CoordonneesDeSource> dites) {
        Map<Long, CoordonneesDeSource> parCompte = new TreeMap<>();
        for (CoordonneesDeSource dite : dites) {
            Compte compte = verrouilles.get(dite.compteId());
            if (compte != null) {
                parCompte.put(dite.compteId(), dite.ceQuiDiffere(compte));
            }
        }
        // Ce que le compte a déjà ne se demande pas : d'un import, c'est presque tout.
        parCompte.values().removeIf(CoordonneesDeSource::vides);
        if (parCompte.isEmpty()) {
            return List.of();
        }
        Map<Long, CoordonneesDeSource.Libres> libres = comptes.coordonneesLibres(parCompte.keySet()).stream()
                .collect(Collectors.toMap(CoordonneesDeSource.Libres::compteId, Function.identity()));
        List<CoordonneesDeSource> changees = new ArrayList<>();
        for (CoordonneesDeSource differe : parCompte.values()) {
            CoordonneesDeSource.Libres libre = libres.get(differe.compteId());
            if (libre != null) {
                CoordonneesDeSource change = new CoordonneesDeSource(
                        differe.compteId(),
                        libre.mail() ? differe.mail() : null,
                        libre.telephone() ? differe.telephone() : null);
                if (!change.vides()) {
                    comptes.suivreLaSource(change);
                    changees.add(change);
                }
            }
        }
        return changees;
    }

    /** Change la version d'un compte verrouillé : ce qui s'appuyait sur l'ancienne sera relu. */
    public void avancer(Compte compte) {
        comptes.avancer(compte.id());
    }

    /** Les deux comptes sous verrou, dans une transaction ouverte par l'appelant. */
    public PaireVerrouillee verrouiller(long principalId, long secondaireId) {
        Compte principal = null;
        Compte secondaire = null;
        for (Compte compte : comptes.verrouiller(principalId, secondaireId)) {
            if (compte.id() == principalId) {
                principal = compte;
            } else {
                secondaire = compte;
            }
        }
        if (principal == null || secondaire == null) {
            throw new IllegalStateException("Un compte a disparu : une ligne de responsable ne s'efface jamais.");
        }
        return new PaireVerrouillee(principal, secondaire);
    }

    /** Ces comptes sous verrou, pris par id croissant, dans une transaction ouverte par l'appelant ; un numéro inconnu n'est pas rendu. */
    public Map<Long, Compte> verrouiller(Collection<Long> ids) {
        Map<Long, Compte> tenus = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            comptes.verrouillerTous(ids).forEach(compte -> tenus.put(compte.id(), compte));
        }
        return tenus;
    }

    /** Deux comptes verrouillés jusqu'à la fin de la transaction. */
    public record PaireVerrouillee(Compte principal, Compte secondaire) {}

    /**
     * Le compte ouvert dont on prouve l'identifiant et le mot de passe. Vide, pour toute cause, et après le même nombre de calculs :
     * identifiant inconnu, mot de passe faux, compte fermé, mot de passe provisoire expiré.
     *
     * <p>Ce qui est tapé est essayé tel quel, comme le fait le CAS, puis sous sa forme ({@link MotDePasseChoisi}) ; ce qui a celle d'un
     * mot de passe de courrier est essayé aussi comme imprimé ({@link MotDePasseProvisoire}). Une empreinte
     * prouvée mais ancienne est rehaussée.
     *
     * @throws ServiceSature si la file des calculs est pleine
     */
    public Optional<Compte> prouver(Identifiant identifiant, String motDePasseSaisi) {
        return prouver(identifiant, motDePasseSaisi, compte -> true);
    }

    /**
     * Comme {@link #prouver(Identifiant, String)}, et vide aussi, dans le même temps, si ce compte prouvé n'est pas admis.
     *
     * @throws ServiceSature si la file des calculs est pleine
     */
    public Optional<Compte> prouver(Identifiant identifiant, String motDePasseSaisi, Predicate<Compte> admis) {
        return preuves.prouver(identifiant, motDePasseSaisi, admis);
    }

    /**
     * Le temps d'un refus, pour une saisie qui ne peut désigner personne : elle n'est un essai contre aucun compte, et sa durée ne la
     * distingue pas d'un mot de passe faux.
     */
    public void refuser() {
        hachage.refuser();
    }

    /**
     * Remplace le mot de passe provisoire et passe le compte de CREE à ACTIF ; reste à finir l'activation.
     *
     * @return faux si le compte a changé entre-temps : rien n'est écrit
     */
    public boolean activer(Compte compte, String empreinte) {
        Instant le = horloge.instant();
        boolean active = comptes.activer(compte.id(), compte.version(), empreinte, le) == 1;
        if (active) {
            comptes.commencerActivation(compte.id(), le);
        }
        return active;
    }

    /** Les comptes ouverts dont cette adresse est confirmée, par identifiant ; vide si aucun. */
    public List<Compte> parMailConfirme(String mail) {
        return memeBoite(mail, comptes.parMailConfirme(AdresseMail.formes(mail)));
    }

    /** Les comptes ouverts qui portent cette adresse, confirmée ou non, par identifiant, {@value #AU_PLUS} au plus ; vide si aucun. */
    public List<Compte> parMail(String mail) {
        return memeBoite(mail, comptes.parMail(AdresseMail.formes(mail), AU_PLUS));
    }

    /** La base compare sans accents : {@code hélène@} n'y est pas {@code helene@} pour autant. */
    private static List<Compte> memeBoite(String mail, List<Compte> trouves) {
        return trouves.stream()
                .filter(compte -> AdresseMail.memeBoite(mail, compte.mail()))
                .toList();
    }

    public boolean mailEstConfirme(long id) {
        return comptes.mailConfirmeLe(id) != null;
    }

    /** Depuis quand l'adresse mail du compte est confirmée ; vide si elle ne l'est pas. */
    public Optional<Instant> mailConfirmeLe(long id) {
        return Optional.ofNullable(comptes.mailConfirmeLe(id));
    }

    /** Remplace l'adresse mail d'un compte verrouillé ; {@code confirmeLe} nul si elle n'est pas confirmée. */
    public void changerMail(Compte compte, String mail, @Nullable Instant confirmeLe) {
        comptes.changerMail(compte.id(), mail, confirmeLe);
    }

    /** Retient la langue de ce titulaire : celle de ce qu'on lui écrira, et de ses pages où qu'il se connecte. */
    public void choisirLangue(long id, String langue) {
        transactions.executer(() -> comptes.choisirLangue(id, langue));
    }

    /** L'activation est finie ; sans effet si elle l'était. */
    public void finirActivation(long id) {
        comptes.finirActivation(id);
    }

    /**
     * Remplace le mot de passe d'un compte ACTIF.
     *
     * @return faux si le compte a changé entre-temps : rien n'est écrit
     */
    public boolean changerMotDePasse(Compte compte, String empreinte) {
        return comptes.changerMotDePasse(compte.id(), compte.version(), empreinte) == 1;
    }

    /**
     * Remplace le mot de passe d'un compte ouvert par celui d'un courrier.
     *
     * @param expireLe fin de sa validité
     * @return faux si le compte a changé entre-temps : rien n'est écrit
     */
    public boolean poserProvisoire(Compte compte, String empreinte, Instant expireLe) {
        return comptes.poserProvisoire(compte.id(), compte.version(), empreinte, expireLe) == 1;
    }

    /** Rend à un compte verrouillé, fermé ou non, l'état, le mot de passe et les portées qu'une opposition avait gardés. */
    public void rendreLEntree(Compte compte, String entree) {
        comptes.rendreLEntree(compte.id(), entree);
    }

    /** Rend à un compte verrouillé les coordonnées qu'une opposition avait gardées, là où elles sont encore celles que l'acte a mises. */
    public void rendreLesCoordonnees(Compte compte, String avant) {
        comptes.rendreLesCoordonnees(compte.id(), avant);
    }

    /** Ferme pour toujours un compte verrouillé, qui n'a plus de lien : l'acte qui l'avait créé est défait. Son mot de passe ne vaut plus. */
    public void fermer(Compte compte, Instant le) {
        comptes.fermerParOpposition(compte.id(), le);
    }

    /**
     * Efface l'adresse mail, le portable et l'adresse postale des comptes fermés avant {@code avant} ; leurs identifiants restent. Rend le
     * nombre de lignes effacées ou vidées.
     */
    public int oublierLesCoordonnees(Instant avant) {
        return transactions.executer(() -> comptes.oublierLesCoordonnees(avant) + comptes.oublierLesAdresses(avant));
    }
}
