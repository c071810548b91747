package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.alimentation.MotsDesRemarques;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EleveApercu;
import fr.academie.teleservices.alimentation.livraison.LienApercu;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.PersonneApercu;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.alimentation.siecle.ContenuDImport;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Balises;
import fr.academie.teleservices.socle.web.Dates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Les phrases d'un import, pour les pages. */
@Singleton
public final class MotsDUnImport {

    private final Textes textes;
    private final MotsDesRemarques remarques;
    private final Balises balises;
    private final Dates dates;

    @Inject
    public MotsDUnImport(Textes textes, MotsDesRemarques remarques, Balises balises, Dates dates) {
        this.textes = textes;
        this.remarques = remarques;
        this.balises = balises;
        this.dates = dates;
    }

    /** « 7 nouveaux élèves, 5 déjà connus sous un autre numéro » ; vide s'il n'y en a pas. */
    String nouveaux(Livraison livraison, ContenuDImport contenu) {
        Sorte sorte = contenu.sorte().orElseThrow();
        long reconnus = livraison.compteurs().reconnues(sorte);
        long neufs = livraison.compteurs().de(sorte).nouvelles() - reconnus;
        List<String> dits = new ArrayList<>();
        if (neufs > 0) {
            dits.add(textes.avec("siecle.nombre." + contenu.name() + ".NOUVEAU", neufs));
        }
        if (reconnus > 0) {
            dits.add(textes.avec("siecle.nombre." + contenu.name() + ".RECONNU", reconnus));
        }
        return String.join(", ", dits);
    }

    LigneDImport eleve(EleveApercu eleve) {
        List<String> dit = new ArrayList<>();
        dit.add(textes.avec("siecle.ligne.naissance", dates.leJourCourt(eleve.naissance())));
        if (eleve.classe() != null) {
            dit.add(textes.avec("siecle.ligne.classe", eleve.classe()));
        }
        if (eleve.sortiLe() != null) {
            dit.add(textes.avec("siecle.ligne.sortie", dates.leJourCourt(eleve.sortiLe())));
        }
        return new LigneDImport(
                balises.nom(complet(eleve.prenom(), eleve.nom())),
                String.join(", ", dit),
                provenance(eleve.fichier(), eleve.ligne(), eleve.regle()));
    }

    LigneDImport personne(PersonneApercu personne) {
        String compte = personne.prenom() == null
                ? "siecle.ligne.service"
                : personne.aUnCompte() ? "siecle.ligne.compte" : "siecle.ligne.sansCompte";
        return new LigneDImport(
                balises.nom(nomComplet(personne)),
                textes.de(compte),
                provenance(personne.fichier(), personne.ligne(), personne.regle()));
    }

    LigneDImport lien(LienApercu lien) {
        return new LigneDImport(
                textes.avec("siecle.ligne.lien", balises.nom(lien.personne()), balises.nom(lien.eleve())),
                textes.avec(
                        "siecle.ligne.qualite",
                        textes.de("lien." + lien.lien().name()),
                        textes.de("niveau." + lien.niveau().name())),
                provenance(lien.fichier(), lien.ligne(), null));
    }

    LigneDImport remarque(Remarque remarque) {
        return new LigneDImport(ou(remarque), remarques.raison(remarque), remarques.quoiFaire(remarque));
    }

    /** « M. Jean PETIT » ; le nom seul d'un foyer. */
    static String nomComplet(PersonneApercu personne) {
        String usage = personne.nomUsage() == null ? personne.nomFamille() : personne.nomUsage();
        return Stream.of(personne.civilite(), complet(personne.prenom(), usage))
                .filter(Objects::nonNull)
                .reduce((un, autre) -> un + " " + autre)
                .orElse("");
    }

    private static String complet(@Nullable String prenom, String nom) {
        String capitales = nom.toUpperCase(Locale.ROOT);
        return prenom == null ? capitales : prenom + " " + capitales;
    }

    /** « ResponsablesAvecAdresses.xml, ligne 39, numéro 880009 ». */
    private String ou(Remarque remarque) {
        String cle = remarque.ligne() == 0
                ? "siecle.ou.fichier"
                : remarque.numero() == null ? "siecle.ou.ligne" : "siecle.ou.numero";
        return textes.avec(
                cle,
                remarque.fichier(),
                String.valueOf(remarque.ligne()),
                remarque.numero() == null ? "" : balises.nom(remarque.numero()));
    }

    /** D'où vient la ligne, et par quoi l'on a reconnu quelqu'un de connu sous un autre numéro. */
    private String provenance(@Nullable String fichier, int ligne, @Nullable Regle regle) {
        List<String> dit = new ArrayList<>();
        if (regle != null && regle != Regle.NUMERO) {
            dit.add(textes.de("alimentation.regle." + regle.name()));
        }
        if (fichier != null) {
            dit.add(textes.avec("siecle.ou.ligne", fichier, String.valueOf(ligne)));
        }
        return String.join(" – ", dit);
    }
}
