package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tout ce qui tombe pendant une course : la liaison sans cesse, et chacun à son tour la base, un Tomcat, la piscine, le SMTP, les services. */
final class PannesDeTenue {

    private static final Duration ENTRE_DEUX_COUPURES = Duration.ofMillis(250);
    private static final Duration PISCINE = Duration.ofSeconds(12);
    private static final Duration APRES_LA_PISCINE = Duration.ofSeconds(5);
    private static final List<Coupure> SORTES = List.of(
            Coupure.AVANT_VALIDATION,
            Coupure.APRES_VALIDATION,
            Coupure.AU_MILIEU_DU_BLOC,
            Coupure.APRES_VALIDATION,
            Coupure.RST_AVANT_VALIDATION,
            Coupure.LENTEUR,
            Coupure.APRES_LE_BLOC);
    /** Paquet libfaketime de Debian. */
    private static final List<Path> HORLOGE_FAUSSE = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    /** Une grosse panne. */
    private enum Panne {
        BASE_TUEE,
        TOMCAT_TUE,
        PISCINE_EPUISEE,
        SMTP_ETEINT,
        SERVICES_ETEINTS,
        SMTP_RALLUME,
        SERVICES_RALLUMES,
        HORLOGE_QUI_SAUTE
    }

    private static final List<Panne> SUITE = List.of(
            Panne.SMTP_ETEINT,
            Panne.BASE_TUEE,
            Panne.TOMCAT_TUE,
            Panne.SERVICES_ETEINTS,
            Panne.BASE_TUEE,
            Panne.PISCINE_EPUISEE,
            Panne.SMTP_RALLUME,
            Panne.BASE_TUEE,
            Panne.TOMCAT_TUE,
            Panne.SERVICES_RALLUMES,
            Panne.HORLOGE_QUI_SAUTE,
            Panne.BASE_TUEE,
            Panne.PISCINE_EPUISEE,
            Panne.TOMCAT_TUE,
            Panne.BASE_TUEE);

    private final PileDeTenue pile;
    private final Deque<Panne> aVenir = new ArrayDeque<>(SUITE);
    private final List<Integer> connexions = new ArrayList<>();
    private long compterDepuis = System.nanoTime();
    private int bases;
    private int tomcats;
    private int piscines;
    private int sauts;

    PannesDeTenue(PileDeTenue pile) {
        this.pile = pile;
    }

    /** Trouble jusqu'à la fin ; les grosses pannes à intervalle égal, la dernière avant elle. */
    void troubler(Duration duree) throws InterruptedException, IOException {
        long debut = System.nanoTime();
        long fin = debut + duree.toNanos();
        long pas = duree.toNanos() / (SUITE.size() + 1);
        for (int tour = 0; System.nanoTime() < fin; tour++) {
            Thread.sleep(ENTRE_DEUX_COUPURES.toMillis());
            pile.liaison.couper(SORTES.get(tour % SORTES.size()));
            compterLesConnexions();
            int venues = SUITE.size() - aVenir.size();
            Panne panne = System.nanoTime() > debut + pas * (venues + 1) ? aVenir.poll() : null;
            if (panne != null) {
                frapper(panne);
            }
        }
        pile.liaison.couper(Coupure.AUCUNE);
        pile.attendreLaSante();
    }

    private void frapper(Panne panne) throws InterruptedException, IOException {
        switch (panne) {
            case BASE_TUEE -> tuerLaBase(Map.of());
            case TOMCAT_TUE -> {
                TomcatInstalle victime = pile.serveurs.get(tomcats++ % pile.serveurs.size());
                victime.tuer();
                victime.demarrer();
            }
            case PISCINE_EPUISEE -> {
                piscines++;
                compterDepuis =
                        System.nanoTime() + PISCINE.plus(APRES_LA_PISCINE).toNanos();
                pile.liaison.retenir(PISCINE);
            }
            case SMTP_ETEINT -> pile.smtp.fermer();
            case SERVICES_ETEINTS -> pile.services.fermer();
            case SMTP_RALLUME -> pile.smtp.ouvrir();
            case SERVICES_RALLUMES -> pile.services.ouvrir();
            case HORLOGE_QUI_SAUTE -> sauter();
        }
    }

    private void tuerLaBase(Map<String, String> variables) throws InterruptedException {
        bases++;
        pile.mariadb.tuer();
        Thread.sleep(1_000);
        pile.mariadb.revenir(variables);
    }

    /** La base revient avec deux heures d'avance, et les perd à sa mort suivante. */
    private void sauter() throws InterruptedException {
        Path fausse = horlogeFausse();
        if (fausse != null) {
            sauts++;
            tuerLaBase(Map.of(
                    "LD_PRELOAD",
                    fausse.toString(),
                    "FAKETIME",
                    "+2h",
                    "FAKETIME_DONT_FAKE_MONOTONIC",
                    "1",
                    "DONT_FAKE_MONOTONIC",
                    "1"));
        }
    }

    private static @Nullable Path horlogeFausse() {
        return HORLOGE_FAUSSE.stream().filter(Files::isReadable).findFirst().orElse(null);
    }

    /** Retenue, la base garde des connexions que leur serveur a quittées : elles ne disent rien de ses réserves. */
    private void compterLesConnexions() {
        if (System.nanoTime() - compterDepuis < 0) {
            return;
        }
        try {
            connexions.add((int) pile.base.compter(
                    "SELECT COUNT(*) FROM information_schema.processlist WHERE user IN ('application', 'purges')"));
        } catch (IllegalStateException laBaseEstMorte) {
            connexions.add(0);
        }
    }

    int connexionsAuPlus() {
        return connexions.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    public String toString() {
        return pile.liaison.coupures() + " coupures " + pile.liaison.coupuresParSorte() + " ; MariaDB tuée " + bases
                + " fois, Tomcat " + tomcats + ", piscine retenue " + piscines + " fois " + PISCINE.toSeconds()
                + " s, SMTP éteint " + pile.smtp.fermetures() + " fois, services (abonné, SMS) "
                + pile.services.fermetures()
                + ", horloge de la base sautée " + sauts + " fois"
                + (sauts == 0 ? " (paquet libfaketime absent, ou course trop courte)" : "")
                + " ; connexions à la base : " + connexionsAuPlus() + " au plus";
    }
}
