package fr.academie.teleservices.banc;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;

/**
 * Le temps de processeur de cette machine virtuelle et celui de la base qu'elle a lancée, en secondes : ce qu'un travail coûte vraiment, que
 * la machine fasse autre chose ou non.
 */
record Processeur(double java, double base) {

    static Processeur present() {
        double sien =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        double celuiDeLaBase = ProcessHandle.current()
                .descendants()
                .filter(enfant -> enfant.info().command().orElse("").endsWith("mariadbd"))
                .max(Comparator.comparingLong(ProcessHandle::pid))
                .flatMap(enfant -> enfant.info().totalCpuDuration())
                .map(Duration::toMillis)
                .map(millisecondes -> millisecondes / 1e3)
                .orElse(Double.NaN);
        return new Processeur(sien, celuiDeLaBase);
    }

    Processeur depuis(Processeur avant) {
        return new Processeur(java - avant.java, base - avant.base);
    }

    double total() {
        return java + base;
    }
}
