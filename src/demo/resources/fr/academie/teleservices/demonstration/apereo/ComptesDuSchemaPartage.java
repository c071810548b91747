package fr.academie.teleservices.cas;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.login.CredentialExpiredException;
import javax.security.auth.login.FailedLoginException;
import javax.sql.DataSource;
import org.apereo.cas.authentication.AuthenticationEventExecutionPlanConfigurer;
import org.apereo.cas.authentication.AuthenticationHandlerExecutionResult;
import org.apereo.cas.authentication.PreventedException;
import org.apereo.cas.authentication.credential.UsernamePasswordCredential;
import org.apereo.cas.authentication.handler.support.AbstractUsernamePasswordAuthenticationHandler;
import org.apereo.cas.authentication.principal.PrincipalFactory;
import org.apereo.cas.services.ServicesManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Authentifie dans un CAS Apereo 6.6 contre la vue {@code compte_cas}, quand le module JDBC officiel n'est pas à portée.
 *
 * <p>Réglages : {@code comptes.url}, {@code comptes.utilisateur}, {@code comptes.mot-de-passe}. Compilé contre les jars du CAS par
 * celui qui le démarre ; le CAS le trouve par {@code META-INF/spring}.
 */
@AutoConfiguration
public class ComptesDuSchemaPartage {

    /** Le CAS ne survit pas au programme qui l'a lancé, même tué net. */
    public ComptesDuSchemaPartage() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    }

    @Bean
    public AuthenticationEventExecutionPlanConfigurer comptesDuSchemaPartagePlan(
            ObjectProvider<ServicesManager> services,
            @Qualifier("principalFactory") ObjectProvider<PrincipalFactory> principaux,
            Environment reglages) {
        DriverManagerDataSource base = new DriverManagerDataSource(
                reglages.getRequiredProperty("comptes.url"),
                reglages.getRequiredProperty("comptes.utilisateur"),
                reglages.getRequiredProperty("comptes.mot-de-passe"));
        PrincipalFactory fabrique = principaux.getIfAvailable();
        return plan -> plan.registerAuthenticationHandler(
                new Verification(services.getObject(), fabrique, base));
    }

    /** Ni inconnu ni mot de passe faux ne se distinguent : même refus, même calcul. */
    static final class Verification extends AbstractUsernamePasswordAuthenticationHandler {

        private static final String REQUETE = "SELECT identifiant, mot_de_passe, profil, nom, prenom, mail, expire_le"
                + " FROM compte_cas WHERE identifiant = ?";
        private static final int LONGUEUR_MAXIMALE = 1000;

        private final DataSource base;
        private final PasswordEncoder encodeur;
        private final String leurre;

        Verification(ServicesManager services, PrincipalFactory principaux, DataSource base) {
            super("compte_cas", services, principaux, 0);
            this.base = base;
            DelegatingPasswordEncoder delegue = new DelegatingPasswordEncoder(
                    "argon2",
                    Map.of(
                            "argon2",
                            new Argon2PasswordEncoder(16, 32, 1, 19456, 2),
                            "bcrypt",
                            new BCryptPasswordEncoder()));
            this.encodeur = delegue;
            this.leurre = delegue.encode("personne n'a ce mot de passe");
        }

        @Override
        protected AuthenticationHandlerExecutionResult authenticateUsernamePasswordInternal(
                UsernamePasswordCredential saisie, String tape) throws GeneralSecurityException, PreventedException {
            String identifiant = saisie.getUsername().strip().toLowerCase(Locale.ROOT);
            try (Connection connexion = base.getConnection();
                    PreparedStatement requete = connexion.prepareStatement(REQUETE)) {
                requete.setString(1, identifiant);
                try (ResultSet ligne = requete.executeQuery()) {
                    boolean connu = ligne.next();
                    if (!correspond(tape, connu ? ligne.getString("mot_de_passe") : leurre) || !connu) {
                        throw new FailedLoginException();
                    }
                    refuserSiExpire(ligne.getObject("expire_le", LocalDateTime.class));
                    Map<String, List<Object>> attributs = new LinkedHashMap<>();
                    for (String nom : List.of("profil", "nom", "prenom", "mail")) {
                        String valeur = ligne.getString(nom);
                        if (valeur != null) {
                            attributs.put(nom, List.of(valeur));
                        }
                    }
                    return createHandlerResult(
                            saisie, principalFactory.createPrincipal(saisie.getUsername(), attributs), List.of());
                }
            } catch (SQLException e) {
                throw new PreventedException(e);
            }
        }

        private boolean correspond(String tape, String empreinte) {
            try {
                return encodeur.matches(tape.length() > LONGUEUR_MAXIMALE ? "" : tape, empreinte);
            } catch (IllegalArgumentException formatInconnu) {
                return false;
            }
        }

        private static void refuserSiExpire(LocalDateTime expireLe) throws CredentialExpiredException {
            if (expireLe != null && !expireLe.isAfter(LocalDateTime.now(ZoneOffset.UTC))) {
                throw new CredentialExpiredException();
            }
        }
    }
}
