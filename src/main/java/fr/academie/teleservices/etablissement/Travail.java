package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.courrier.Lettre;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un long travail demandé par un agent : où il en est, puis ce qu'il a fait. Les lettres qu'il porte ne vivent qu'en mémoire et sont
 * rendues une fois.
 */
public final class Travail {

    /** Ce que fait le travail ; clé de message {@code bureau.travail.<nom>}. */
    public enum Genre {
        COMPTES,
        COURRIERS
    }

    /** Ce qu'est devenue une personne du travail ; clé de message {@code bureau.issue.<nom>}. */
    public enum Issue {
        FAIT,
        /** Un compte existe peut-être déjà pour elle : à voir une par une. */
        A_VOIR,
        /** Elle n'attend plus rien, ou son courrier a été fait ou son compte activé entre-temps. */
        SANS_OBJET,
        /** Une panne ou un serveur trop chargé : rien n'a changé pour elle. */
        ECHEC
    }

    private final String jeton = UUID.randomUUID().toString();
    private final Agent agent;
    private final Genre genre;
    private final String uai;
    private final int total;
    private final Map<Issue, Integer> issues = new EnumMap<>(Issue.class);
    private List<Lettre> lettres = new ArrayList<>();
    private final List<Long> comptes = new ArrayList<>();
    private int faits;
    private boolean retire;
    private boolean arrete;
    private @Nullable Instant finiLe;

    Travail(Agent agent, Genre genre, String uai, int total) {
        this.agent = agent;
        this.genre = genre;
        this.uai = uai;
        this.total = total;
    }

    public String jeton() {
        return jeton;
    }

    public Genre genre() {
        return genre;
    }

    public String uai() {
        return uai;
    }

    public int total() {
        return total;
    }

    public synchronized int faits() {
        return faits;
    }

    /** Avancement en centièmes. */
    public int pourCent() {
        return total == 0 ? 100 : faits() * 100 / total;
    }

    public synchronized boolean fini() {
        return finiLe != null;
    }

    /** Nombre de personnes de cette issue. */
    public synchronized int combien(Issue issue) {
        return issues.getOrDefault(issue, 0);
    }

    /** Nombre de personnes de l'issue de ce nom, pour les pages. */
    public int nombre(String issue) {
        return combien(Issue.valueOf(issue));
    }

    /** Vrai s'il reste des lettres à emporter. */
    public synchronized boolean aEmporter() {
        return finiLe != null && !retire && !lettres.isEmpty();
    }

    /** Vrai si l'agent a perdu le droit de le finir. */
    public synchronized boolean arrete() {
        return arrete;
    }

    /** Personnes pour qui rien n'a été tenté : le travail s'est arrêté avant elles. */
    public synchronized int restants() {
        return total - faits;
    }

    /** Vrai si ses lettres ont été emportées. */
    public synchronized boolean emporte() {
        return retire;
    }

    /** Les comptes créés. */
    public synchronized List<Long> comptes() {
        return List.copyOf(comptes);
    }

    Agent agent() {
        return agent;
    }

    /** Arrêté, il ne porte plus de lettre : celui qui l'a lancé peut encore lire pourquoi. */
    boolean estDe(Agent autre) {
        return agent.identifiant().equals(autre.identifiant()) && (autre.agitPour(uai) || arrete());
    }

    /** L'agent n'a plus le droit d'agir : ses lettres ne lui sont pas remises. */
    synchronized void arreter() {
        arrete = true;
        lettres = new ArrayList<>();
    }

    synchronized boolean perime(Instant avant) {
        return finiLe != null && finiLe.isBefore(avant);
    }

    synchronized void noter(Issue issue) {
        issues.merge(issue, 1, Integer::sum);
        faits++;
    }

    synchronized void ajouter(Lettre lettre) {
        lettres.add(lettre);
    }

    synchronized void ajouterCompte(long compteId) {
        comptes.add(compteId);
    }

    synchronized void finir(Instant le) {
        finiLe = le;
    }

    /** Les lettres, à ce seul appel ; vide ensuite. */
    synchronized List<Lettre> emporter() {
        if (!aEmporter()) {
            return List.of();
        }
        List<Lettre> emportees = lettres;
        lettres = new ArrayList<>();
        retire = true;
        return emportees;
    }

    /** Remet les lettres à emporter : leur envoi n'est pas arrivé au bout. */
    synchronized void remettre(List<Lettre> rendues) {
        lettres = new ArrayList<>(rendues);
        retire = false;
    }

    synchronized void effacer() {
        lettres = new ArrayList<>();
    }
}
