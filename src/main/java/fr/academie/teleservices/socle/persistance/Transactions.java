package fr.academie.teleservices.socle.persistance;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.SqlSessionManager;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les transactions de l'application : une session MyBatis par fil d'exécution, validée tout entière ou pas du tout.
 *
 * <p>Un appel imbriqué rejoint la transaction en cours. Un interblocage, une attente de verrou trop longue ou une connexion perdue
 * avant la validation annulent tout et rejouent le travail entier, {@value #ESSAIS} fois au plus : le travail doit donc relire ce
 * qu'il décide. Une validation sans réponse n'est jamais rejouée : {@link IssueInconnueException}. Devant quelqu'un qui attend, tout
 * ce que sa demande attend en vain tient dans {@link Patience#DELAI}.
 *
 * <p>Une lecture hors transaction ne coûte qu'un aller-retour ({@link Lectures}) ; celle qui perd sa connexion est refaite une fois.
 */
@Singleton
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final String CONFIGURATION = "fr/academie/teleservices/mybatis.xml";
    private static final int ESSAIS = 4;
    private static final int LECTURES = 3;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final SqlSessionManager sessions;
    private final SqlSession horsTransaction;
    private final Paquets paquets;
    private final SecureRandom hasard = new SecureRandom();

    /** Sans réserve pour les seules lectures. */
    public Transactions(DataSource source) {
        this(source, Lectures.parmiLesTransactions());
    }

    @Inject
    public Transactions(DataSource source, Lectures lectures) {
        JdbcTransactionFactory fabrique = new JdbcTransactionFactory();
        Properties reglages = new Properties();
        reglages.setProperty("skipSetAutoCommitOnClose", "true");
        fabrique.setProperties(reglages);
        Configuration configuration = configuration();
        configuration.setEnvironment(new Environment("teleservices", fabrique, source));
        sessions = SqlSessionManager.newInstance(new SqlSessionFactoryBuilder().build(configuration));
        horsTransaction = LecturesRefaites.sur(sessions, lectures);
        paquets = new Paquets(sessions);
    }

    private static Configuration configuration() {
        try (InputStream flux = Resources.getResourceAsStream(Transactions.class.getClassLoader(), CONFIGURATION)) {
            return new XMLConfigBuilder(flux, null, null).parse();
        } catch (IOException e) {
            throw new IllegalStateException("Le WAR est incomplet : " + CONFIGURATION + " manque.", e);
        }
    }

    /** Un travail rendu atomique ; son exception déclarée annule la transaction et remonte telle quelle. */
    @FunctionalInterface
    public interface Travail<T extends @Nullable Object, E extends Exception> {
        T faire() throws E;
    }

    /** Un travail rendu atomique, qui ne rend rien. */
    @FunctionalInterface
    public interface Geste<E extends Exception> {
        void faire() throws E;
    }

    /** L'interface MyBatis {@code type}, reliée à la transaction du fil courant, ou hors transaction à une session d'un seul appel. */
    public <M> M mapper(Class<M> type) {
        return sessions.getConfiguration().getMapper(type, horsTransaction);
    }

    /**
     * Exécute {@code travail} dans une transaction.
     *
     * @throws IssueInconnueException si la base n'a pas répondu à la validation : à l'appelant de relire ce qu'il a écrit
     */
    public <T extends @Nullable Object, E extends Exception> T executer(Travail<T, E> travail) throws E {
        return executer(travail, Patience.courante());
    }

    private <T extends @Nullable Object, E extends Exception> T executer(Travail<T, E> travail, Patience patience)
            throws E {
        if (sessions.isManagedSessionStarted()) {
            return travail.faire();
        }
        patience.exigerQuIlEnReste();
        for (int essai = 1; ; essai++) {
            Patience.Essai tentative = patience.essai();
            try {
                return uneFois(travail, patience, tentative);
            } catch (IssueInconnueException e) {
                tentative.manque();
                throw e;
            } catch (RuntimeException e) {
                if (!PanneDeLaBase.estRejouable(e)) {
                    throw e;
                }
                tentative.manque();
                if (essai == ESSAIS || !tentative.permetUnAutre()) {
                    throw e;
                }
                LOG.info("La transaction est rejouée (essai {}) : {}.", essai, PanneDeLaBase.enBref(e));
                patienter(essai);
            }
        }
    }

    /** Comme {@link #executer(Travail)}, pour un travail qui ne rend rien. */
    public <E extends Exception> void executer(Geste<E> geste) throws E {
        executer(enTravail(geste));
    }

    /**
     * Fait une écriture pour chacune de ces lignes, par paquets de la base (un aller-retour, une seule analyse), dans la transaction en
     * cours. Les {@code <foreach>} de milliers de valeurs coûtent six fois plus : ici, l'instruction n'écrit qu'une ligne.
     *
     * @param mapper l'interface où se lit l'instruction
     * @param instruction son nom ; elle ne dépend pas de ce que valent les lignes (ni {@code <if>} ni {@code <foreach>})
     * @param lignes ce que chacune prend en paramètre : un record, ou une {@code Map} de plusieurs
     */
    public void parPaquets(Class<?> mapper, String instruction, Collection<?> lignes) {
        paquets.envoyer(mapper, instruction, lignes);
    }

    /**
     * De même pour des ajouts dont presque aucun n'est là : si l'un l'est, les mêmes lignes passent par l'autre instruction. Le pilote n'envoie
     * pas par paquets un {@code ON DUPLICATE KEY UPDATE} : il en faut deux.
     *
     * @param siDejaLa l'instruction qui les ajoute ou les change
     */
    public void ajouterParPaquets(Class<?> mapper, String ajout, String siDejaLa, Collection<?> lignes) {
        paquets.ajouter(mapper, ajout, siDejaLa, lignes);
    }

    /**
     * Exécute un travail qui se reconnaît : il pose un verrou, puis une clé en base dit s'il a déjà eu lieu, et rend alors le même
     * résultat. Une validation restée sans réponse se rejoue donc : le verrou fait attendre la fin de la validation perdue de vue,
     * la clé dit si elle a eu lieu.
     *
     * @param quoi ce qui se fait et sa clé, pour les traces : « regroupement 3f2a… »
     * @param issueInconnue le refus levé si la base reste muette {@value #LECTURES} fois : rien n'est supposé
     */
    public <T extends @Nullable Object, E extends Exception> T executerOuRetrouver(
            String quoi, Travail<T, E> travail, Supplier<? extends E> issueInconnue) throws E {
        Patience patience = Patience.courante();
        boolean validee = false;
        for (int lecture = 1; ; lecture++) {
            try {
                return executer(travail, patience);
            } catch (IssueInconnueException e) {
                validee = true;
                if (lecture == LECTURES || !patience.permet()) {
                    LOG.warn("Validation sans réponse ({}) : issue inconnue.", quoi, e);
                    throw issueInconnue.get();
                }
                LOG.warn("Validation sans réponse ({}) : relecture sous verrou : {}.", quoi, PanneDeLaBase.enBref(e));
            } catch (RuntimeException e) {
                if (!validee || PanneDeLaBase.de(e).isEmpty()) {
                    throw e;
                }
                // Une validation est partie, et rien n'a pu être relu depuis : dire « rien n'est fait » pourrait être
                // faux.
                LOG.warn("Validation sans réponse ({}), et la base ne se relit pas : issue inconnue.", quoi, e);
                throw issueInconnue.get();
            }
        }
    }

    /** Comme {@link #executerOuRetrouver(String, Travail, Supplier)}, pour un travail qui ne rend rien. */
    public <E extends Exception> void executerOuRetrouver(
            String quoi, Geste<E> geste, Supplier<? extends E> issueInconnue) throws E {
        executerOuRetrouver(quoi, enTravail(geste), issueInconnue);
    }

    private static <E extends Exception> Travail<Boolean, E> enTravail(Geste<E> geste) {
        return () -> {
            geste.faire();
            return Boolean.TRUE;
        };
    }

    private <T extends @Nullable Object, E extends Exception> T uneFois(
            Travail<T, E> travail, Patience patience, Patience.Essai tentative) throws E {
        sessions.startManagedSession();
        boolean aValider = false;
        Attente attente = null;
        try {
            if (patience.estBornee()) {
                attente = Attente.borner(sessions.getConnection(), tentative);
            }
            T resultat = travail.faire();
            aValider = true;
            valider();
            return resultat;
        } finally {
            if (!aValider) {
                annuler();
            }
            if (attente != null) {
                attente.rendre();
            }
            sessions.close();
        }
    }

    private void valider() {
        try {
            sessions.commit(true);
        } catch (RuntimeException e) {
            if (PanneDeLaBase.estUnConflit(e)) {
                annuler();
                throw e;
            }
            throw new IssueInconnueException(e);
        }
    }

    private void annuler() {
        try {
            sessions.rollback(true);
        } catch (RuntimeException e) {
            // La connexion est perdue : le serveur annule de lui-même ce qui n'est pas validé.
            LOG.info("Annulation impossible, la base l'a faite ou la fera : {}.", PanneDeLaBase.enBref(e));
        }
    }

    private void patienter(int essai) {
        try {
            Thread.sleep(PAUSE.toMillis() * essai + hasard.nextInt((int) PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Arrêt demandé pendant une transaction ; rien n'est enregistré.", e);
        }
    }
}
