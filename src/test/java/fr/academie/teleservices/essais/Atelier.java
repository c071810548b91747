package fr.academie.teleservices.essais;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.EnfantsVisibles;
import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PlafondDeCourriels;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.activation.ActivationSansCourrier;
import fr.academie.teleservices.activation.ActivationService;
import fr.academie.teleservices.activation.ComptesDUnTelephone;
import fr.academie.teleservices.activation.SansCompteService;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.MotsDePasseProvisoires;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.contestation.AtelierDeContestation;
import fr.academie.teleservices.contestation.ContestationService;
import fr.academie.teleservices.contestation.ReponseService;
import fr.academie.teleservices.coordonnees.AtelierDuProfil;
import fr.academie.teleservices.coordonnees.MailService;
import fr.academie.teleservices.coordonnees.TelephoneService;
import fr.academie.teleservices.courrier.AtelierDuCourrier;
import fr.academie.teleservices.courrier.CodesDeCourrier;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.diffusion.Abonnements;
import fr.academie.teleservices.diffusion.RemiseDesEvenements;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.manque.CodesEnvoyes;
import fr.academie.teleservices.manque.DemandeService;
import fr.academie.teleservices.manque.DemandesAuBureau;
import fr.academie.teleservices.manque.PreuveParCode;
import fr.academie.teleservices.motdepasse.CanauxDePreuve;
import fr.academie.teleservices.motdepasse.EntourageService;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.motdepasse.PreuveDuTitulaire;
import fr.academie.teleservices.motdepasse.RappelParSms;
import fr.academie.teleservices.motdepasse.ReponsesDOubli;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.AvisParSms;
import fr.academie.teleservices.opposition.OppositionService;
import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.regroupement.AtelierDeRegroupement;
import fr.academie.teleservices.regroupement.EchangeDuCompteQuiReste;
import fr.academie.teleservices.regroupement.PreuveService;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.rupture.AtelierDeRupture;
import fr.academie.teleservices.rupture.RuptureRefusee;
import fr.academie.teleservices.rupture.RuptureService;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.courriel.ModelesDeCourriel;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import fr.academie.teleservices.socle.sms.ModelesDeSms;
import fr.academie.teleservices.socle.tache.Planificateur;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.AdresseDuService;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Les vrais services, assemblés à la main sur une source de données, avec une horloge que l'essai avance. */
public final class Atelier {

    /** Le coût d'Argon2id en production, là où c'est lui qu'on éprouve ou qu'on mesure. */
    public static final Map<String, String> COUT_DU_PRODUIT = cout(Couts.OWASP);

    /** L'adresse publique du service, dans les courriels. */
    public static final String APPLICATION = "https://exemple.fr/teleservices";

    public final Horloge horloge = new Horloge();
    public final HeureDeLAcademie heure;
    public final Transactions transactions;
    public final CompteService comptes;
    public final PorteeService portees;
    public final ScolariteService scolarite;
    public final Rattachements rattachements;
    public final AnnonceDesLiens annonce;
    public final LigneeService lignee;
    public final Garde garde;
    public final LimiteurDEssais limiteur;
    public final PreuveService preuves;
    public final RegroupementService regroupements;
    public final EchangeDuCompteQuiReste echanges;
    public final SessionService sessions;
    public final ActivationService activations;
    public final SansCompteService sansCompte;
    public final ActivationSansCourrier sansCourrier;
    public final MotDePasseService motsDePasse;
    public final Planificateur planificateur;
    public final OubliService oublis;
    public final PreuveDuTitulaire titulaires;
    public final JournalService journal;
    public final CreationDeComptes creations;
    public final JournalDuBureau bureau;
    public final CodesDeCourrier codes;
    public final PorteService portes;
    public final CourrierService courriers;
    public final EnvoiDeCourriels courriels;
    public final ContestationService contestations;
    public final ReponseService reponses;
    public final DemandeService demandes;
    public final DemandesAuBureau demandesAuBureau;
    public final PreuveParCode parCode;
    public final RuptureService ruptures;
    public final MailService mails;
    public final AvisAuTitulaire avis;
    public final OppositionService oppositions;
    public final TelephoneService telephones;
    public final RemiseDesEvenements remises;

    public Atelier(DataSource source) {
        this(source, reglages(Map.of()), profil(Map.of()));
    }

    /** À des réglages choisis ; au plancher du coût des empreintes, elles se calculent à {@link Familles#MEMOIRE_DERISOIRE}. */
    public Atelier(DataSource source, Reglages reglages, ProfilAcademie profil) {
        this(source, reglages, profil, Communs.hachage(allege(reglages.hachage())));
    }

    /** Les services à côté d'un serveur qui a les mêmes réglages : leurs empreintes ne sont pas de celles qu'il referait. */
    public static Atelier commeLeServeur(DataSource source) {
        Reglages reglages = reglages(Map.of());
        return new Atelier(source, reglages, profil(Map.of()), Communs.hachage(reglages.hachage()));
    }

    private static Reglages.Hachage allege(Reglages.Hachage lu) {
        Couts lus = lu.couts();
        if (lus.memoireKio() != Familles.PLANCHER.memoireKio() || lus.passes() != Familles.PLANCHER.passes()) {
            return lu;
        }
        return new Reglages.Hachage(
                lu.simultanes(),
                lu.file(),
                lu.attente(),
                lu.refus(),
                lu.algorithme(),
                new Couts(Familles.MEMOIRE_DERISOIRE, lus.passes(), lus.bcrypt()));
    }

    private Atelier(DataSource source, Reglages reglages, ProfilAcademie profil, HachageService hachage) {
        heure = new HeureDeLAcademie(profil, Communs.langues(profil));
        transactions = Communs.transactions(source);
        journal = new JournalService(transactions, TransactionsDePurge.par(transactions));
        comptes = new CompteService(transactions, hachage, horloge);
        scolarite = new ScolariteService(transactions);
        EvenementService evenements = new EvenementService(scolarite, transactions);
        remises = new RemiseDesEvenements(
                new Abonnements(reglages, evenements, transactions, horloge),
                evenements,
                transactions,
                reglages,
                horloge);
        rattachements = new Rattachements(comptes, transactions);
        annonce = new AnnonceDesLiens(comptes, scolarite, journal, evenements);
        lignee = new LigneeService(transactions);
        garde = new Garde(reglages, horloge);
        limiteur = new LimiteurDEssais(garde, transactions, reglages, horloge);
        PlafondDeCourriels plafond = new PlafondDeCourriels(transactions, horloge);
        portees = new PorteeService(transactions, hachage, horloge);
        sessions = new SessionService(transactions, portees, journal, reglages, profil, horloge);
        Telephones portables = new Telephones(transactions, horloge);
        PlafondDeSms plafondDeSms = new PlafondDeSms(transactions, reglages, horloge);
        EnvoiDeSms sms = new EnvoiDeSms(new ModelesDeSms(textes(profil), profil), transactions, reglages, horloge);
        avis = new AvisAuTitulaire(
                transactions, new AdresseDuService(APPLICATION), new AvisParSms(portables, plafondDeSms, sms), horloge);
        courriels = new EnvoiDeCourriels(new ModelesDeCourriel(textes(profil)), transactions, horloge);
        motsDePasse = new MotDePasseService(
                comptes,
                portees,
                new EntourageService(scolarite, profil),
                hachage,
                Communs.POLITIQUE,
                limiteur,
                sessions,
                journal,
                courriels,
                transactions,
                horloge);
        planificateur = new Planificateur(source, transactions, horloge);
        oublis = new OubliService(
                comptes,
                new ReponsesDOubli(
                        comptes,
                        new AgentService(transactions, profil(Map.of())),
                        scolarite,
                        lignee,
                        plafond,
                        avis,
                        courriels,
                        transactions,
                        horloge),
                new RappelParSms(portables, sms, plafondDeSms),
                motsDePasse,
                sessions,
                garde,
                avis,
                planificateur,
                transactions,
                horloge);
        titulaires = new PreuveDuTitulaire(
                comptes,
                portees,
                hachage,
                limiteur,
                sessions,
                journal,
                new CanauxDePreuve(comptes, portees, portables, courriels, sms, plafondDeSms, horloge),
                transactions,
                horloge);
        contestations = new ContestationService(
                comptes, scolarite, new EnfantsVisibles(scolarite), journal, evenements, transactions, horloge);
        demandes = new DemandeService(comptes, scolarite, lignee, journal, transactions, heure, horloge);
        activations = new ActivationService(
                comptes, portees, motsDePasse, contestations, sessions, journal, evenements, transactions, horloge);
        sansCompte = new SansCompteService(
                new ComptesDUnTelephone(portables, scolarite),
                hachage,
                garde,
                plafondDeSms,
                sms,
                planificateur,
                profil,
                transactions,
                horloge);
        sansCourrier = new ActivationSansCourrier(
                sansCompte,
                comptes,
                portees,
                portables,
                motsDePasse,
                sessions,
                journal,
                evenements,
                courriels,
                transactions,
                horloge);
        var profils = AtelierDuProfil.assembler(
                comptes,
                motsDePasse,
                hachage,
                limiteur,
                plafond,
                plafondDeSms,
                portables,
                sms,
                sessions,
                avis,
                courriels,
                journal,
                evenements,
                transactions,
                horloge);
        var regroupement = new AtelierDeRegroupement(
                comptes,
                portees,
                scolarite,
                limiteur,
                profils.reprises(),
                avis,
                journal,
                transactions,
                profil,
                reglages,
                horloge);
        preuves = regroupement.preuves();
        parCode = new PreuveParCode(
                comptes,
                hachage,
                limiteur,
                garde,
                new CodesEnvoyes(courriels, sms, plafondDeSms, transactions),
                preuves,
                planificateur,
                transactions,
                heure,
                horloge);
        regroupements = regroupement.regroupements();
        echanges = regroupement.echanges();
        mails = profils.mails();
        telephones = profils.telephones();
        creations = new CreationDeComptes(transactions);
        bureau = new JournalDuBureau(transactions, TransactionsDePurge.par(transactions), horloge);
        demandesAuBureau = new DemandesAuBureau(comptes, courriels, bureau, transactions, horloge);
        codes = new CodesDeCourrier(transactions, horloge);
        portes = new PorteService(
                comptes, portees, codes, scolarite, sessions, limiteur, garde, journal, transactions, horloge);
        courriers = new CourrierService(
                comptes,
                portees,
                codes,
                hachage,
                new MotsDePasseProvisoires(),
                sessions,
                journal,
                bureau,
                courriels,
                avis,
                profil,
                transactions,
                horloge);
        reponses = AtelierDeContestation.contestations(
                comptes,
                scolarite,
                new AgentService(transactions, profil),
                journal,
                bureau,
                evenements,
                courriels,
                heure,
                transactions,
                horloge);
        ruptures = AtelierDeRupture.ruptures(
                comptes,
                creations,
                scolarite,
                lignee,
                journal,
                bureau,
                evenements,
                courriels,
                avis,
                transactions,
                horloge);
        oppositions = new OppositionService(
                comptes,
                scolarite,
                List.of(
                        profils.opposition(),
                        AtelierDuCourrier.opposition(comptes, scolarite, sessions, avis, journal, courriels, horloge),
                        AtelierDeRegroupement.opposition(
                                comptes,
                                scolarite,
                                sessions,
                                avis,
                                journal,
                                evenements,
                                courriels,
                                profils.reprises(),
                                transactions,
                                horloge),
                        AtelierDeRupture.opposition(
                                comptes,
                                scolarite,
                                sessions,
                                avis,
                                journal,
                                evenements,
                                courriels,
                                transactions,
                                horloge)),
                transactions,
                horloge);
    }

    /** Un agent d'établissement qui agit pour ces UAI et n'en dirige aucun. */
    public static Agent agent(String identifiant, String... uais) {
        return new Agent(
                new Identifiant(identifiant),
                Profil.ETABLISSEMENT,
                "CASTÉRA",
                "Hélène",
                null,
                new Habilitations(Set.of(uais), Set.of()),
                1,
                "127.0.0.1",
                true);
    }

    /** Ce que l'étape 2 d'un regroupement montre à cet instant ; vide si elle ne montre plus rien. */
    public String vue(Demandeur demandeur, UUID jeton) {
        try {
            return regroupements.apercu(demandeur, jeton).vue();
        } catch (RegroupementRefuse e) {
            return "";
        }
    }

    /** Confirme le regroupement que l'étape 2 montre à cet instant. */
    public void regrouper(Demandeur demandeur, UUID jeton) throws RegroupementRefuse {
        regroupements.confirmer(demandeur, jeton, vue(demandeur, jeton));
    }

    /** Ce que l'étape 2 d'une rupture montre à cet instant ; vide si elle ne montre plus rien. */
    public String vue(Agent agent, UUID jeton) {
        try {
            return ruptures.apercu(agent, jeton).vue();
        } catch (RuptureRefusee e) {
            return "";
        }
    }

    /** Confirme la rupture que l'étape 2 montre à cet instant. */
    public void casser(Agent agent, UUID jeton) throws RuptureRefusee {
        ruptures.confirmer(agent, jeton, vue(agent, jeton));
    }

    public static Demandeur demandeur(long responsableId, String identifiant, long sessionId) {
        return new Demandeur(responsableId, new Identifiant(identifiant), sessionId, "127.0.0.1", Niveau.FRAIS, null);
    }

    /** Réglages minimaux, sans attente avant un refus et au moindre coût d'Argon2id, où {@code autres} l'emporte. */
    public static Reglages reglages(Map<String, String> autres) {
        return Reglages.lire(proprietes("""
            academie = bordeaux
            base.url = jdbc:mariadb://127.0.0.1/teleservices
            base.utilisateur = teleservices
            serveur.adresses = http://localhost:8080
            cas.adresse = http://localhost:8080/cas
            smtp.hote = 127.0.0.1
            hachage.refus = 0 ms
            """).avec(cout(Familles.PLANCHER)).avec(autres));
    }

    private static Map<String, String> cout(Couts couts) {
        return Map.of(
                "hachage.argon2.memoire", String.valueOf(couts.memoireKio()),
                "hachage.argon2.passes", String.valueOf(couts.passes()));
    }

    /** Le profil de Bordeaux, où {@code autres} l'emporte. */
    public static ProfilAcademie profil(Map<String, String> autres) {
        try {
            return ProfilAcademie.lire(proprietes(Files.readString(Path.of("conf/academies/bordeaux.properties")))
                    .avec(autres));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Les mots du service, en français. */
    public static Textes textes() {
        return textes(profil(Map.of()));
    }

    /** Les mots du service dans ce profil : ses langues, son habillage, son fuseau. */
    public static Textes textes(ProfilAcademie profil) {
        return new Textes(Communs.langues(profil));
    }

    private static Proprietes proprietes(String texte) {
        try {
            return Proprietes.duTexte("essai", new StringReader(texte), variable -> null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** L'heure vraie, ou une heure arrêtée, décalée à volonté. */
    public static final class Horloge extends Clock {

        private volatile Clock origine = Clock.tickMillis(ZoneOffset.UTC);
        private volatile Duration decalage = Duration.ZERO;

        public void avancer(Duration duree) {
            decalage = decalage.plus(duree);
        }

        /** Arrête l'horloge à cet instant ; {@link #avancer} la déplace encore. */
        public void arreterA(Instant le) {
            origine = Clock.fixed(le, ZoneOffset.UTC);
            decalage = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return origine.instant().plus(decalage);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
