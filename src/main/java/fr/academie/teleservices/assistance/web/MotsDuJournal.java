package fr.academie.teleservices.assistance.web;

import fr.academie.teleservices.assistance.FicheDeCompte;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Le journal d'un compte en mots : les phrases de l'historique que lit le responsable, avec ce qu'elles nomment quand la fiche le
 * connaît, et le code brut pour l'assistance.
 */
@Singleton
public class MotsDuJournal {

    private static final String RAISON = "refus";

    private final Textes textes;

    @Inject
    public MotsDuJournal(Textes textes) {
        this.textes = textes;
    }

    /** La ligne dite en mots. */
    public LigneDeChronologie dire(LigneJournal ligne, FicheDeCompte fiche) {
        JsonObject details = FabriqueJson.lireObjet(ligne.details());
        String refus = details.getString(RAISON, "");
        String nomme = refus.isEmpty() ? nomme(details, fiche).orElse(null) : null;
        String agissant = ligne.auteur().identifiant().valeur();
        return new LigneDeChronologie(
                ligne.le(),
                quoi(ligne, refus, nomme),
                nomme,
                refus.isEmpty() ? "" : ou("assistance.refus." + refus, ""),
                ligne.action().name() + (refus.isEmpty() ? "" : " – " + refus),
                textes.avec(
                        "assistance.par",
                        agissant,
                        ou(
                                "assistance.par." + ligne.auteur().profil().name(),
                                ligne.auteur().profil().name())),
                agissant,
                ligne.auteur().adresse());
    }

    private String ou(String cle, String defaut) {
        return textes.contient(cle) ? textes.de(cle) : defaut;
    }

    private String quoi(LigneJournal ligne, String refus, @Nullable String nomme) {
        String cle = "journal." + ligne.action().name();
        if (!refus.isEmpty()) {
            return textes.avec(cle, ou("journal.refus." + refus, refus));
        }
        if (nomme != null) {
            return textes.avec(cle, nomme);
        }
        String sans = cle + ".sans";
        return textes.contient(sans) ? textes.de(sans) : textes.de(cle);
    }

    /** Le compte absorbé, ou le prénom de l'élève, que la ligne regarde. */
    private static Optional<String> nomme(JsonObject details, FicheDeCompte fiche) {
        Long secondaire = nombre(details, "secondaire");
        Long eleve = nombre(details, "eleve");
        if (secondaire != null) {
            return fiche.regroupements().stream()
                    .map(r -> r.ferme())
                    .filter(ferme -> ferme.id() == secondaire)
                    .map(ferme -> ferme.identifiant())
                    .findFirst();
        }
        if (eleve != null) {
            return fiche.liens().stream()
                    .map(lien -> lien.enfant().eleve())
                    .filter(e -> e.id() == eleve)
                    .map(e -> e.nomComplet())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static @Nullable Long nombre(JsonObject details, String cle) {
        JsonValue valeur = details.get(cle);
        return valeur instanceof JsonNumber nombre ? nombre.longValue() : null;
    }
}
