package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.Reseau;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.socle.courriel.Courriel;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.securite.TempsDUnRefus;
import fr.academie.teleservices.socle.tache.Planificateur;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * « identifiant oublié ? » et « mot de passe oublié ? ».
 *
 * <p>La demande est déposée pour plus tard et la page répond aussitôt, la même chose à tous : ni la réponse ni sa durée ne disent si le
 * compte existe. Elle attend en base, d'ordinaire moins d'une seconde, avec le compte désigné ou l'adresse mail saisie, et l'adresse d'où
 * cela vient, puis s'efface ; une saisie qui n'est ni l'un ni l'autre, et pourrait être un mot de passe, n'y entre pas. Un lien ou un
 * identifiant ne part qu'à une adresse confirmée ; le lien vaut une fois, 30 minutes, et le premier qui sert annule les autres : la demande
 * d'un tiers ne touche pas à celui dont le titulaire se sert. L'identifiant d'un compte regroupé vaut celui qui sert à
 * sa place. À une adresse connue mais non confirmée, qu'un établissement a pu mal écrire, on dit seulement à quel établissement s'adresser :
 * ni nom, ni identifiant, ni lien. Sans adresse, seule la page le dit, en mots qui valent pour tous. Ce qui part :
 * {@link ReponsesDOubli}.
 */
@Singleton
public final class OubliService {

    private static final Logger LOG = LoggerFactory.getLogger(OubliService.class);
    /**
     * La page du lien, à laquelle le jeton s'ajoute. Après « # », il n'est pas dans la demande du navigateur : ni le journal d'un mandataire,
     * ni celui de Tomcat, ni l'en-tête Referer ne l'ont jamais.
     */
    public static final String PAGE_DU_LIEN = "/oubli/nouveau#";

    private static final int FILE = 10_000;
    private static final Duration REPRISE = Duration.ofMinutes(1);
    private static final String TACHE = "oubli";
    private static final String QUOI = "quoi";
    private static final String SAISIE = "saisie";
    private static final String COMPTE = "compte";
    private static final String MAIL = "mail";
    private static final String ADRESSE = "adresse";
    private static final String LIEN = "lien";
    private static final String LE = "le";
    private static final String MOT_DE_PASSE = "OUBLI_MOT_DE_PASSE";
    private static final String IDENTIFIANT = "OUBLI_IDENTIFIANT";
    private static final String RECHERCHE = "RECHERCHE_DE_COMPTE";
    private static final String RECHERCHE_PAR_SMS = "RECHERCHE_PAR_SMS";

    private final CompteService comptes;
    private final ReponsesDOubli reponses;
    private final RappelParSms rappels;
    private final MotDePasseService motsDePasse;
    private final SessionService sessions;
    private final Garde garde;
    private final AvisAuTitulaire avis;
    private final Transactions transactions;
    private final JetonMapper jetons;
    private final Clock horloge;
    private final Planificateur planificateur;

    @Inject
    public OubliService(
            CompteService comptes,
            ReponsesDOubli reponses,
            RappelParSms rappels,
            MotDePasseService motsDePasse,
            SessionService sessions,
            Garde garde,
            AvisAuTitulaire avis,
            Planificateur planificateur,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.reponses = reponses;
        this.rappels = rappels;
        this.motsDePasse = motsDePasse;
        this.sessions = sessions;
        this.garde = garde;
        this.avis = avis;
        this.transactions = transactions;
        this.jetons = transactions.mapper(JetonMapper.class);
        this.horloge = horloge;
        this.planificateur = planificateur;
    }

    /** Le lien reçu ne vaut plus rien : déjà servi, expiré, annulé par un plus récent, ou faux. */
    public static final class LienPerime extends Exception {
        private static final long serialVersionUID = 1L;

        LienPerime() {
            super("Lien périmé.");
        }
    }

    /**
     * Envoie, si le compte est actif et son adresse confirmée, un lien pour choisir un nouveau mot de passe ; sinon, à l'adresse
     * connue, l'établissement à qui s'adresser. Une adresse mail tapée à la place d'un identifiant se comprend : le lien si un seul compte la
     * porte, ses identifiants si elle en a plusieurs.
     *
     * @param debutDuLien adresse de la page, à laquelle le jeton s'ajoute
     * @throws TropDEssais si la demande n'est pas prise : cette adresse l'a trop redemandée, ou il en arrive trop
     */
    public void demanderMotDePasse(String identifiantSaisi, String adresse, String debutDuLien) throws TropDEssais {
        admettre(MOT_DE_PASSE, identifiantSaisi, adresse);
        Identifiant identifiant = Identifiant.lire(identifiantSaisi).orElse(null);
        Optional<AdresseMail> mail = AdresseMail.lire(identifiantSaisi);
        if (identifiant == null && mail.isEmpty()) {
            return;
        }
        Optional<Compte> compte = Optional.ofNullable(identifiant).flatMap(comptes::parIdentifiant);
        String designe = compte.map(lu -> lu.identifiant().valeur())
                .orElse(mail.map(AdresseMail::valeur).orElse(""));
        JsonObjectBuilder demande = FabriqueJson.objet()
                .add(QUOI, MOT_DE_PASSE)
                .add(COMPTE, compte.map(Compte::id).orElse(0L))
                .add(SAISIE, designe)
                .add(ADRESSE, adresse)
                .add(LIEN, debutDuLien);
        mail.ifPresent(lu -> demande.add(MAIL, lu.valeur()));
        plusTard(demande);
    }

    /**
     * Envoie à cette adresse, si elle est confirmée, un seul message avec tous les identifiants qui la portent ; si elle est seulement
     * connue, les établissements à qui s'adresser.
     *
     * @throws TropDEssais si la demande n'est pas prise : cette adresse l'a trop redemandée, ou il en arrive trop
     */
    public void demanderIdentifiant(String mailSaisi, String adresse) throws TropDEssais {
        demander(IDENTIFIANT, mailSaisi, adresse);
    }

    /**
     * Répond à cette adresse à qui ne sait pas s'il a déjà un compte : les identifiants des comptes qui la portent confirmée ; si elle est
     * seulement connue, qu'aucun compte activé ne l'a ; rien si elle est inconnue, que n'importe qui pourrait faire inonder. De même pour un portable,
     * si l'académie envoie des SMS.
     *
     * @param saisie une adresse mail, ou un numéro
     * @throws TropDEssais si la demande n'est pas prise : cette adresse l'a trop redemandée, il en arrive trop, ou les SMS du jour sont épuisés
     */
    public void demanderSonCompte(String saisie, String adresse) throws TropDEssais {
        Optional<TelephonePortable> numero = rappels.disponible() ? TelephonePortable.lire(saisie) : Optional.empty();
        if (numero.isEmpty()) {
            demander(RECHERCHE, saisie, adresse);
            return;
        }
        garde.admettre(
                Operation.SANS_COMPTE, Reseau.de(adresse) + " " + numero.get().valeur(), adresse);
        Optional<Attente> pleine = rappels.pleine();
        if (pleine.isPresent()) {
            throw new TropDEssais(pleine.get());
        }
        plusTard(FabriqueJson.objet()
                .add(QUOI, RECHERCHE_PAR_SMS)
                .add(SAISIE, numero.get().valeur())
                .add(ADRESSE, adresse));
    }

    /** Vrai si un portable peut être donné à la place d'une adresse mail, pour retrouver son compte. */
    public boolean repondParSms() {
        return rappels.disponible();
    }

    private void demander(String quoi, String mailSaisi, String adresse) throws TropDEssais {
        admettre(quoi, mailSaisi, adresse);
        String mail = AdresseMail.lire(mailSaisi).map(AdresseMail::valeur).orElse(Identifiant.sansBlancs(mailSaisi));
        if (Courriel.peutAllerA(mail)) {
            plusTard(FabriqueJson.objet().add(QUOI, quoi).add(SAISIE, mail).add(ADRESSE, adresse));
        }
    }

    /** Ce que deviennent les demandes. */
    public TacheDeposee tache() {
        return new TacheDeposee(TACHE, (id, arret) -> {
            planificateur.lire(TACHE, id).ifPresent(demande -> repondre(id, demande));
            return null;
        });
    }

    /** Le compte que ce lien désigne, tant qu'il peut servir. */
    public Optional<Compte> compte(String jeton) {
        return TempsDUnRefus.D_UN_LIEN
                .chercher(
                        () -> Optional.ofNullable(jetons.responsable(new Jeton(jeton).empreinte(), horloge.instant())))
                .flatMap(comptes::parId)
                .filter(lu -> lu.etat() == EtatCompte.ACTIF);
    }

    /**
     * Enregistre le nouveau mot de passe, use le lien, ferme toutes les sessions du compte et prévient son titulaire.
     *
     * @throws LienPerime si le lien ne vaut plus rien
     * @throws MotDePasseRefuse si le mot de passe ne tient pas la politique ; le lien reste valable
     */
    public void reinitialiser(String jeton, String nouveau, String adresse) throws LienPerime, MotDePasseRefuse {
        Compte compte = compte(jeton).orElseThrow(LienPerime::new);
        String empreinteDuMotDePasse = motsDePasse.empreinte(motsDePasse.exiger(nouveau, compte, null));
        transactions.executer(() -> {
            if (jetons.servir(new Jeton(jeton).empreinte(), horloge.instant()) == 0) {
                throw new LienPerime();
            }
            jetons.annuler(compte.id(), horloge.instant());
            motsDePasse.reinitialiser(compte, empreinteDuMotDePasse, adresse);
            sessions.finirLesAutres(compte.identifiant(), 0);
            avis.clore(compte.id(), Changement.COURRIER);
        });
    }

    /** Efface les jetons expirés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> jetons.purger(avant));
    }

    /** Une demande trop vieille, qu'une longue panne a retenue, est oubliée : plus personne n'attend ce courriel. */
    private void repondre(String id, JsonObject demande) {
        String quoi = demande.getString(QUOI);
        String saisie = demande.getString(SAISIE);
        Instant le = Instant.ofEpochMilli(demande.getJsonNumber(LE).longValueExact());
        if (le.plus(ReponsesDOubli.VIE_DU_JETON).isBefore(horloge.instant())) {
            return;
        }
        String adresse = demande.getString(ADRESSE);
        transactions.executer(() -> {
            if (planificateur.consommer(TACHE, id)) {
                if (quoi.equals(MOT_DE_PASSE)) {
                    reponses.motDePasse(
                            demande.getInt(COMPTE, 0), demande.getString(MAIL, ""), demande.getString(LIEN), adresse);
                } else if (quoi.equals(RECHERCHE_PAR_SMS)) {
                    rappels.rappeler(new TelephonePortable(saisie));
                } else {
                    reponses.rappeler(saisie, adresse, quoi.equals(RECHERCHE));
                }
            }
        });
    }

    private void admettre(String quoi, String saisie, String adresse) throws TropDEssais {
        String voulu = Identifiant.lire(saisie)
                .map(Identifiant::valeur)
                .orElseGet(() -> Identifiant.sansBlancs(saisie).toLowerCase(Locale.ROOT));
        garde.admettre(Operation.OUBLI, quoi + " " + Reseau.de(adresse) + " " + voulu, adresse);
    }

    private void plusTard(JsonObjectBuilder demande) throws TropDEssais {
        demande.add(LE, horloge.instant().toEpochMilli());
        if (!planificateur.deposer(TACHE, demande.build(), FILE)) {
            LOG.warn("Une demande d'oubli n'est pas prise : {} attendent déjà.", FILE);
            throw garde.affluence(REPRISE);
        }
        planificateur.eveiller();
    }
}
