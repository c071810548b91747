package fr.academie.teleservices.historique;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tout ce que le service garde sur le titulaire d'un compte, et pourquoi : le droit d'accès (règlement général sur la protection des
 * données, article 15). En JSON pour un autre service, en PDF pour le lire.
 *
 * <p>N'y sont pas : les autres responsables des mêmes enfants, les enfants qui ne sont plus rattachés au compte, le nom des agents, et
 * les courriels envoyés, que la base ne connaît que par une adresse que deux parents peuvent partager.
 */
@Singleton
public final class CopieDesDonnees {

    private static final int FAITS_AU_PLUS = 10_000;
    private static final int FAITS_LISIBLES = 500;
    private static final List<String> QUESTIONS =
            List.of("responsable", "pourquoi", "lesquelles.origine", "qui", "duree", "droits");

    private final Gabarit gabarit = Gabarit.balise(CopieDesDonnees.class, "mes-donnees.xhtml");
    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final RegroupementService regroupements;
    private final HistoriqueService historique;
    private final ProfilAcademie profil;
    private final DocumentPdf documents;
    private final Textes textes;
    private final CopieLisible lisible;
    private final Clock horloge;

    @Inject
    public CopieDesDonnees(
            CompteService comptes,
            ScolariteService scolarite,
            RegroupementService regroupements,
            HistoriqueService historique,
            ProfilAcademie profil,
            DocumentPdf documents,
            Textes textes,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.regroupements = regroupements;
        this.historique = historique;
        this.profil = profil;
        this.documents = documents;
        this.textes = textes;
        this.lisible = new CopieLisible(profil, textes, heure);
        this.horloge = horloge;
    }

    /** La copie structurée ; les instants en UTC (ISO 8601), une valeur inconnue est absente. */
    public JsonObject json(Demandeur demandeur) {
        Acte.COPIER_SES_DONNEES.exiger(demandeur);
        return CopieEnJson.ecrire(
                lire(demandeur, FAITS_AU_PLUS),
                textes.de("donneesPdf.titre"),
                profil.service() + " – " + profil.academie());
    }

    /** Écrit la copie lisible, en PDF ; {@code sortie} reste ouverte. */
    public void pdf(Demandeur demandeur, OutputStream sortie) throws IOException {
        Acte.COPIER_SES_DONNEES.exiger(demandeur);
        documents.ecrire(gabarit.rendre(lisible.valeurs(lire(demandeur, FAITS_LISIBLES))), sortie);
    }

    private DonneesDuTitulaire lire(Demandeur demandeur, int faits) {
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        HistoriqueService.Page page = historique.lire(demandeur, Genre.TOUT, 0, faits);
        Map<String, String> traitement = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> traitement.put(question, textes.avec("donnees." + question, profil.academie())));
        return new DonneesDuTitulaire(
                horloge.instant().truncatedTo(ChronoUnit.SECONDS),
                compte,
                comptes.fiche(compte.id()).orElseThrow(),
                scolarite.enfants(compte.id()),
                regroupements.enregistres(compte.id()),
                page.faits(),
                page.total(),
                traitement);
    }
}
