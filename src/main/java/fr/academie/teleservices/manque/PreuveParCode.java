package fr.academie.teleservices.manque;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.CodeAUsageUnique;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.manque.CodeMapper.CodeEnvoye;
import fr.academie.teleservices.manque.CodesEnvoyes.Destinataires;
import fr.academie.teleservices.regroupement.PreuveService;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.Planificateur;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prouve un autre compte de la même personne sans son courrier : par la date de naissance d'un enfant qu'il porte, et un code envoyé là où son
 * établissement la joint. Le compte prouvé rejoint ceux que l'étape 2 du regroupement montre.
 *
 * <p>Une demande se dépose pour plus tard et la page répond aussitôt, la même chose à tous ; une ligne s'écrit, et les mêmes essais se comptent,
 * qu'un tel compte existe ou non : seul le code, que son destinataire est seul à voir, les distingue.
 */
@Singleton
public final class PreuveParCode {

    /** Vie d'un code. */
    public static final Duration VIE = Duration.ofMinutes(15);

    private static final Duration REPRISE = Duration.ofMinutes(1);
    private static final int ESSAIS = 5;
    private static final int CHIFFRES = 8;
    private static final int FILE = 10_000;
    private static final String TACHE = "enfant-manquant";
    private static final String RESPONSABLE = "responsable";
    private static final String SESSION = "session";
    private static final String CANAL = "canal";
    private static final String NAISSANCE = "naissance";
    private static final String LE = "le";

    private final CompteService comptes;
    private final HachageService hachage;
    private final LimiteurDEssais limiteur;
    private final Garde garde;
    private final CodesEnvoyes envois;
    private final PreuveService preuves;
    private final Planificateur planificateur;
    private final Transactions transactions;
    private final CodeMapper codes;
    private final HeureDeLAcademie heure;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public PreuveParCode(
            CompteService comptes,
            HachageService hachage,
            LimiteurDEssais limiteur,
            Garde garde,
            CodesEnvoyes envois,
            PreuveService preuves,
            Planificateur planificateur,
            Transactions transactions,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.comptes = comptes;
        this.hachage = hachage;
        this.limiteur = limiteur;
        this.garde = garde;
        this.envois = envois;
        this.preuves = preuves;
        this.planificateur = planificateur;
        this.transactions = transactions;
        this.codes = transactions.mapper(CodeMapper.class);
        this.heure = heure;
        this.horloge = horloge;
    }

    /** Les canaux par où un code peut partir : celui des SMS n'en est que si l'académie en envoie. */
    public List<CanalDuCode> canaux() {
        return envois.canaux();
    }

    /**
     * Demande un code ; il ne part que si un autre compte de la même identité porte un enfant né ce jour, et que son établissement le joint ainsi.
     *
     * @throws CodeRefuse NAISSANCE_IMPOSSIBLE ou TROP_D_ESSAIS, qui ne tiennent ni l'un ni l'autre à l'existence d'un compte
     */
    public void demander(Demandeur demandeur, CanalDuCode canal, LocalDate naissance) throws CodeRefuse {
        Acte.RETROUVER_UN_COMPTE.exiger(demandeur);
        Instant le = horloge.instant();
        if (!EnfantManquant.peutEtreEleve(naissance, heure.date(le))) {
            throw new CodeRefuse(RefusCode.NAISSANCE_IMPOSSIBLE);
        }
        try {
            limiteur.inscrire(
                    Operation.ENFANT_ENVOI, demandeur, demandeur.identifiant().valeur());
            var pleine = envois.pleine(canal);
            if (pleine.isPresent()) {
                throw CodeRefuse.attendre(pleine.get());
            }
            JsonObject demande = FabriqueJson.objet()
                    .add(RESPONSABLE, demandeur.responsableId())
                    .add(SESSION, demandeur.sessionId())
                    .add(CANAL, canal.name())
                    .add(NAISSANCE, naissance.toString())
                    .add(LE, le.toEpochMilli())
                    .build();
            if (!planificateur.deposer(TACHE, demande, FILE)) {
                throw garde.affluence(REPRISE);
            }
        } catch (TropDEssais e) {
            throw CodeRefuse.attendre(e.attente());
        }
        planificateur.eveiller();
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
        CanalDuCode canal = CanalDuCode.valueOf(demande.getString(CANAL));
        Compte compte = comptes.parId(demande.getJsonNumber(RESPONSABLE).longValueExact())
                .orElseThrow();
        CodeAUsageUnique code = CodeAUsageUnique.tirer(hasard, CHIFFRES);
        String empreinte = hachage.empreinte(code.chiffres());
        Destinataires trouves = envois.trouver(compte, canal, LocalDate.parse(demande.getString(NAISSANCE)));
        transactions.executer(() -> {
            if (!planificateur.consommer(TACHE, id) || le.plus(VIE).isBefore(maintenant)) {
                return;
            }
            codes.deposer(
                    compte.id(),
                    demande.getJsonNumber(SESSION).longValueExact(),
                    empreinte,
                    trouves.enJson(),
                    maintenant,
                    maintenant.plus(VIE));
            envois.deposer(compte, canal, trouves, code.lisible(), VIE);
        });
    }

    /**
     * Prouve par le code reçu ; les comptes qu'il prouve rejoignent ceux que cette session a déjà prouvés.
     *
     * @return le jeton du lot, que l'étape 2 montre
     * @throws CodeRefuse CODE_FAUX, CODE_PERIME, TROP_D_ESSAIS ou SERVICE_SATURE, dans le même temps qu'un code soit parti ou non
     * @throws RegroupementRefuse si aucun des comptes que ce code prouve ne peut se regrouper avec celui-ci
     */
    public UUID confirmer(Demandeur demandeur, String saisie) throws CodeRefuse, RegroupementRefuse {
        Acte.RETROUVER_UN_COMPTE.exiger(demandeur);
        LimiteurDEssais.Essai essai;
        try {
            essai = limiteur.inscrire(
                    Operation.ENFANT_CODE, demandeur, demandeur.identifiant().valeur());
        } catch (TropDEssais e) {
            throw CodeRefuse.attendre(e.attente());
        }
        CodeEnvoye prouve;
        try {
            prouve = hachage.dansLeTempsDUnRefus(() -> exigerLeCode(demandeur, saisie));
        } catch (ServiceSature e) {
            limiteur.oublier(essai);
            throw new CodeRefuse(RefusCode.SERVICE_SATURE);
        }
        limiteur.compterJuste(essai);
        if (transactions.executer(() -> codes.oublier(demandeur.responsableId(), prouve.code())) == 0) {
            throw new CodeRefuse(RefusCode.CODE_PERIME);
        }
        return reunir(demandeur, prouve);
    }

    private UUID reunir(Demandeur demandeur, CodeEnvoye prouve) throws CodeRefuse, RegroupementRefuse {
        UUID lot = null;
        RegroupementRefuse refus = null;
        for (JsonNumber numero : FabriqueJson.lireTableau(prouve.comptes()).getValuesAs(JsonNumber.class)) {
            try {
                lot = preuves.prouverParCode(demandeur, numero.longValueExact());
            } catch (RegroupementRefuse e) {
                refus = e;
            }
        }
        if (lot != null) {
            return lot;
        }
        if (refus != null) {
            throw refus;
        }
        // Une ligne sans compte n'a pas de code connu de quiconque : le deviner ne prouve rien.
        throw new CodeRefuse(RefusCode.CODE_PERIME);
    }

    private CodeEnvoye exigerLeCode(Demandeur demandeur, String saisie) throws CodeRefuse {
        CodeEnvoye attendu = attendu(demandeur);
        if (attendu == null || transactions.executer(() -> codes.essayer(demandeur.responsableId(), ESSAIS)) == 0) {
            throw new CodeRefuse(RefusCode.CODE_PERIME);
        }
        String code = CodeAUsageUnique.saisi(saisie);
        if (!hachage.correspond(code, attendu.code())) {
            int restent = ESSAIS - attendu.essais() - 1;
            throw restent > 0 ? CodeRefuse.faux(restent) : new CodeRefuse(RefusCode.CODE_PERIME);
        }
        return attendu;
    }

    private @Nullable CodeEnvoye attendu(Demandeur demandeur) {
        return codes.attendu(demandeur.responsableId(), demandeur.sessionId(), horloge.instant());
    }

    /** Efface les codes périmés avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> codes.purger(avant));
    }
}
