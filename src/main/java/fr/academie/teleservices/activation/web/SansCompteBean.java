package fr.academie.teleservices.activation.web;

import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.activation.ActivationSansCourrier;
import fr.academie.teleservices.activation.RefusSansCompte;
import fr.academie.teleservices.activation.SansCompteRefuse;
import fr.academie.teleservices.activation.SansCompteService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.motdepasse.web.SaisieDeMotDePasse;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** « Je n'ai pas de compte » : le portable, le code, les enfants, le mot de passe, puis les identifiants. */
@Named("sansCompte")
@RequestScoped
public class SansCompteBean extends SaisieDeMotDePasse {

    private static final String DEBUT = "/sans-compte?faces-redirect=true";
    private static final String PERIMEE = DEBUT + "&motif=perimee";
    private static final String CODE = "/sans-compte/code?faces-redirect=true";
    private static final String ENFANTS = "/sans-compte/enfants?faces-redirect=true";
    private static final String MOT_DE_PASSE = "/sans-compte/mot-de-passe?faces-redirect=true";
    private static final String FIN = "/sans-compte/fin?faces-redirect=true";

    private final SansCompteService demandes;
    private final ActivationSansCourrier activations;
    private final RepriseSansCompte reprise;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;

    private String numero = "";
    private String code = "";
    private String prenom = "";
    private String naissances = "";

    @Inject
    public SansCompteBean(
            SansCompteService demandes,
            ActivationSansCourrier activations,
            RepriseSansCompte reprise,
            HttpServletRequest requete,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        super(recapitulatif, textes);
        this.demandes = demandes;
        this.activations = activations;
        this.reprise = reprise;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** Vrai si l'académie le permet, et envoie des SMS. */
    public boolean isOuvert() {
        return demandes.ouvert();
    }

    /** RECEVOIR LE CODE. */
    public @Nullable String demander() {
        return essayer(() -> {
            reprise.commencer(demandes.demander(numero, textes.getLangue(), requete.getRemoteAddr()));
            return CODE;
        });
    }

    /** À l'arrivée à la page du code : la première page à qui n'a rien demandé. */
    public @Nullable String chargerLeCode() {
        return reprise.jeton().isEmpty() ? PERIMEE : null;
    }

    /** CONFIRMER, avec le code. */
    public @Nullable String confirmer() {
        return essayer(() -> {
            demandes.confirmer(reprise.jeton(), code, requete.getRemoteAddr());
            // Qui aurait donné sa session à cette personne ne suit pas plus loin.
            requete.changeSessionId();
            return ENFANTS;
        });
    }

    /** À l'arrivée à la page des enfants : la première page à qui n'a pas donné le code. */
    public @Nullable String chargerLesEnfants() {
        return demandes.tenu(reprise.jeton()) ? null : PERIMEE;
    }

    /** SUIVANT, avec le prénom et les dates de naissance. */
    public @Nullable String repondre() {
        Optional<Set<LocalDate>> lues = DatesSaisies.lire(naissances);
        if (lues.isEmpty()) {
            recapitulatif.signaler("naissances-saisie", textes.de("sansCompte.refus.DATES_ILLISIBLES"));
            return null;
        }
        return essayer(() -> {
            demandes.repondre(reprise.jeton(), prenom, lues.get(), requete.getRemoteAddr());
            return MOT_DE_PASSE;
        });
    }

    /** À l'arrivée à la page du mot de passe : la première page à qui n'en est pas là. */
    public @Nullable String chargerLeMotDePasse() {
        return getCompte() == null ? PERIMEE : null;
    }

    /** Les comptes qui vont s'activer. */
    public List<Compte> getComptes() {
        return activations.comptes(reprise.jeton());
    }

    /** Le premier d'entre eux : tous sont de la même personne ; {@code null} s'il n'y en a pas. */
    public @Nullable Compte getCompte() {
        return getComptes().stream().findFirst().orElse(null);
    }

    /** ACTIVER. */
    public @Nullable String activer() {
        return enregistrer(motDePasse -> {
            try {
                List<Compte> actives = activations.activer(reprise.jeton(), motDePasse, requete.getRemoteAddr());
                reprise.finir(actives.stream()
                        .map(compte -> compte.identifiant().valeur())
                        .toList());
                return FIN;
            } catch (SansCompteRefuse e) {
                return apresRefus(e);
            }
        });
    }

    /** À l'arrivée à la dernière page : la première page à qui n'a rien activé. */
    public @Nullable String chargerLaFin() {
        return reprise.identifiants().isEmpty() ? DEBUT : null;
    }

    /** Les identifiants activés dans cette session. */
    public List<String> getIdentifiants() {
        return reprise.identifiants();
    }

    @FunctionalInterface
    private interface Demande {
        String faire() throws SansCompteRefuse;
    }

    private @Nullable String essayer(Demande demande) {
        try {
            return demande.faire();
        } catch (SansCompteRefuse e) {
            return apresRefus(e);
        }
    }

    private @Nullable String apresRefus(SansCompteRefuse refus) {
        if (refus.code() == RefusSansCompte.DEMANDE_PERIMEE) {
            return reprise.identifiants().isEmpty() ? PERIMEE : FIN;
        }
        if (refus.attente() != null) {
            recapitulatif.signaler(attentes.de(refus.attente()));
            return null;
        }
        String texte = textes.avec("sansCompte.refus." + refus.code().name(), refus.restent());
        switch (refus.code()) {
            case NUMERO_ILLISIBLE -> recapitulatif.signaler("numero-saisie", texte);
            case CODE_FAUX, CODE_PERIME -> recapitulatif.signaler("code-saisie", texte);
            default -> recapitulatif.signaler(texte);
        }
        return null;
    }

    public String getNumero() {
        return numero;
    }

    public void setNumero(String numero) {
        this.numero = numero;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPrenom() {
        return prenom;
    }

    public void setPrenom(String prenom) {
        this.prenom = prenom;
    }

    public String getNaissances() {
        return naissances;
    }

    public void setNaissances(String naissances) {
        this.naissances = naissances;
    }
}
