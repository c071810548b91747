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

    /** Le regroupement de ce jeton et ceux confirmés avec lui, s'ils ont été faits par ce compte ; vide sinon. */
    public List<RegroupementEnregistre> trouver(Demandeur demandeur, UUID jeton) {
        Acte.REGROUPER.exiger(demandeur);
        List<RegroupementEnregistre> tous = regroupements.enregistres(demandeur.responsableId());
        return tous.stream()
                .filter(r -> r.jeton().equals(jeton))
                .findFirst()
                .map(celuiCi ->
                        tous.stream().filter(r -> r.lot().equals(celuiCi.lot())).toList())
                .orElse(List.of());
    }

    /** Écrit l'accusé de ces regroupements, au moins un, avec les élèves rattachés au compte aujourd'hui ; {@code sortie} reste ouverte. */
    public void ecrire(Compte compte, List<RegroupementEnregistre> faits, OutputStream sortie) throws IOException {
        documents.ecrire(gabarit.rendre(valeurs(compte, faits)), sortie);
    }

    private Map<String, ?> valeurs(Compte compte, List<RegroupementEnregistre> faits) {
        String principal = compte.identifiant().valeur();
        List<String> fermes = faits.stream().map(r -> r.secondaire().valeur()).toList();
        boolean seul = faits.size() == 1;
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
                "libelleDate",
                "libelleTitulaire",
                "libelleReste",
                "titreSens",
                "titreRetour",
                "retour")) {
            valeurs.put(mot, textes.de("accuse." + mot));
        }
        valeurs.put("langue", textes.getLangue().lang());
        valeurs.put("direction", textes.getLangue().sens());
        valeurs.put("academie", profil.academie());
        valeurs.put("service", profil.service());
        valeurs.put("libelleNumero", textes.de(seul ? "accuse.libelleNumero" : "accuse.numeros"));
        valeurs.put("libelleFerme", textes.de(seul ? "accuse.libelleFerme" : "accuse.fermes"));
        valeurs.put(
                "numero", faits.stream().map(r -> String.valueOf(r.numero())).collect(Collectors.joining(", ")));
        valeurs.put("date", heure.jourEtHeure(faits.get(0).faitLe()));
        valeurs.put("titulaire", compte.identite().nomCourant());
        valeurs.put("principal", principal);
        valeurs.put("fermes", fermes);
        valeurs.put("rompu", rompus(faits, seul));
        valeurs.put("titreEnfants", textes.avec("accuse.titreEnfants", heure.date(horloge.instant())));
        valeurs.put("enfants", enfants);
        valeurs.put("sansEnfant", textes.de("enfants.aucun"));
        valeurs.put(
                "effet", textes.avec(seul ? "accuse.sens" : "accuse.plusieurs", principal, String.join(", ", fermes)));
        valeurs.put("etabli", textes.avec("accuse.etabli", horloge.instant()));
        return valeurs;
    }

    /** Ce qui en a été cassé depuis, avec le compte en cause s'il y en a plusieurs. */
    private List<String> rompus(List<RegroupementEnregistre> faits, boolean seul) {
        String rompu = textes.de("accuse.rompu");
        return faits.stream()
                .filter(RegroupementEnregistre::rompu)
                .map(r -> seul ? rompu : r.secondaire().valeur() + " – " + rompu)
                .toList();
    }
}
