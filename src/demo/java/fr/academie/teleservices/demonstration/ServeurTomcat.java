package fr.academie.teleservices.demonstration;

import jakarta.servlet.Servlet;
import jakarta.servlet.SessionTrackingMode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.jspecify.annotations.Nullable;

/**
 * Un Tomcat embarqué sur 127.0.0.1, qui sert les pièces de la démonstration et le WAR éclaté.
 *
 * <p>Les applications s'ajoutent sur un serveur déjà en marche : son port est ainsi connu quand on écrit leurs réglages.
 */
public final class ServeurTomcat implements AutoCloseable {

    private final Tomcat tomcat;
    private final Path dossier;
    private int port;
    private boolean close;

    private ServeurTomcat(Tomcat tomcat, Path dossier) {
        this.tomcat = tomcat;
        this.dossier = dossier;
    }

    /**
     * Démarre un serveur vide.
     *
     * @param port port de 127.0.0.1 ; 0 : un port libre
     * @throws DemarrageImpossible si le port est pris
     */
    public static ServeurTomcat demarrer(int port) {
        Ports.exigerLibre(port, "le serveur web", "port");
        TomcatURLStreamHandlerFactory.disable();
        Registry.disableRegistry();
        Path dossier = dossierTemporaire();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(dossier.toString());
        Connector connecteur = new Connector("HTTP/1.1");
        connecteur.setPort(port);
        connecteur.setProperty("address", "127.0.0.1");
        connecteur.setProperty("maxThreads", "50");
        connecteur.setThrowOnFailure(true);
        connecteur.setXpoweredBy(false);
        tomcat.setConnector(connecteur);
        tomcat.getHost().setAutoDeploy(false);
        ServeurTomcat serveur = new ServeurTomcat(tomcat, dossier);
        try {
            tomcat.start();
            serveur.port = connecteur.getLocalPort();
            return serveur;
        } catch (LifecycleException e) {
            serveur.close();
            throw new DemarrageImpossible(
                    "Le serveur web n'a pas démarré sur le port " + port + " : " + CausesDeTomcat.phrase(e), e);
        } finally {
            oublierLeDossier();
        }
    }

    public int port() {
        return port;
    }

    /** Adresse à suivre dans un navigateur, sans barre finale. */
    public String adresse() {
        return "http://localhost:" + port();
    }

    /**
     * Ajoute une application faite d'un seul servlet, qui répond à toutes les adresses du contexte.
     *
     * @param contexte chemin de l'application ; chaîne vide pour la racine
     */
    public void ajouterServlet(String contexte, Servlet servlet) {
        StandardContext application = new StandardContext();
        application.setName(contexte);
        application.setPath(contexte);
        application.setParentClassLoader(ServeurTomcat.class.getClassLoader());
        sansRechercheDeFuites(application);
        application.addLifecycleListener(new Tomcat.FixContextListener());
        application.addServletContainerInitializer(
                (classes, ctx) -> ctx.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE)), null);
        Wrapper enveloppe = Tomcat.addServlet(application, servlet.getClass().getSimpleName(), servlet);
        enveloppe.addMapping("/");
        enveloppe.setLoadOnStartup(1);
        ajouter(application, "L'application « " + contexte + "/ »");
    }

    /**
     * Ajoute le WAR éclaté ; il ne voit que le JDK et Tomcat, comme sur un Tomcat installé.
     *
     * @param contexte chemin de l'application, par exemple {@code /teleservices}
     * @param eclate dossier du WAR éclaté
     * @param conf dossier des réglages, donné par le paramètre de contexte {@code teleservices.conf}
     * @throws DemarrageImpossible si l'application ne démarre pas, avec la raison qu'elle donne
     */
    public void ajouterWar(String contexte, Path eclate, Path conf) {
        ajouterWar(contexte, eclate, conf, null);
    }

    /** Comme {@link #ajouterWar(String, Path, Path)} ; les fichiers de {@code classes}, s'il y en a, s'ajoutent à WEB-INF/classes. */
    public void ajouterWar(String contexte, Path eclate, Path conf, @Nullable Path classes) {
        if (!Files.isDirectory(eclate.resolve("WEB-INF"))) {
            throw new DemarrageImpossible("Le WAR éclaté manque à « " + eclate
                    + " » : construisez-le par « mvn -DskipTests package », puis recommencez.");
        }
        StandardContext application = new StandardContext();
        application.setName(contexte);
        application.setPath(contexte);
        application.setDocBase(eclate.toAbsolutePath().toString());
        application.setParentClassLoader(new FiltreDeClasses(ServeurTomcat.class.getClassLoader()));
        application.addParameter("teleservices.conf", conf.toAbsolutePath().toString());
        application.setFailCtxIfServletStartFails(true);
        if (classes != null) {
            StandardRoot ressources = new StandardRoot(application);
            // Après celles du WAR : CDI reconnaît ses classes à leur dossier, que celui-ci ne doit pas cacher.
            ressources.addPostResources(new DirResourceSet(
                    ressources, "/WEB-INF/classes", classes.toAbsolutePath().toString(), "/"));
            application.setResources(ressources);
        }
        sansRechercheDeFuites(application);
        StandardJarScanner jars = new StandardJarScanner();
        jars.setScanClassPath(false);
        application.setJarScanner(jars);
        Path contexteDuWar = eclate.resolve("META-INF/context.xml");
        if (Files.exists(contexteDuWar)) {
            application.setConfigFile(urlDe(contexteDuWar));
        }
        application.addLifecycleListener(evenement -> {
            if (Lifecycle.BEFORE_START_EVENT.equals(evenement.getType())) {
                parDefautSansJsp(application);
            }
        });
        ContextConfig lecture = new ContextConfig();
        lecture.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        application.addLifecycleListener(lecture);
        ajouter(application, "L'application « " + contexte + " »");
        exigerLesCookies(application);
    }

    private static URL urlDe(Path fichier) {
        try {
            return fichier.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Retire une application, qui s'arrête. */
    public void retirer(String contexte) {
        Container application = tomcat.getHost().findChild(contexte);
        if (application != null) {
            tomcat.getHost().removeChild(application);
        }
    }

    private void ajouter(Context application, String designation) {
        CausesDeTomcat causes = new CausesDeTomcat();
        RuntimeException levee = null;
        try {
            tomcat.getHost().addChild(application);
        } catch (RuntimeException e) {
            levee = e;
        } finally {
            causes.close();
        }
        if (levee != null || application.getState() != LifecycleState.STARTED) {
            Throwable cause = causes.premiere() == null ? levee : causes.premiere();
            String phrase = cause == null ? causes.phrase() : CausesDeTomcat.phrase(cause);
            tomcat.getHost().removeChild(application);
            throw new DemarrageImpossible(designation + " n'a pas démarré : " + phrase, cause);
        }
    }

    /** Ces recherches demandent des ouvertures de modules que la machine virtuelle de Maven n'a pas. */
    private static void sansRechercheDeFuites(StandardContext application) {
        application.setClearReferencesRmiTargets(false);
        application.setClearReferencesObjectStreamClassCaches(false);
        application.setClearReferencesThreadLocals(false);
    }

    /** Ce qu'un Tomcat installé tient de son conf/web.xml, sauf les JSP, que le produit n'emploie pas. */
    private static void parDefautSansJsp(Context application) {
        Wrapper fichiers = Tomcat.addServlet(application, "default", "org.apache.catalina.servlets.DefaultServlet");
        fichiers.setLoadOnStartup(1);
        fichiers.setOverridable(true);
        application.addServletMappingDecoded("/", "default");
        application.setSessionTimeout(30);
        Tomcat.addDefaultMimeTypeMappings(application);
    }

    private void exigerLesCookies(StandardContext application) {
        Set<SessionTrackingMode> suivis = application.getServletContext().getEffectiveSessionTrackingModes();
        if (!suivis.equals(EnumSet.of(SessionTrackingMode.COOKIE))) {
            tomcat.getHost().removeChild(application);
            throw new DemarrageImpossible("L'application « " + application.getPath() + " » suit les sessions par "
                    + suivis + " : son web.xml doit n'admettre que COOKIE.");
        }
    }

    /** Tomcat laisse son dossier en propriétés système : le serveur suivant reprendrait celui du précédent. */
    private static void oublierLeDossier() {
        System.clearProperty("catalina.base");
        System.clearProperty("catalina.home");
    }

    private static Path dossierTemporaire() {
        try {
            Path dossier = Files.createTempDirectory("teleservices-tomcat-");
            Files.createDirectory(dossier.resolve("webapps"));
            return dossier;
        } catch (IOException e) {
            throw new DemarrageImpossible("Le dossier temporaire n'est pas accessible : " + e.getMessage(), e);
        }
    }

    /** Arrête les applications puis le serveur ; sans effet la seconde fois. */
    @Override
    public synchronized void close() {
        if (close) {
            return;
        }
        close = true;
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat ne s'est pas arrêté proprement.", e);
        } finally {
            Dossiers.effacerAuMieux(dossier);
        }
    }
}
