package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le Tomcat embarqué sert le WAR comme le ferait un Tomcat installé, et dit pourquoi il ne démarre pas. */
class ServeurTomcatTest {

    private static final String COOKIES = "<session-config><tracking-mode>COOKIE</tracking-mode></session-config>";

    @TempDir
    private Path war;

    private ServeurTomcat serveur;

    @BeforeEach
    void demarrer() {
        serveur = ServeurTomcat.demarrer(0);
    }

    @AfterEach
    void arreter() {
        serveur.close();
    }

    @Test
    void neMontreAuWarQueLeJdkEtTomcat() throws IOException, InterruptedException {
        ecrireUnWar(
                COOKIES + "<servlet><servlet-name>vue</servlet-name><servlet-class>" + Vue.class.getName()
                        + "</servlet-class></servlet>"
                        + "<servlet-mapping><servlet-name>vue</servlet-name><url-pattern>/vue</url-pattern></servlet-mapping>",
                Vue.class);
        serveur.ajouterWar("/appli", war, war.resolve("conf"));
        assertThat(lire("/appli/vue?jakarta.servlet.Servlet")).isEqualTo("oui");
        assertThat(lire("/appli/vue?jakarta.el.ExpressionFactory")).isEqualTo("oui");
        assertThat(lire("/appli/vue?javax.sql.DataSource")).isEqualTo("oui");
        for (String cachee : new String[] {
            "org.mariadb.jdbc.Driver",
            "org.apache.ibatis.session.SqlSession",
            "org.jboss.weld.environment.servlet.Listener",
            "jakarta.faces.webapp.FacesServlet",
            "org.slf4j.Logger",
            BaseEmbarquee.class.getName()
        }) {
            assertThat(lire("/appli/vue?" + cachee)).as(cachee).isEqualTo("non");
        }
        assertThat(lire("/appli/vue?conf")).isEqualTo(war.resolve("conf").toString());
        assertThat(lire("/appli/vue?services")).isEqualTo("0");
    }

    @Test
    void faitRemonterLaCauseDUnDemarrageManque() throws IOException {
        ecrireUnWar(
                COOKIES + "<listener><listener-class>" + Refus.class.getName() + "</listener-class></listener>",
                Refus.class);
        assertThatThrownBy(() -> serveur.ajouterWar("/appli", war, war))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("/appli")
                .hasMessageContaining("Le réglage « essai » manque.");
        assertThatThrownBy(() -> lire("/appli/")).hasMessageContaining("404");
    }

    @Test
    void refuseUnWarQuiSuivraitLesSessionsDansLAdresse() throws IOException {
        ecrireUnWar("");
        assertThatThrownBy(() -> serveur.ajouterWar("/appli", war, war))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("COOKIE");
    }

    @Test
    void ditQueLeWarManque() {
        assertThatThrownBy(() -> serveur.ajouterWar("/appli", war.resolve("absent"), war))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("mvn");
    }

    @Test
    void ditQuUnPortEstPris() throws IOException {
        try (ServerSocket occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ServeurTomcat.demarrer(occupant.getLocalPort()))
                    .isInstanceOf(DemarrageImpossible.class)
                    .hasMessageContaining("Le port " + occupant.getLocalPort())
                    .hasMessageContaining("-Dport=");
        }
    }

    @Test
    void nEcouteQueSur127001EtSeSuccedeALuiMeme() throws IOException, InterruptedException {
        int port = serveur.port();
        serveur.close();
        serveur = ServeurTomcat.demarrer(port);
        serveur.ajouterServlet("", new PortailDeDemonstration("Académie d’essai", "ENT <d'essai>"));
        assertThat(lire("/"))
                .contains("Académie d’essai")
                .contains("ENT &lt;d&#39;essai&gt;")
                .contains("href=\"/teleservices/accueil\"")
                .contains("href=\"/courrier/\"");
        assertThat(lire("/portail/portail.css")).contains(".tuile");
        assertThatThrownBy(() -> lire("/portail/../PortailDeDemonstration.class"))
                .hasMessageContaining("404");
    }

    private void ecrireUnWar(String webXml, Class<?>... classes) throws IOException {
        Path classesDuWar = Files.createDirectories(war.resolve("WEB-INF").resolve("classes"));
        Files.writeString(
                war.resolve("WEB-INF").resolve("web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + webXml + "</web-app>");
        for (Class<?> classe : classes) {
            String chemin = classe.getName().replace('.', '/') + ".class";
            Path cible = classesDuWar.resolve(chemin);
            Files.createDirectories(cible.getParent());
            try (InputStream octets = classe.getClassLoader().getResourceAsStream(chemin)) {
                Files.copy(octets, cible);
            }
        }
    }

    private String lire(String chemin) throws IOException, InterruptedException {
        HttpResponse<String> reponse = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serveur.port() + chemin))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (reponse.statusCode() != 200) {
            throw new IOException("Réponse " + reponse.statusCode());
        }
        return reponse.body();
    }

    /** Chargé par le WAR d'essai : dit ce que son chargeur de classes voit. */
    public static final class Vue extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
            String question = requete.getQueryString();
            reponse.getWriter().write(repondre(question));
        }

        private String repondre(String question) throws IOException {
            ClassLoader chargeur = Vue.class.getClassLoader();
            if ("conf".equals(question)) {
                return getServletContext().getInitParameter("teleservices.conf");
            }
            if ("services".equals(question)) {
                long etrangers = chargeur.resources("META-INF/services/jakarta.servlet.ServletContainerInitializer")
                        .filter(url -> !url.toString().contains("tomcat-embed"))
                        .count();
                return Long.toString(etrangers);
            }
            try {
                Class.forName(question, false, chargeur);
                return "oui";
            } catch (ClassNotFoundException e) {
                return "non";
            }
        }
    }

    /** Chargé par le WAR d'essai : refuse de démarrer. */
    public static final class Refus implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent evenement) {
            throw new IllegalStateException("Le réglage « essai » manque.");
        }
    }
}
