package fr.academie.teleservices.historique;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Moyen;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.CompteAbsorbe;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EnfantsDUnCompte;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    private final HistoriqueMapper historiques;
    private final JournalService journal;
    private final ScolariteService scolarite;
    private final Textes textes;

    @Inject
    public HistoriqueService(
            Transactions transactions, JournalService journal, ScolariteService scolarite, Textes textes) {
        this.historiques = transactions.mapper(HistoriqueMapper.class);
        this.journal = journal;
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
        Contexte contexte = contexte(demandeur);
        JournalService.Tranche lue = journal.tranche(contexte.comptes(), genre.actions(), passes, combien);
        Map<String, String> etablissements = etablissements(lue.lignes(), contexte);
        return new Page(
                lue.lignes().stream()
                        .map(ligne -> fait(ligne, contexte, etablissements))
                        .toList(),
                lue.total());
    }

    /** De quoi mettre des mots sur les lignes d'un compte. */
    private record Contexte(
            Demandeur demandeur,
            Map<Long, String> absorbes,
            Map<String, RegroupementEnregistre> regroupements,
            List<Enfant> enfants,
            Map<Long, String> prenoms) {

        List<Long> comptes() {
            return Stream.concat(Stream.of(demandeur.responsableId()), absorbes.keySet().stream())
                    .toList();
        }

        boolean parLeTitulaire(Auteur auteur) {
            return auteur.profil() == Profil.RESPONSABLE
                    && (demandeur.identifiant().equals(auteur.identifiant())
                            || absorbes.containsValue(auteur.identifiant().valeur()));
        }
    }

    private Contexte contexte(Demandeur demandeur) {
        long id = demandeur.responsableId();
        PlusieursLectures lues = new PlusieursLectures(historiques.contexte(id, List.of(id)));
        List<Enfant> enfants = lues.lignes(0, EnfantsDUnCompte.class).get(0).enfants();
        return new Contexte(
                demandeur,
                lues.lignes(1, CompteAbsorbe.class).stream()
                        .collect(Collectors.toMap(
                                CompteAbsorbe::id, a -> a.identifiant().valeur())),
                lues.lignes(2, RegroupementEnregistre.class).stream()
                        .collect(Collectors.toMap(r -> r.jeton().toString(), r -> r)),
                enfants,
                NomsDistincts.courts(enfants.stream().map(Enfant::eleve).toList()));
    }

    /** Le nom de chaque établissement dont un courrier a servi à ces actes : le plus souvent, l'un de ceux des enfants du compte. */
    private Map<String, String> etablissements(List<LigneJournal> lignes, Contexte contexte) {
        Map<String, String> noms = new HashMap<>();
        contexte.enfants().stream()
                .flatMap(enfant -> enfant.eleve().etablissements().stream())
                .forEach(etablissement -> noms.put(etablissement.uai(), etablissement.nom()));
        Set<String> autres = lignes.stream()
                .map(LigneJournal::auteur)
                .filter(contexte::parLeTitulaire)
                .map(Auteur::uai)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        autres.removeAll(noms.keySet());
        scolarite.etablissements(autres).forEach(etablissement -> noms.put(etablissement.uai(), etablissement.nom()));
        return noms;
    }

    private Fait fait(LigneJournal ligne, Contexte contexte, Map<String, String> etablissements) {
        Auteur auteur = ligne.auteur();
        boolean parLeTitulaire = contexte.parLeTitulaire(auteur);
        JsonObject details = FabriqueJson.lireObjet(ligne.details());
        RegroupementEnregistre regroupement = contexte.regroupements().get(details.getString("jeton", ""));
        boolean duCompte = ligne.responsableId() == contexte.demandeur().responsableId();
        String nomme = nomme(ligne.action(), details, regroupement, contexte);
        return new Fait(
                ligne.le(),
                ligne.action(),
                quoi(ligne.action(), details, nomme),
                nomme,
                par(auteur, parLeTitulaire, etablissements),
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
    private String par(Auteur auteur, boolean parLeTitulaire, Map<String, String> etablissements) {
        Moyen moyen = auteur.moyen();
        if (moyen == null || !parLeTitulaire) {
            return textes.de("historique.par." + (parLeTitulaire ? "TITULAIRE" : par(auteur.profil())));
        }
        String etablissement = auteur.uai() == null ? null : etablissements.get(auteur.uai());
        return etablissement == null
                ? textes.de("historique.par." + moyen.name())
                : textes.avec("historique.par.courrier", etablissement);
    }

    /** D'un profil qui n'est pas le titulaire : l'établissement, l'assistance, un autre responsable, sinon l'académie. */
    private static String par(Profil profil) {
        return switch (profil) {
            case ETABLISSEMENT, ASSISTANCE, RESPONSABLE -> profil.name();
            case EXPLOITATION, ELEVE, INCONNU -> "ACADEMIE";
        };
    }
}
