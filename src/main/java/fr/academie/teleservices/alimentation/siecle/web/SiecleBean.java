package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.MotsDesRemarques;
import fr.academie.teleservices.alimentation.livraison.Decompte;
import fr.academie.teleservices.alimentation.livraison.Ecart;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.siecle.ContenuDImport;
import fr.academie.teleservices.alimentation.siecle.ImportsDuBureau;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** La page « Importer SIECLE » : ce qui est en cours, le formulaire qui remet les deux exports, ce qui a déjà été importé. */
@Named("siecle")
@RequestScoped
public class SiecleBean {

    /** Attribut de requête : pourquoi l'envoi qui vient d'arriver est refusé. */
    static final String REFUS = SiecleBean.class.getName() + ".refus";

    private final ImportsDuBureau imports;
    private final UtilisateurCourant utilisateur;
    private final MotsDesRemarques mots;
    private final MotsDUnImport motsDUnImport;
    private final Textes textes;
    private final Recapitulatif recapitulatif;
    private final HttpServletRequest requete;
    private final int mo;
    private @Nullable List<Livraison> enCours;
    private @Nullable List<Livraison> passes;

    @Inject
    public SiecleBean(
            ImportsDuBureau imports,
            UtilisateurCourant utilisateur,
            MotsDesRemarques mots,
            MotsDUnImport motsDUnImport,
            Textes textes,
            Recapitulatif recapitulatif,
            HttpServletRequest requete,
            Reglages reglages) {
        this.imports = imports;
        this.utilisateur = utilisateur;
        this.mots = mots;
        this.motsDUnImport = motsDUnImport;
        this.textes = textes;
        this.recapitulatif = recapitulatif;
        this.requete = requete;
        this.mo = reglages.alimentation().mo();
    }

    /** Avant l'affichage : dit pourquoi un envoi est refusé, s'il vient de l'être. */
    public void charger() {
        Object refus = requete.getAttribute(REFUS);
        if (refus instanceof FichierRefuse fichier) {
            recapitulatif.signaler(phrase(fichier));
            recapitulatif.signaler(textes.de("siecle.refus.recommencer"));
        } else if (refus instanceof RemiseRefusee remise) {
            remise.raisons()
                    .forEach((champ, raison) -> recapitulatif.signaler(
                            champ.isEmpty() ? null : champ, textes.avec("siecle.refus." + raison.name(), mo)));
        }
    }

    private String phrase(FichierRefuse refus) {
        return textes.avec(
                refus.remarque().ligne() == 0 ? "siecle.refus.fichier" : "siecle.refus.ligne",
                refus.remarque().fichier(),
                refus.remarque().ligne(),
                mots.raison(refus.remarque()),
                mots.quoiFaire(refus.remarque()));
    }

    /** Ce qu'un fichier peut peser, en mégaoctets. */
    public int getMo() {
        return mo;
    }

    /** Les imports qui retiennent un établissement de l'agent. */
    public List<Livraison> getEnCours() {
        List<Livraison> lus = enCours;
        if (lus == null) {
            lus = imports.enCours(utilisateur.agent());
            enCours = lus;
        }
        return lus;
    }

    /** Vrai si l'un des établissements de l'agent attend un import. */
    public boolean isOuvert() {
        return getEnCours().size() < utilisateur.agent().uais().size();
    }

    /** Les derniers imports finis. */
    public List<Livraison> getPasses() {
        List<Livraison> lus = passes;
        if (lus == null) {
            lus = imports.passes(utilisateur.agent());
            passes = lus;
        }
        return lus;
    }

    /** Ce qu'un import change d'une sorte, en quelques mots, et le titre de sa colonne. */
    public record Resume(String colonne, String phrase) {}

    /** Ce qu'un import change, une colonne par sorte ; rien pour un import qui n'a pas été lu jusqu'au bout. */
    public List<Resume> decomptes(Livraison livraison) {
        return Stream.of(ContenuDImport.ELEVES, ContenuDImport.PERSONNES, ContenuDImport.LIENS)
                .map(contenu -> resume(livraison, contenu))
                .toList();
    }

    private Resume resume(Livraison livraison, ContenuDImport contenu) {
        Decompte decompte = livraison.compteurs().de(contenu.sorte().orElseThrow());
        String cle = "siecle.nombre." + contenu.name() + ".";
        List<String> dits = new ArrayList<>();
        String nouveaux = motsDUnImport.nouveaux(livraison, contenu);
        if (!nouveaux.isEmpty()) {
            dits.add(nouveaux);
        }
        dire(dits, cle + Ecart.CHANGE.name(), decompte.changees());
        dire(dits, cle + Ecart.PARTI.name(), decompte.partis());
        if (dits.isEmpty()) {
            dire(dits, cle + "INCHANGE", decompte.inchangees());
        }
        return new Resume(textes.de("siecle.part." + contenu.name()), String.join(", ", dits));
    }

    private void dire(List<String> dits, String cle, long combien) {
        if (combien > 0) {
            dits.add(textes.avec(cle, combien));
        }
    }
}
