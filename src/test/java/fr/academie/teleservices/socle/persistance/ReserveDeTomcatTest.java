package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.dbcp.dbcp2.BasicDataSource;
import org.apache.tomcat.dbcp.dbcp2.BasicDataSourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** La réserve de connexions d'un Tomcat (JNDI), aux réglages de la ressource livrée. */
@Timeout(60)
class ReserveDeTomcatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** De quoi finir l'essai commencé, sur une machine chargée. */
    private static final Duration AU_PLUS = PATIENCE.plusSeconds(2);

    private static final Pattern ATTRIBUT = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    private BasicDataSource source(MandataireMariaDb mandataire) throws Exception {
        String livre = Files.readString(Path.of("conf/tomcat/context.xml.default"));
        Matcher attributs = ATTRIBUT.matcher(livre.substring(livre.indexOf("<Resource")));
        Properties reglages = new Properties();
        while (attributs.find()) {
            reglages.setProperty(attributs.group(1), attributs.group(2));
        }
        reglages.setProperty("url", mandataire.url());
        reglages.setProperty("username", base.base().utilisateur());
        reglages.setProperty("password", base.base().motDePasse());
        return BasicDataSourceFactory.createDataSource(reglages);
    }

    /** Autant de connexions au repos qu'elle en garde. */
    private static void emplir(BasicDataSource source) throws SQLException {
        List<Connection> prises = new ArrayList<>();
        for (int i = 0; i < source.getMaxTotal(); i++) {
            prises.add(source.getConnection());
        }
        for (Connection prise : prises) {
            prise.close();
        }
        assertThat(source.getNumIdle()).isEqualTo(source.getMaxIdle());
    }

    @Test
    void uneBaseMuetteNeRetientPersonnePlusQueLaPatience() throws Exception {
        base.vider();
        long compte = familles.actif("cristelle.durand");
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                BasicDataSource source = source(mandataire);
                SourceDuServeur bornee = new SourceDuServeur(source)) {
            emplir(source);
            Atelier atelier = new Atelier(bornee);
            assertThat(atelier.comptes.parId(compte)).isPresent();
            mandataire.retenir(Duration.ofSeconds(40));
            long debut = System.nanoTime();
            Throwable erreur = catchThrowable(() ->
                    Patience.<RuntimeException, RuntimeException>auPlus(PATIENCE, () -> atelier.comptes.parId(compte)));
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(AU_PLUS);
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
        }
    }

    /** La réserve en ouvre une autre à qui attend, par le fil qui rend celle qui s'est tue. */
    @Test
    void rendreUneConnexionMuetteNeRetientPersonne() throws Exception {
        base.vider();
        long compte = familles.actif("cristelle.durand");
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                BasicDataSource source = source(mandataire);
                SourceDuServeur bornee = new SourceDuServeur(source)) {
            source.setMaxTotal(1);
            Atelier atelier = new Atelier(bornee);
            assertThat(atelier.comptes.parId(compte)).isPresent();
            CompletableFuture<Throwable> autre = CompletableFuture.supplyAsync(
                    () -> catchThrowable(source::getConnection),
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
            long debut = System.nanoTime();
            Throwable erreur = catchThrowable(() -> Patience.<RuntimeException, RuntimeException>auPlus(
                    PATIENCE,
                    () -> atelier.transactions.executer(() -> {
                        mandataire.retenir(Duration.ofSeconds(40));
                        return atelier.comptes.parId(compte);
                    })));
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(AU_PLUS);
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            assertThat(autre.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    /** Celle qui vient après l'attente retourne à la réserve : elle ne s'épuise pas. */
    @Test
    void uneConnexionVenueTropTardEstRendue() throws Exception {
        base.vider();
        long compte = familles.actif("cristelle.durand");
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                BasicDataSource source = source(mandataire);
                SourceDuServeur bornee = new SourceDuServeur(source)) {
            source.setMaxTotal(1);
            Atelier atelier = new Atelier(bornee);
            try (Connection tenue = source.getConnection()) {
                assertThat(tenue.isClosed()).isFalse();
                Throwable erreur = catchThrowable(() -> Patience.<RuntimeException, RuntimeException>auPlus(
                        PATIENCE, () -> atelier.comptes.parId(compte)));
                assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            }
            Patience.<RuntimeException, RuntimeException>auPlus(
                    PATIENCE, () -> assertThat(atelier.comptes.parId(compte)).isPresent());
            assertThat(source.getNumActive()).isZero();
        }
    }

    @Test
    void uneTransactionNePaieAucunAllerRetourDeReglage() throws Exception {
        base.vider();
        long compte = familles.actif("cristelle.durand");
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                BasicDataSource source = source(mandataire)) {
            emplir(source);
            Atelier atelier = new Atelier(source);
            mandataire.remettreAZero();
            atelier.transactions.executer(() -> atelier.comptes.parId(compte));
            assertThat(mandataire.allersRetours()).isNotEmpty().noneMatch(commande -> commande.contains("autocommit"));
        }
    }
}
