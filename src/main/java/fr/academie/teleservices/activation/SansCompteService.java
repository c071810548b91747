package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.acces.Reseau;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.activation.SansCompteMapper.Demande;
import fr.academie.teleservices.compte.CodeAUsageUnique;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import fr.academie.teleservices.socle.tache.Planificateur;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import fr.academie.teleservices.socle.texte.Langue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * « Je n'ai pas de compte » : le portable donné à l'établissement, le code reçu par SMS, le prénom et les dates de naissance de tous les
 * enfants, puis l'activation de tous les comptes de cette identité. Source : DOMAIN §4.
 *
 * <p>Une demande est déposée pour plus tard et la page répond aussitôt, la même chose à tous ; une ligne s'écrit, et les mêmes essais se
 * comptent, que le numéro soit connu ou non : seul le SMS, que son destinataire est seul à voir, les distingue.
 */
@Singleton
public final class SansCompteService {

    /** Vie d'un code. */
    public static final Duration VIE = Duration.ofMinutes(15);

    private static final Duration SUITE = Duration.ofMinutes(30);
    private static final Duration REPRISE = Duration.ofMinutes(1);
    private static final int ESSAIS = 5;
    private static final int REPONSES = 3;
    private static final int CHIFFRES = 8;
    private static final int FILE = 10_000;
    private static final String TACHE = "sans-compte";
    private static final String TELEPHONE = "telephone";
    private static final String JETON = "jeton";
    private static final String LE = "le";
    private static final String LANGUE = "langue";

    private final ComptesDUnTelephone comptes;
    private final HachageService hachage;
    private final Garde garde;
    private final PlafondDeSms plafond;
    private final EnvoiDeSms sms;
    private final Planificateur planificateur;
    private final Transactions transactions;
    private final SansCompteMapper demandes;
    private final boolean permis;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public SansCompteService(
            ComptesDUnTelephone comptes,
            HachageService hachage,
            Garde garde,
            PlafondDeSms plafond,
            EnvoiDeSms sms,
            Planificateur planificateur,
            ProfilAcademie profil,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.hachage = hachage;
        this.garde = garde;
        this.plafond = plafond;
        this.sms = sms;
        this.planificateur = planificateur;
        this.transactions = transactions;
        this.demandes = transactions.mapper(SansCompteMapper.class);
        this.permis = profil.sansCompte();
        this.horloge = horloge;
    }

    /** Vrai si l'académie le permet, et envoie des SMS. */
    public boolean ouvert() {
        return permis && sms.disponible();
    }

    /**
     * Demande un code pour ce numéro ; il ne part que si un compte jamais activé le porte.
     *
     * @param langue celle de la page : le SMS en parle une que la personne lit
     * @return le jeton de la demande, que le navigateur garde
     * @throws SansCompteRefuse NUMERO_ILLISIBLE ou TROP_DE_DEMANDES, qui ne tiennent ni l'un ni l'autre à l'existence d'un compte
     */
    public String demander(String saisie, Langue langue, String adresse) throws SansCompteRefuse {
        exigerOuvert();
        TelephonePortable telephone = TelephonePortable.lire(saisie)
                .orElseThrow(() -> new SansCompteRefuse(RefusSansCompte.NUMERO_ILLISIBLE));
        Jeton jeton = Jeton.tirer(hasard);
        try {
            garde.admettre(Operation.SANS_COMPTE, Reseau.de(adresse) + " " + telephone.valeur(), adresse);
            var pleine = plafond.duService(PlafondDeSms.Demande.INCONNUE);
            if (pleine.isPresent()) {
                throw SansCompteRefuse.attendre(pleine.get());
            }
            JsonObject demande = FabriqueJson.objet()
                    .add(JETON, jeton.empreinte())
                    .add(TELEPHONE, telephone.valeur())
                    .add(LE, horloge.instant().toEpochMilli())
                    .add(LANGUE, langue.code())
                    .build();
            if (!planificateur.deposer(TACHE, demande, FILE)) {
                throw garde.affluence(REPRISE);
            }
        } catch (TropDEssais e) {
            throw SansCompteRefuse.attendre(e.attente());
        }
        planificateur.eveiller();
        return jeton.valeur();
    }

    /** Ce que deviennent les demandes. */
    public TacheDeposee tache() {
        return new TacheDeposee(TACHE, (id, arret) -> {
            planificateur.lire(TACHE, id).ifPresent(demande -> envoyer(id, demande));
            return null;
        });
    }

    private void envoyer(String id, JsonObject demande) {
        Instant le = Instant.ofEpochMilli(demande.getJsonNumber(LE).longValueExact());
        Instant maintenant = horloge.instant();
        TelephonePortable telephone = new TelephonePortable(demande.getString(TELEPHONE));
        CodeAUsageUnique code = CodeAUsageUnique.tirer(hasard, CHIFFRES);
        String empreinte = hachage.empreinte(code.chiffres());
        boolean connu = comptes.connaissent(telephone);
        transactions.executer(() -> {
            if (!planificateur.consommer(TACHE, id) || le.plus(VIE).isBefore(maintenant)) {
                return;
            }
            demandes.deposer(demande.getString(JETON), telephone.valeur(), empreinte, maintenant, maintenant.plus(VIE));
            if (connu
                    && plafond.duNumero(telephone.valeur()).isEmpty()
                    && plafond.duService(PlafondDeSms.Demande.INCONNUE).isEmpty()) {
                plafond.noter(PlafondDeSms.Demande.INCONNUE, telephone.valeur());
                sms.deposerEn(
                        demande.getString(LANGUE, null),
                        "sansCompte.code",
                        telephone.valeur(),
                        VIE,
                        code.lisible(),
                        VIE.toMinutes());
            }
        });
    }

    /**
     * Prouve par le code reçu que cette personne tient ce téléphone. La durée d'un refus ne dit pas si un SMS est parti.
     *
     * @throws SansCompteRefuse CODE_FAUX, CODE_PERIME, DEMANDE_PERIMEE, TROP_DE_DEMANDES ou SERVICE_SATURE
     */
    public void confirmer(String jeton, String saisie, String adresse) throws SansCompteRefuse {
        admettre(jeton, adresse);
        String empreinte = new Jeton(jeton).empreinte();
        try {
            hachage.dansLeTempsDUnRefus(() -> {
                exigerLeCode(empreinte, saisie);
                return empreinte;
            });
        } catch (ServiceSature e) {
            throw new SansCompteRefuse(RefusSansCompte.SERVICE_SATURE);
        }
        Instant le = horloge.instant();
        transactions.executer(() -> {
            demandes.tenir(empreinte, le, le.plus(SUITE));
        });
    }

    private void exigerLeCode(String empreinte, String saisie) throws SansCompteRefuse {
        Demande demande = demandes.parJeton(empreinte, horloge.instant());
        if (demande == null) {
            throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
        }
        if (transactions.executer(() -> demandes.essayer(empreinte, ESSAIS)) == 0) {
            throw new SansCompteRefuse(RefusSansCompte.CODE_PERIME);
        }
        String code = CodeAUsageUnique.saisi(saisie);
        if (!hachage.correspond(code, demande.code())) {
            int restent = ESSAIS - demande.essais() - 1;
            throw restent > 0
                    ? new SansCompteRefuse(RefusSansCompte.CODE_FAUX, restent)
                    : new SansCompteRefuse(RefusSansCompte.CODE_PERIME);
        }
    }

    /** Vrai si le code de cette demande a été donné, et qu'elle dure encore. */
    public boolean tenu(String jeton) {
        Demande demande = lire(jeton);
        return demande != null && demande.tenuLe() != null;
    }

    /**
     * Le prénom et les dates de naissance de tous les enfants : tous justes, ou rien.
     *
     * @throws SansCompteRefuse REPONSES_FAUSSES, REPONSES_EPUISEES, DEMANDE_PERIMEE ou TROP_DE_DEMANDES
     */
    public void repondre(String jeton, String prenom, Set<LocalDate> naissances, String adresse)
            throws SansCompteRefuse {
        admettre(jeton, adresse);
        String empreinte = new Jeton(jeton).empreinte();
        List<Compte> trouves =
                hachage.dansLeTempsDUnRefus(() -> exigerLesReponses(empreinte, prenom, Set.copyOf(naissances)));
        JsonArrayBuilder numeros = FabriqueJson.tableau();
        trouves.forEach(compte -> numeros.add(compte.id()));
        transactions.executer(() -> {
            demandes.ouvrir(empreinte, numeros.build().toString());
        });
    }

    private List<Compte> exigerLesReponses(String empreinte, String prenom, Set<LocalDate> naissances)
            throws SansCompteRefuse {
        Demande demande = demandes.parJeton(empreinte, horloge.instant());
        if (demande == null || demande.tenuLe() == null) {
            throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
        }
        if (transactions.executer(() -> demandes.repondre(empreinte, REPONSES)) == 0) {
            throw new SansCompteRefuse(RefusSansCompte.REPONSES_EPUISEES);
        }
        List<Compte> trouves = comptes.quiRepondent(new TelephonePortable(demande.telephone()), prenom, naissances);
        if (trouves.isEmpty()) {
            int restent = REPONSES - demande.reponses() - 1;
            throw restent > 0
                    ? new SansCompteRefuse(RefusSansCompte.REPONSES_FAUSSES, restent)
                    : new SansCompteRefuse(RefusSansCompte.REPONSES_EPUISEES);
        }
        return trouves;
    }

    /** Efface les demandes expirées avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> demandes.purger(avant));
    }

    @Nullable
    Demande lire(String jeton) {
        return demandes.parJeton(new Jeton(jeton).empreinte(), horloge.instant());
    }

    /** Use la demande, dans la transaction de l'appelant ; faux si une autre l'a déjà prise. */
    boolean consommer(String jeton) {
        return demandes.consommer(new Jeton(jeton).empreinte()) == 1;
    }

    private void admettre(String jeton, String adresse) throws SansCompteRefuse {
        exigerOuvert();
        try {
            garde.admettre(Operation.REPONDRE, jeton, adresse);
        } catch (TropDEssais e) {
            throw SansCompteRefuse.attendre(e.attente());
        }
    }

    private void exigerOuvert() throws SansCompteRefuse {
        if (!ouvert()) {
            throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
        }
    }
}
