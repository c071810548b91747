package fr.academie.teleservices.suivi;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.suivi.Tableau.Ligne;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Le suivi d'un établissement : combien de comptes, de courriers, d'activations…, par classe et dans le temps, et qui est derrière
 * chaque nombre.
 *
 * <p>Chaque méthode refuse un établissement qui n'est pas de l'agent : {@link IllegalArgumentException}, faute de programme, la page
 * l'ayant déjà écarté.
 */
@Singleton
public final class SuiviService {

    /** Lignes par page d'une liste. */
    public static final int PAGE = 50;

    /** Lignes d'une liste exportée, au plus. */
    public static final int EXPORT = 20_000;

    /** Périodes d'un suivi dans le temps, au plus. */
    public static final int PERIODES = 60;

    private final SuiviMapper suivi;
    private final JournalDuBureau journal;
    private final HeureDeLAcademie heure;
    private final Clock horloge;

    @Inject
    public SuiviService(Transactions transactions, JournalDuBureau journal, HeureDeLAcademie heure, Clock horloge) {
        this.suivi = transactions.mapper(SuiviMapper.class);
        this.journal = journal;
        this.heure = heure;
        this.horloge = horloge;
    }

    /**
     * Un nombre compté en base.
     *
     * @param classe vide pour les élèves sans classe ; nulle pour toutes
     */
    record Nombre(Indicateur indicateur, @Nullable String classe, long nombre) {}

    /** Un fait compté une fois, et quand. */
    record FaitDate(Indicateur indicateur, Instant le) {}

    /** La situation d'aujourd'hui, par classe, dans l'ordre des classes. */
    public Tableau<String> parClasse(Agent agent, String uai) {
        Choix choix = choix(agent, uai, null, null, null, null);
        Map<String, Map<Indicateur, Long>> classes = new TreeMap<>();
        for (Nombre nombre : suivi.parClasse(choix)) {
            classes.computeIfAbsent(String.valueOf(nombre.classe()), classe -> new EnumMap<>(Indicateur.class))
                    .put(nombre.indicateur(), nombre.nombre());
        }
        Map<Indicateur, Long> totaux = new EnumMap<>(Indicateur.class);
        suivi.totaux(choix).forEach(nombre -> totaux.put(nombre.indicateur(), nombre.nombre()));
        return new Tableau<>(
                classes.entrySet().stream()
                        .map(classe -> new Ligne<>(classe.getKey(), classe.getValue()))
                        .toList(),
                new Ligne<>("", totaux));
    }

    /**
     * Ce qui s'est passé du jour {@code du} au jour {@code au} compris, les plus anciennes périodes d'abord ; {@value #PERIODES} au
     * plus, les dernières.
     */
    public Tableau<Periode> dansLeTemps(Agent agent, String uai, LocalDate du, LocalDate au, Pas pas) {
        List<Periode> periodes = periodes(du, au, pas);
        LocalDate premier = periodes.get(0).du();
        Choix choix = choix(agent, uai, null, null, premier, au);
        Map<LocalDate, Map<Indicateur, Long>> nombres = new TreeMap<>();
        Map<Indicateur, Long> totaux = new EnumMap<>(Indicateur.class);
        for (FaitDate fait : suivi.dates(choix)) {
            LocalDate debut = pas.debut(heure.date(fait.le()));
            nombres.computeIfAbsent(debut, jour -> new EnumMap<>(Indicateur.class))
                    .merge(fait.indicateur(), 1L, Long::sum);
            totaux.merge(fait.indicateur(), 1L, Long::sum);
        }
        return new Tableau<>(
                periodes.stream()
                        .map(periode -> new Ligne<>(periode, nombres.getOrDefault(pas.debut(periode.du()), Map.of())))
                        .toList(),
                new Ligne<>("", totaux));
    }

    /** Comme {@link #parClasse}, pour un fichier emporté ; laisse une ligne au journal du bureau. */
    public Tableau<String> exporterParClasse(Agent agent, String uai) {
        Tableau<String> tableau = parClasse(agent, uai);
        noterLExport(agent, uai, "SUIVI_PAR_CLASSE");
        return tableau;
    }

    /** Comme {@link #dansLeTemps}, pour un fichier emporté ; laisse une ligne au journal du bureau. */
    public Tableau<Periode> exporterDansLeTemps(Agent agent, String uai, LocalDate du, LocalDate au, Pas pas) {
        Tableau<Periode> tableau = dansLeTemps(agent, uai, du, au, pas);
        noterLExport(agent, uai, "SUIVI_DANS_LE_TEMPS");
        return tableau;
    }

    private void noterLExport(Agent agent, String uai, String quoi) {
        journal.noter(
                agent,
                ActionBureau.EXPORT,
                new Cible(uai, null, null),
                FabriqueJson.objet().add("quoi", quoi).build());
    }

    /** Les périodes de l'intervalle, bornées à lui ; une au moins. */
    static List<Periode> periodes(LocalDate du, LocalDate au, Pas pas) {
        List<Periode> periodes = new ArrayList<>();
        LocalDate jour = du.isAfter(au) ? au : du;
        while (!jour.isAfter(au)) {
            LocalDate suivante = pas.suivant(pas.debut(jour));
            periodes.add(new Periode(jour, suivante.isAfter(au) ? au : suivante.minusDays(1)));
            jour = suivante;
        }
        return periodes.subList(Math.max(0, periodes.size() - PERIODES), periodes.size());
    }

    /** Combien la liste de cet indicateur a de lignes. */
    public long compter(
            Agent agent,
            String uai,
            Indicateur indicateur,
            @Nullable String classe,
            @Nullable LocalDate du,
            @Nullable LocalDate au) {
        return suivi.totaux(choix(agent, uai, indicateur, classe, du, au)).stream()
                .mapToLong(Nombre::nombre)
                .sum();
    }

    /** Qui est derrière un nombre, {@code nombre} lignes par ordre de nom ; laisse une ligne au journal du bureau. */
    public List<LigneDeSuivi> lister(
            Agent agent,
            String uai,
            Indicateur indicateur,
            @Nullable String classe,
            @Nullable LocalDate du,
            @Nullable LocalDate au,
            int saut,
            int nombre) {
        List<LigneDeSuivi> lignes = suivi.liste(choix(agent, uai, indicateur, classe, du, au), saut, nombre);
        JsonObjectBuilder details = FabriqueJson.objet().add("liste", indicateur.name());
        if (classe != null) {
            details.add("classe", classe);
        }
        journal.noter(
                agent,
                nombre == PAGE ? ActionBureau.CONSULTATION : ActionBureau.EXPORT,
                new Cible(uai, null, null),
                details.add("lignes", lignes.size()).build());
        return lignes;
    }

    private Choix choix(
            Agent agent,
            String uai,
            @Nullable Indicateur indicateur,
            @Nullable String classe,
            @Nullable LocalDate du,
            @Nullable LocalDate au) {
        if (!agent.agitPour(uai)) {
            throw new IllegalArgumentException("Cet agent n'agit pas pour cet établissement.");
        }
        return new Choix(
                uai,
                horloge.instant(),
                indicateur,
                classe,
                du == null ? null : heure.debut(du),
                au == null ? null : heure.fin(au));
    }
}
