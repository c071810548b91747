package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.PlafondDeCourriels;
import fr.academie.teleservices.acces.PlafondDeCourriels.Sorte;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ce qui part vraiment après une demande d'oubli : un lien, des identifiants, l'établissement à qui s'adresser, ou rien.
 *
 * <p>Une boîte ne reçoit pas deux fois la même chose en 10 minutes, ni plus que le {@link PlafondDeCourriels} en un jour ; qui n'a encore
 * rien demandé reçoit toujours un lien, ou en a un dans sa boîte.
 */
@Singleton
public final class ReponsesDOubli {

    static final Duration VIE_DU_JETON = Duration.ofMinutes(30);
    /** Sous le premier courriel parti, un second ne dirait rien de plus, et une rafale n'en fait qu'un. */
    private static final Duration REPOS = Duration.ofMinutes(10);

    /** Quand le plafond du jour est atteint, un lien dure plus et ne se refait qu'à sa fin : la boîte en reçoit peu. */
    private static final Duration VIE_EN_DERNIER_RECOURS = Duration.ofHours(2);

    private final CompteService comptes;
    private final AgentService agents;
    private final ScolariteService scolarite;
    private final LigneeService lignee;
    private final PlafondDeCourriels plafond;
    private final AvisAuTitulaire avis;
    private final EnvoiDeCourriels courriels;
    private final JetonMapper jetons;
    private final Clock horloge;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public ReponsesDOubli(
            CompteService comptes,
            AgentService agents,
            ScolariteService scolarite,
            LigneeService lignee,
            PlafondDeCourriels plafond,
            AvisAuTitulaire avis,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.agents = agents;
        this.scolarite = scolarite;
        this.lignee = lignee;
        this.plafond = plafond;
        this.avis = avis;
        this.courriels = courriels;
        this.jetons = transactions.mapper(JetonMapper.class);
        this.horloge = horloge;
    }

    /**
     * À une demande de mot de passe, dans la transaction de l'appelant.
     *
     * @param compteDesigne le compte dont l'identifiant a été saisi ; 0 si aucun
     * @param mail l'adresse mail saisie ; vide si ce n'en est pas une
     */
    void motDePasse(long compteDesigne, String mail, String debutDuLien, String adresse) {
        Optional<Compte> tape = comptes.parId(compteDesigne);
        Optional<Compte> designe = tape.flatMap(this::enService);
        if (designe.isPresent() || mail.isEmpty()) {
            designe.ifPresent(compte -> repondre(compte, tape.orElseThrow().identifiant(), debutDuLien, adresse));
            return;
        }
        List<Compte> portent = comptes.parMailConfirme(mail);
        if (portent.size() == 1) {
            repondre(portent.get(0), portent.get(0).identifiant(), debutDuLien, adresse);
        } else {
            rappeler(mail, adresse, false);
        }
    }

    /** Ce compte s'il est ouvert, sinon celui avec lequel il a été regroupé ; vide s'il est fermé autrement. */
    private Optional<Compte> enService(Compte compte) {
        return compte.etat().estOuvert()
                ? Optional.of(compte)
                : lignee.survivant(compte.identifiant()).flatMap(lu -> comptes.parId(lu.compteId()));
    }

    /**
     * À une demande d'identifiants, dans la transaction de l'appelant.
     *
     * @param recherche vrai si l'on demandait seulement s'il y a un compte : il n'y a alors personne à qui s'adresser
     */
    void rappeler(String mail, String adresse, boolean recherche) {
        List<Compte> trouves = comptes.parMailConfirme(mail);
        if (trouves.isEmpty()) {
            List<Compte> connus = comptes.parMail(mail);
            if (recherche) {
                connus.stream().limit(1).forEach(compte -> direQuIlNYEnAPas(compte, adresse));
            } else {
                envoyerVersLEtablissement(connus, adresse);
            }
            return;
        }
        comptes.verrouiller(trouves.get(0).id());
        String destinataire = String.valueOf(trouves.get(0).mail());
        if (peutRepartir(destinataire, adresse)) {
            plafond.noter(Sorte.RAPPEL, destinataire, adresse);
            List<String> liste = trouves.stream()
                    .map(c -> c.identifiant() + " (" + c.identite().nomCourant() + ")")
                    .toList();
            courriels.deposerEn(trouves.get(0).langue(), "identifiant.rappel", destinataire, liste);
        }
    }

    private void direQuIlNYEnAPas(Compte connu, String adresse) {
        String mail = String.valueOf(connu.mail());
        if (peutRepartir(mail, adresse)) {
            plafond.noter(Sorte.RAPPEL, mail, adresse);
            courriels.deposerEn(connu.langue(), "compte.aucun", mail);
        }
    }

    /** @param tape l'identifiant donné : celui de ce compte, ou d'un compte regroupé avec lui */
    private void repondre(Compte compte, Identifiant tape, String debutDuLien, String adresse) {
        comptes.verrouiller(compte.id());
        // Qui vient de changer l'adresse ne reçoit pas de quoi prendre le compte : l'ancienne peut encore s'y opposer.
        String mail = avis.adressePourUnLien(compte.id()).orElse(null);
        if (compte.etat() == EtatCompte.ACTIF && mail != null) {
            vieDUnNouveauLien(compte, mail, adresse).ifPresent(vie -> {
                plafond.noter(Sorte.LIEN, mail, adresse);
                envoyerLeLien(compte, tape, mail, debutDuLien, vie);
            });
        } else {
            envoyerVersLEtablissement(List.of(compte), adresse);
        }
    }

    /** Ce que vaudrait un nouveau lien ; vide si sa boîte en a un qui suffit, ou si ce demandeur a eu sa part du jour. */
    private Optional<Duration> vieDUnNouveauLien(Compte compte, String mail, String adresse) {
        Instant maintenant = horloge.instant();
        JetonMapper.Vivant vivant = jetons.vivant(compte.id(), maintenant);
        boolean recent = vivant != null && vivant.creeLe().plus(REPOS).isAfter(maintenant);
        boolean suffisant = vivant != null && vivant.expireLe().minus(REPOS).isAfter(maintenant);
        return switch (plafond.etat(Sorte.LIEN, mail, adresse).rang()) {
            case ADMIS -> recent ? Optional.empty() : Optional.of(VIE_DU_JETON);
            case DERNIER_RECOURS -> suffisant ? Optional.empty() : Optional.of(VIE_EN_DERNIER_RECOURS);
            case REFUSE -> Optional.empty();
        };
    }

    /** Un message sans lien n'expire pas : celui qui est dans la boîte suffit longtemps. */
    private boolean peutRepartir(String mail, String adresse) {
        PlafondDeCourriels.Etat etat = plafond.etat(Sorte.RAPPEL, mail, adresse);
        Instant maintenant = horloge.instant();
        return switch (etat.rang()) {
            case ADMIS -> etat.repose(REPOS, maintenant);
            case DERNIER_RECOURS -> etat.repose(VIE_EN_DERNIER_RECOURS, maintenant);
            case REFUSE -> false;
        };
    }

    /** Un seul message, à l'adresse commune de ces comptes ; sans effet s'ils n'en ont pas, ou aucun établissement. */
    private void envoyerVersLEtablissement(List<Compte> connus, String adresse) {
        List<String> etablissements = connus.stream()
                .flatMap(compte -> scolarite.etablissementsDe(compte.id()).stream())
                .map(Etablissement::nomEtTelephone)
                .distinct()
                .toList();
        connus.stream()
                .filter(compte -> compte.mail() != null && !etablissements.isEmpty())
                .limit(1)
                .filter(compte -> peutRepartir(String.valueOf(compte.mail()), adresse))
                .forEach(compte -> {
                    String mail = String.valueOf(compte.mail());
                    plafond.noter(Sorte.RAPPEL, mail, adresse);
                    courriels.deposerEn(compte.langue(), "oubli.etablissement", mail, etablissements);
                });
    }

    private void envoyerLeLien(Compte compte, Identifiant tape, String mail, String debutDuLien, Duration vie) {
        Jeton jeton = nouveauJeton(compte, vie);
        courriels.deposerEn(
                compte.langue(),
                tape.equals(compte.identifiant()) ? "motDePasse.lien" : "motDePasse.regroupe",
                mail,
                compte.identite().nomCourant(),
                compte.identifiant().valeur(),
                debutDuLien + jeton.valeur(),
                vie.toMinutes(),
                tape.valeur(),
                agents.seConnecteEnAgent(compte.identifiant()));
    }

    private Jeton nouveauJeton(Compte compte, Duration vie) {
        Jeton jeton = Jeton.tirer(hasard);
        Instant maintenant = horloge.instant();
        jetons.deposer(jeton.empreinte(), compte.id(), maintenant, maintenant.plus(vie));
        return jeton;
    }

    /** Ce qu'il advient du lien qu'un établissement demande pour un titulaire. */
    public enum Envoi {
        PARTI,
        /** Sa boîte en a un qui sert encore, ou en a trop reçu ce jour. */
        DEJA_PARTI,
        /** Le compte n'est pas ACTIF, ou n'a pas d'adresse sûre. */
        SANS_ADRESSE
    }

    /**
     * Envoie au titulaire, à la demande de son établissement, le même lien qu'à qui a oublié son mot de passe ; dans la transaction de
     * l'appelant, qui a verrouillé le compte.
     *
     * @param demandeur l'identifiant de l'agent
     */
    public Envoi envoyerAuTitulaire(Compte compte, String etablissement, String debutDuLien, String demandeur) {
        String mail = avis.adressePourUnLien(compte.id()).orElse(null);
        if (compte.etat() != EtatCompte.ACTIF || mail == null) {
            return Envoi.SANS_ADRESSE;
        }
        Duration vie = vieDUnNouveauLien(compte, mail, demandeur).orElse(null);
        if (vie == null) {
            return Envoi.DEJA_PARTI;
        }
        plafond.noter(Sorte.LIEN, mail, demandeur);
        courriels.deposerEn(
                compte.langue(),
                "courrier.lien",
                mail,
                compte.identite().nomCourant(),
                compte.identifiant().valeur(),
                debutDuLien + nouveauJeton(compte, vie).valeur(),
                vie.toMinutes(),
                etablissement,
                agents.seConnecteEnAgent(compte.identifiant()));
        return Envoi.PARTI;
    }
}
