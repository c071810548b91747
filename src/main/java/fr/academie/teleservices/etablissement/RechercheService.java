package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.etablissement.RechercheMapper.LigneDeClasse;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cherche parmi les élèves de l'agent et leurs responsables ; chaque recherche est au journal du bureau. */
@Singleton
public final class RechercheService {

    /** Lignes d'une page. */
    public static final int PAR_PAGE = 50;

    private static final int LOT = 500;

    private final RechercheMapper recherche;
    private final JournalDuBureau journal;

    @Inject
    public RechercheService(Transactions transactions, JournalDuBureau journal) {
        this.recherche = transactions.mapper(RechercheMapper.class);
        this.journal = journal;
    }

    /**
     * Une page de la liste.
     *
     * @param total lignes de toutes les pages
     * @param numero à partir de 1
     * @param eleves le nom de chaque élève, par son numéro : deux de même nom dans une classe y ont leur date de naissance
     * @param classes celles de chaque établissement de l'agent qui en a, par nom
     */
    public record Page(
            List<LigneTrouvee> lignes,
            int total,
            int numero,
            Map<Long, String> eleves,
            List<ClassesDEtablissement> classes) {

        private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

        Page(List<LigneTrouvee> lignes, int total, int numero, List<ClassesDEtablissement> classes) {
            this(lignes, total, numero, nommer(lignes), classes);
        }

        private static Map<Long, String> nommer(List<LigneTrouvee> lignes) {
            Map<List<String>, Set<Long>> memes = new HashMap<>();
            for (LigneTrouvee ligne : lignes) {
                String classe = String.valueOf(ligne.classe());
                memes.computeIfAbsent(
                                List.of(Identite.normaliser(ligne.eleve()), classe, ligne.uai()),
                                cle -> new HashSet<>())
                        .add(ligne.eleveId());
            }
            Set<Long> homonymes = memes.values().stream()
                    .filter(groupe -> groupe.size() > 1)
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            Map<Long, String> noms = new HashMap<>();
            for (LigneTrouvee ligne : lignes) {
                String date =
                        homonymes.contains(ligne.eleveId()) ? " (" + JOUR.format(ligne.eleveNaissance()) + ")" : "";
                noms.put(ligne.eleveId(), ligne.eleve() + date);
            }
            return noms;
        }
    }

    /** La page demandée, ramenée à la dernière si elle est au-delà. */
    public Page chercher(Agent agent, Filtre filtre, int numero) {
        PlusieursLectures lues = lire(agent, filtre, Math.max(1, numero));
        int total = lues.lignes(0, Integer.class).get(0);
        int derniere = Math.max(1, (total + PAR_PAGE - 1) / PAR_PAGE);
        int page = Math.min(Math.max(1, numero), derniere);
        journal.noter(agent, ActionBureau.RECHERCHE, JournalDuBureau.Cible.AUCUNE, details(filtre, total));
        return new Page(
                (page < numero ? lire(agent, filtre, page) : lues).lignes(1, LigneTrouvee.class),
                total,
                page,
                parEtablissement(lues.lignes(2, LigneDeClasse.class)));
    }

    private PlusieursLectures lire(Agent agent, Filtre filtre, int page) {
        return new PlusieursLectures(recherche.page(
                agent.uais(), filtre, filtre.motifs(), filtre.identifiants(), (page - 1) * PAR_PAGE, PAR_PAGE));
    }

    /** Donne toutes les lignes à {@code lecteur}, par lots : la liste entière ne tient jamais en mémoire. */
    public void exporter(Agent agent, Filtre filtre, Consumer<LigneTrouvee> lecteur) {
        List<String> motifs = filtre.motifs();
        journal.noter(
                agent,
                ActionBureau.EXPORT,
                JournalDuBureau.Cible.AUCUNE,
                details(filtre, recherche.compter(agent.uais(), filtre, motifs, filtre.identifiants())));
        List<LigneTrouvee> lot;
        int debut = 0;
        do {
            lot = recherche.chercher(agent.uais(), filtre, motifs, filtre.identifiants(), debut, LOT);
            lot.forEach(lecteur);
            debut += LOT;
        } while (lot.size() == LOT);
    }

    /**
     * Les comptes jamais activés d'une classe (vide : les élèves qui n'en ont pas), ou de l'établissement si elle est nulle ; vide si
     * l'agent n'y agit pas.
     */
    public List<CompteAEcrire> aEcrire(Agent agent, String uai, @Nullable String classe) {
        return agent.agitPour(uai) ? recherche.aEcrire(uai, classe) : List.of();
    }

    /** Par classe, combien de lettres déjà faites se referaient ; vide si l'agent n'y agit pas. */
    public List<ClasseARefaire> aRefaire(Agent agent, String uai) {
        return agent.agitPour(uai) ? recherche.aRefaire(uai) : List.of();
    }

    /** Les classes de chaque établissement de l'agent qui en a, par nom. */
    public List<ClassesDEtablissement> classes(Agent agent) {
        return parEtablissement(recherche.classes(agent.uais()));
    }

    private static List<ClassesDEtablissement> parEtablissement(List<LigneDeClasse> classes) {
        Map<String, List<LigneDeClasse>> parEtablissement = classes.stream()
                .collect(Collectors.groupingBy(LigneDeClasse::uai, LinkedHashMap::new, Collectors.toList()));
        return parEtablissement.values().stream()
                .map(lignes -> new ClassesDEtablissement(
                        lignes.get(0).uai(),
                        lignes.get(0).nom(),
                        lignes.stream().map(LigneDeClasse::classe).toList()))
                .toList();
    }

    private static JsonObject details(Filtre filtre, int total) {
        JsonObjectBuilder details =
                FabriqueJson.objet().add("texte", filtre.texte()).add("lignes", total);
        ajouter(filtre.etat(), etat -> details.add("etat", etat.name()));
        ajouter(filtre.mailConnu(), connu -> details.add("mailConnu", connu));
        ajouter(filtre.courrierFait(), fait -> details.add("courrierFait", fait));
        ajouter(filtre.classe(), classe -> details.add("classe", classe));
        ajouter(filtre.uai(), uai -> details.add("uai", uai));
        return details.build();
    }

    private static <T> void ajouter(@Nullable T valeur, Consumer<T> ajout) {
        if (valeur != null) {
            ajout.accept(valeur);
        }
    }
}
