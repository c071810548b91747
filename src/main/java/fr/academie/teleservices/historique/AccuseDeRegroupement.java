package fr.academie.teleservices.historique;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** L'accusé d'un regroupement, en PDF : pour le compte qui l'a fait, et lui seul. */
@Singleton
public final class AccuseDeRegroupement {

    private final Gabarit gabarit = Gabarit.balise(AccuseDeRegroupement.class, "accuse.xhtml");
    private final RegroupementService regroupements;
    private final ScolariteService scolarite;
    private final ProfilAcademie profil;
    private final DocumentPdf documents;
    private final Textes textes;
    private final HeureDeLAcademie heure;
    private final Clock horloge;

    @Inject
    public AccuseDeRegroupement(
            RegroupementService regroupements,
            ScolariteService scolarite,
            ProfilAcademie profil,
            DocumentPdf documents,
            Textes textes,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.regroupements = regroupements;
        this.scolarite = scolarite;
        this.profil = profil;
        this.documents = documents;
        this.textes = textes;
        this.heure = heure;
        this.horloge = horloge;
    }

    /** Le regroupement de ce jeton, s'il a été fait par ce compte ; vide sinon. */
    public Optional<RegroupementEnregistre> trouver(Demandeur demandeur, UUID jeton) {
        Acte.REGROUPER.exiger(demandeur);
        return regroupements.enregistres(demandeur.responsableId()).stream()
                .filter(r -> r.jeton().equals(jeton))
                .findFirst();
    }

    /** Écrit l'accusé, avec les élèves rattachés au compte aujourd'hui ; {@code sortie} reste ouverte. */
    public void ecrire(Compte compte, RegroupementEnregistre regroupement, OutputStream sortie) throws IOException {
        documents.ecrire(gabarit.rendre(valeurs(compte, regroupement)), sortie);
    }

    private Map<String, ?> valeurs(Compte compte, RegroupementEnregistre regroupement) {
        String principal = compte.identifiant().valeur();
        String secondaire = regroupement.secondaire().valeur();
        List<Eleve> eleves =
                scolarite.enfants(compte.id()).stream().map(Enfant::eleve).toList();
        Map<Long, String> noms = NomsDistincts.complets(eleves);
        List<Map<String, String>> enfants = eleves.stream()
                .map(eleve -> Map.of(
                        "nom", String.valueOf(noms.get(eleve.id())),
                        "detail",
                                eleve.etablissements().stream()
                                        .map(Etablissement::nomEtTelephone)
                                        .collect(Collectors.joining("\u00a0; "))))
                .toList();
        Map<String, Object> valeurs = new HashMap<>();
        for (String mot : List.of(
                "titre",
                "sujet",
                "libelleNumero",
                "libelleDate",
                "libelleTitulaire",
                "libelleReste",
                "libelleFerme",
                "titreSens",
                "titreRetour",
                "retour")) {
            valeurs.put(mot, textes.de("accuse." + mot));
        }
        valeurs.put("langue", textes.getLangue().lang());
        valeurs.put("direction", textes.getLangue().sens());
        valeurs.put("academie", profil.academie());
        valeurs.put("service", profil.service());
        valeurs.put("numero", String.valueOf(regroupement.numero()));
        valeurs.put("date", heure.jourEtHeure(regroupement.faitLe()));
        valeurs.put("titulaire", compte.identite().nomCourant());
        valeurs.put("principal", principal);
        valeurs.put("secondaire", secondaire);
        valeurs.put("rompu", regroupement.rompu() ? List.of(textes.de("accuse.rompu")) : List.of());
        valeurs.put("titreEnfants", textes.avec("accuse.titreEnfants", heure.date(horloge.instant())));
        valeurs.put("enfants", enfants);
        valeurs.put("sansEnfant", textes.de("enfants.aucun"));
        valeurs.put("sens", textes.avec("accuse.sens", principal, secondaire));
        valeurs.put("etabli", textes.avec("accuse.etabli", horloge.instant()));
        return valeurs;
    }
}
