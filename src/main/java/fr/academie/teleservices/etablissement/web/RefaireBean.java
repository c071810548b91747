package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.EtablissementChoisi;
import fr.academie.teleservices.etablissement.ClasseARefaire;
import fr.academie.teleservices.etablissement.CompteAEcrire;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.etablissement.TravauxDuBureau;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.securite.Scelle;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Question;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Refaire les lettres d'une classe : un acte à part, car celles que des familles tiennent ne servent plus. La page dit d'abord combien ;
 * si ce nombre a changé depuis, elle le redit avant de rien faire.
 */
@Named("refaire")
@RequestScoped
public class RefaireBean {

    private static final String PAGE = "/etablissement/refaire";

    private final RechercheService recherches;
    private final TravauxDuBureau travaux;
    private final ClesDesLettres cles;
    private final UtilisateurCourant utilisateur;
    private final EtablissementChoisi choisi;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private @Nullable String classe;
    private long annonce;
    private UUID jeton = UUID.randomUUID();
    private @Nullable List<ClasseARefaire> classes;

    @Inject
    public RefaireBean(
            RechercheService recherches,
            TravauxDuBureau travaux,
            ClesDesLettres cles,
            UtilisateurCourant utilisateur,
            EtablissementChoisi choisi,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.recherches = recherches;
        this.travaux = travaux;
        this.cles = cles;
        this.utilisateur = utilisateur;
        this.choisi = choisi;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** L'adresse de cette page ; une classe vide désigne les élèves qui n'en ont pas, nulle, le choix d'une classe. */
    static String adresse(String uai, @Nullable String classe) {
        String question = new Question(PAGE).avec("uai", uai).adresse();
        return classe == null ? question : question + "&classe=" + URLEncoder.encode(classe, StandardCharsets.UTF_8);
    }

    /** L'adresse de cette page pour une classe de l'établissement montré. */
    public String adresse(String deLaClasse) {
        return adresse(getEtablissement().uai(), deLaClasse);
    }

    /** La page n'existe que pour un établissement de l'agent, à l'arrivée comme après un envoi. */
    public void charger() {
        if (choisi.agi().isEmpty()) {
            Introuvable.repondre();
        }
    }

    public Etablissement getEtablissement() {
        return choisi.agi().orElseThrow();
    }

    /** La classe choisie ; vide pour les élèves qui n'en ont pas, nulle tant qu'aucune ne l'est. */
    public @Nullable String getClasse() {
        return classe;
    }

    public void setClasse(String demandee) {
        this.classe = demandee.strip();
    }

    /** Le nombre de lettres que l'agent a lu avant de confirmer. */
    public void setAnnonce(long lu) {
        this.annonce = lu;
    }

    /** Les classes où des lettres peuvent se refaire ; aucune si l'établissement demandé n'est pas de l'agent. */
    public List<ClasseARefaire> getClasses() {
        List<ClasseARefaire> lues = classes;
        if (lues == null) {
            lues = choisi.agi()
                    .map(e -> recherches.aRefaire(utilisateur.agent(), e.uai()))
                    .orElse(List.of());
            classes = lues;
        }
        return lues;
    }

    /** Combien de lettres de la classe choisie ne serviraient plus ; zéro pour une classe sans lettre ou inconnue. */
    public long getCourriers() {
        return getClasses().stream()
                .filter(c -> c.classe().equals(classe))
                .mapToLong(ClasseARefaire::courriers)
                .sum();
    }

    /** Celui de la page : le même envoi, reçu deux fois, ne refait pas deux fois les lettres. */
    public UUID getJeton() {
        return jeton;
    }

    public void setJeton(UUID jeton) {
        this.jeton = jeton;
    }

    /** Refait les lettres de la classe, si leur nombre est bien celui qui a été lu. */
    public @Nullable String refaire() {
        if (choisi.agi().isEmpty()) {
            Introuvable.repondre();
            return null;
        }
        String uai = getEtablissement().uai();
        String choisie = classe;
        List<CompteAEcrire> comptes = choisie == null
                ? List.of()
                : recherches.aEcrire(utilisateur.agent(), uai, choisie).stream()
                        .filter(CompteAEcrire::dejaImprime)
                        .toList();
        // Après la lecture : le premier envoi a pu les refaire entre-temps.
        if (travaux.trouver(utilisateur.agent(), jeton).isPresent()) {
            return EnNombreBean.SUIVI + jeton;
        }
        if (comptes.isEmpty() || comptes.size() != annonce) {
            recapitulatif.signaler(textes.de("bureau.refaire.change"));
            return null;
        }
        return EnNombreBean.SUIVI
                + travaux.imprimer(utilisateur.agent(), uai, comptes, true, Scelle.publique(cles.paire()), jeton);
    }
}
