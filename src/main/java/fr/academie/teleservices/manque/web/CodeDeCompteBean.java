package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.manque.CanalDuCode;
import fr.academie.teleservices.manque.CodeRefuse;
import fr.academie.teleservices.manque.PreuveParCode;
import fr.academie.teleservices.manque.RefusCode;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.regroupement.web.Etapes;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sans courrier : la date de naissance de l'enfant, puis le code reçu là où l'établissement joint le titulaire de l'autre compte. Ce que disent ces
 * pages est le même, que ce compte existe ou non.
 */
@Named("codeDeCompte")
@RequestScoped
public class CodeDeCompteBean {

    private static final String PAGE = "/compte/enfant-manquant/code?faces-redirect=true&envoye=";
    private static final String CHAMP_NAISSANCE = "naissance-saisie";
    private static final String CHAMP_CODE = "code-saisie";

    private final PreuveParCode preuves;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;
    private String naissance = "";
    private String code = "";
    private CanalDuCode canal = CanalDuCode.MAIL;
    private @Nullable CanalDuCode envoye;

    @Inject
    public CodeDeCompteBean(
            PreuveParCode preuves,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        this.preuves = preuves;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** Par où un code peut partir. */
    public List<CanalDuCode> getCanaux() {
        return preuves.canaux();
    }

    /** Vrai si ce canal est celui qui est choisi. */
    public boolean choisi(CanalDuCode celui) {
        return celui == canal;
    }

    /** Recevoir le code. */
    public @Nullable String envoyer() {
        LocalDate jour = Parametres.jour(naissance).orElse(null);
        if (jour == null) {
            recapitulatif.signaler(CHAMP_NAISSANCE, textes.de("manque.naissance.illisible"));
            return null;
        }
        CanalDuCode choisi = getCanaux().contains(canal) ? canal : CanalDuCode.MAIL;
        try {
            preuves.demander(utilisateur.demandeur(), choisi, jour);
            return PAGE + choisi.name();
        } catch (CodeRefuse e) {
            dire(e);
            return null;
        }
    }

    /** Confirmer, avec le code : l'étape 2 du regroupement s'ouvre. */
    public @Nullable String confirmer() {
        try {
            return Etapes.confirmation(preuves.confirmer(utilisateur.demandeur(), code));
        } catch (CodeRefuse e) {
            dire(e);
            return null;
        } catch (RegroupementRefuse e) {
            if (e.code() == RefusRegroupement.PRINCIPAL_NON_ACTIF) {
                return Etapes.ACTIVATION;
            }
            recapitulatif.signaler(
                    e.code() == RefusRegroupement.PREUVE_REFUSEE
                            ? textes.de("courrier.suite.refus")
                            : textes.avec(
                                    "regroupement.refus." + e.code().name(), "", "", RegroupementService.AU_PLUS));
            return null;
        }
    }

    private void dire(CodeRefuse refus) {
        if (refus.attente() != null) {
            recapitulatif.signaler(attentes.de(refus.attente()));
        } else if (refus.code() == RefusCode.NAISSANCE_IMPOSSIBLE) {
            recapitulatif.signaler(CHAMP_NAISSANCE, textes.de("demande.refus.NAISSANCE_IMPOSSIBLE"));
        } else {
            recapitulatif.signaler(
                    refus.code() == RefusCode.SERVICE_SATURE ? null : CHAMP_CODE,
                    textes.avec("preuve.refus." + refus.code().name(), refus.restants()));
        }
    }

    public String getNaissance() {
        return naissance;
    }

    public void setNaissance(String naissance) {
        this.naissance = naissance;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public void setCanal(CanalDuCode canal) {
        this.canal = canal;
    }

    /** Par où le code demandé serait parti ; nul s'il reste à le demander. */
    public @Nullable CanalDuCode getEnvoye() {
        return envoye;
    }

    public void setEnvoye(CanalDuCode envoye) {
        this.envoye = envoye;
    }
}
