package fr.academie.teleservices.historique;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Moyen;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.CompteAbsorbe;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * L'historique d'un compte, lu dans le journal : ses lignes, et celles des comptes qu'il a absorbés.
 *
 * <p>Rien n'y désigne une autre personne : un agent est « l'établissement », et d'un élève on ne dit que le prénom, s'il est encore
 * rattaché au compte.
 */
@Singleton
public final class HistoriqueService {

    private final CompteService comptes;
    private final JournalService journal;
    private final LigneeService lignee;
    private final RegroupementService regroupements;
    private final ScolariteService scolarite;
    private final Textes textes;

    @Inject
    public HistoriqueService(
            CompteService comptes,
            JournalService journal,
            LigneeService lignee,
            RegroupementService regroupements,
            ScolariteService scolarite,
            Textes textes) {
        this.comptes = comptes;
        this.journal = journal;
        this.lignee = lignee;
        this.regroupements = regroupements;
        this.scolarite = scolarite;
        this.textes = textes;
    }

    /**
     * Une page de l'historique.
     *
     * @param faits du plus récent au plus ancien
     * @param total nombre de faits de ce genre, toutes pages comprises
     */
    public record Page(List<Fait> faits, int total) {}

    /** Les faits de ce genre : {@code combien} au plus, après les {@code passes} plus récents. */
    public Page lire(Demandeur demandeur, Genre genre, int passes, int combien) {
        Acte.LIRE_L_HISTORIQUE.exiger(demandeur);
        Contexte contexte = contexte(comptes.parId(demandeur.responsableId()).orElseThrow());
        int total = journal.compter(contexte.comptes(), genre.actions());
        List<Fait> faits = total <= passes
                ? List.of()
                : journal.lire(contexte.comptes(), genre.actions(), passes, combien).stream()
                        .map(ligne -> fait(ligne, contexte))
                        .toList();
        return new Page(faits, total);
    }

    /** De quoi mettre des mots sur les lignes d'un compte. */
    private record Contexte(
            Compte compte,
            Map<Long, String> absorbes,
            Map<String, RegroupementEnregistre> regroupements,
            Map<Long, String> prenoms) {

        List<Long> comptes() {
            return Stream.concat(Stream.of(compte.id()), absorbes.keySet().stream())
                    .toList();
        }

        boolean estSien(Identifiant identifiant) {
            return compte.identifiant().equals(identifiant) || absorbes.containsValue(identifiant.valeur());
        }
    }

    private Contexte contexte(Compte compte) {
        List<CompteAbsorbe> absorbes = lignee.absorbes(compte.id());
        Map<String, RegroupementEnregistre> enregistres = new HashMap<>();
        Stream.concat(Stream.of(compte.id()), absorbes.stream().map(CompteAbsorbe::id))
                .flatMap(id -> regroupements.enregistres(id).stream())
                .forEach(r -> enregistres.put(r.jeton().toString(), r));
        return new Contexte(
                compte,
                absorbes.stream()
                        .collect(Collectors.toMap(
                                CompteAbsorbe::id, a -> a.identifiant().valeur())),
                enregistres,
                NomsDistincts.courts(scolarite.enfants(compte.id()).stream()
                        .map(Enfant::eleve)
                        .toList()));
    }

    private Fait fait(LigneJournal ligne, Contexte contexte) {
        Auteur auteur = ligne.auteur();
        boolean parLeTitulaire = auteur.profil() == Profil.RESPONSABLE && contexte.estSien(auteur.identifiant());
        JsonObject details = FabriqueJson.lireObjet(ligne.details());
        RegroupementEnregistre regroupement = contexte.regroupements().get(details.getString("jeton", ""));
        boolean duCompte = ligne.responsableId() == contexte.compte().id();
        String nomme = nomme(ligne.action(), details, regroupement, contexte);
        return new Fait(
                ligne.le(),
                ligne.action(),
                quoi(ligne.action(), details, nomme),
                nomme,
                par(auteur, parLeTitulaire),
                parLeTitulaire ? auteur.adresse() : null,
                contexte.absorbes().get(ligne.responsableId()),
                duCompte && regroupement != null ? regroupement.jeton() : null);
    }

    /** Le compte absorbé ou le prénom de l'élève que la phrase cite ; nul s'ils ne sont plus connus, ou si l'acte ne nomme personne. */
    private static @Nullable String nomme(
            ActionJournal action,
            JsonObject details,
            @Nullable RegroupementEnregistre regroupement,
            Contexte contexte) {
        return switch (action) {
            case REGROUPEMENT ->
                regroupement == null ? null : regroupement.secondaire().valeur();
            case CONTESTATION, CONTESTATION_REJETEE, REPRESENTANT_NOMME ->
                contexte.prenoms()
                        .get(
                                details.containsKey("eleve")
                                        ? details.getJsonNumber("eleve").longValue()
                                        : 0L);
            default -> null;
        };
    }

    private String quoi(ActionJournal action, JsonObject details, @Nullable String nomme) {
        String cle = "journal." + action.name();
        return switch (action) {
            case REGROUPEMENT, CONTESTATION, CONTESTATION_REJETEE, REPRESENTANT_NOMME ->
                nomme == null ? textes.de(cle + ".sans") : textes.avec(cle, nomme);
            case REGROUPEMENT_REFUSE ->
                textes.avec(cle, textes.de("journal.refus." + details.getString("refus", "PREUVE_REFUSEE")));
            case MOT_DE_PASSE_CHANGE -> textes.de(details.containsKey("portee") ? cle + ".courrier" : cle);
            default -> textes.de(cle);
        };
    }

    /** Qui tenait le mot de passe choisi est le titulaire ; d'un courrier ou d'un lien, on ne sait que cela. */
    private String par(Auteur auteur, boolean parLeTitulaire) {
        Moyen moyen = auteur.moyen();
        if (moyen == null || !parLeTitulaire) {
            return textes.de("historique.par." + (parLeTitulaire ? "TITULAIRE" : par(auteur.profil())));
        }
        String uai = auteur.uai();
        return uai == null
                ? textes.de("historique.par." + moyen.name())
                : scolarite.etablissements(List.of(uai)).stream()
                        .findFirst()
                        .map(etablissement -> textes.avec("historique.par.courrier", etablissement.nom()))
                        .orElseGet(() -> textes.de("historique.par." + moyen.name()));
    }

    /** D'un profil qui n'est pas le titulaire : l'établissement, l'assistance, un autre responsable, sinon l'académie. */
    private static String par(Profil profil) {
        return switch (profil) {
            case ETABLISSEMENT, ASSISTANCE, RESPONSABLE -> profil.name();
            case EXPLOITATION, ELEVE, INCONNU -> "ACADEMIE";
        };
    }
}
