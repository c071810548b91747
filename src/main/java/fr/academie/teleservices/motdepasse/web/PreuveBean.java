package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Canal;
import fr.academie.teleservices.motdepasse.CanauxDePreuve.Destination;
import fr.academie.teleservices.motdepasse.PreuveDuTitulaire;
import fr.academie.teleservices.motdepasse.PreuveRefusee;
import fr.academie.teleservices.motdepasse.RefusPreuve;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** La page où se prouve le titulaire d'un compte qu'un courrier a ouvert : ce qui manque, et par où. */
@Named("preuve")
@RequestScoped
public class PreuveBean {

    private static final String ICI = "/compte/preuve?faces-redirect=true";
    private static final String CHAMP_CODE = "code-saisie";
    private static final String CHAMP_COURRIER = "courrier-saisie";
    private static final Set<RefusPreuve> DU_CODE = EnumSet.of(RefusPreuve.CODE_FAUX, RefusPreuve.CODE_PERIME);

    private final PreuveDuTitulaire titulaires;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;

    private @Nullable Acte acte;
    private @Nullable List<Destination> destinations;
    private String code = "";
    private String courrier = "";

    @Inject
    public PreuveBean(
            PreuveDuTitulaire titulaires,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        this.titulaires = titulaires;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** À l'arrivée : l'accueil à qui n'a rien à prouver. */
    public @Nullable String charger() {
        return utilisateur.isLimite() ? null : "/accueil?faces-redirect=true";
    }

    /** Où un code peut aller : ce qui était confirmé avant le courrier, masqué ; vide s'il n'y a rien. */
    public List<Destination> getDestinations() {
        List<Destination> deja = destinations;
        if (deja == null) {
            deja = titulaires.destinations(utilisateur.demandeur());
            destinations = deja;
        }
        return deja;
    }

    /** L'adresse mail où un code peut aller, masquée ; vide s'il n'y en a pas. */
    public String getMail() {
        return masquee(Canal.MAIL);
    }

    /** Le portable où un code peut aller, masqué ; vide s'il n'y en a pas. */
    public String getTelephone() {
        return masquee(Canal.TELEPHONE);
    }

    /** Où est parti le code qui attend, masqué ; qu'il vaille encore ou non, la page dit la même chose. Vide si l'on n'y serait plus joint. */
    public String getCodeEnvoyeA() {
        return masquee(canalDuCode());
    }

    /** Vrai si le code est parti par SMS. */
    public boolean isCodeParSms() {
        return canalDuCode() == Canal.TELEPHONE;
    }

    private Canal canalDuCode() {
        return titulaires
                .codeAttendu(utilisateur.demandeur())
                .orElseGet(() -> getDestinations().stream()
                        .findFirst()
                        .map(Destination::canal)
                        .orElse(Canal.MAIL));
    }

    public boolean isCodeAttendu() {
        return titulaires.codeAttendu(utilisateur.demandeur()).isPresent();
    }

    private String masquee(Canal canal) {
        return getDestinations().stream()
                .filter(d -> d.canal() == canal)
                .map(Destination::masquee)
                .findFirst()
                .orElse("");
    }

    /** Quand l'accès s'ouvrira de lui-même ; {@code null} si ce n'est pas promis. */
    public @Nullable Instant getEcheance() {
        return titulaires.echeance(utilisateur.demandeur()).orElse(null);
    }

    /** RECEVOIR LE CODE par courriel. */
    public @Nullable String envoyer() {
        return essayer(() -> titulaires.envoyer(utilisateur.demandeur(), Canal.MAIL), ICI);
    }

    /** RECEVOIR LE CODE par SMS. */
    public @Nullable String envoyerParSms() {
        return essayer(() -> titulaires.envoyer(utilisateur.demandeur(), Canal.TELEPHONE), ICI);
    }

    /** CONFIRMER, avec le code. */
    public @Nullable String confirmer() {
        return essayer(() -> titulaires.confirmer(utilisateur.demandeur(), code), fait());
    }

    /** CONFIRMER, avec le mot de passe d'un autre courrier. */
    public @Nullable String prouverParCourrier() {
        return essayer(() -> titulaires.prouverParCourrier(utilisateur.demandeur(), courrier), fait());
    }

    private static String fait() {
        return "/accueil?faces-redirect=true&fait=preuve";
    }

    @FunctionalInterface
    private interface Preuve {
        void donner() throws PreuveRefusee;
    }

    private @Nullable String essayer(Preuve preuve, String suite) {
        if (!utilisateur.isLimite()) {
            return fait();
        }
        try {
            preuve.donner();
            return suite;
        } catch (PreuveRefusee e) {
            // Un second envoi du même formulaire retrouve le code que le premier a fait partir.
            if (e.code() == RefusPreuve.TROP_TOT && suite.equals(ICI)) {
                return ICI;
            }
            if (e.attente() != null) {
                recapitulatif.signaler(attentes.de(e.attente()));
                return null;
            }
            String texte = textes.avec("preuve.refus." + e.code().name(), e.nombre());
            if (DU_CODE.contains(e.code())) {
                recapitulatif.signaler(CHAMP_CODE, texte);
            } else if (e.code() == RefusPreuve.COURRIER_REFUSE) {
                recapitulatif.signaler(CHAMP_COURRIER, texte);
            } else {
                recapitulatif.signaler(texte);
            }
            return null;
        }
    }

    /** L'acte qui demandait cette preuve ; {@code null} si l'on vient de soi-même. */
    public @Nullable Acte getActe() {
        return acte;
    }

    public void setActe(@Nullable Acte acte) {
        this.acte = acte;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCourrier() {
        return courrier;
    }

    public void setCourrier(String courrier) {
        this.courrier = courrier;
    }
}
