package fr.academie.teleservices.essais;

import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Ce qu'un {@link MandataireMariaDb} fait subir aux commandes qu'il porte, et le compte de ses coupures. */
final class Troubles {

    private static final int LONGUEUR_DE_L_ENTETE = 3;
    private static final long LENT = 1_000;
    private static final Pattern ECRITURE =
            Pattern.compile("^(?:BEGIN NOT ATOMIC.*INSERT INTO|INSERT|UPDATE|DELETE)\\b", Pattern.DOTALL);

    private final AtomicReference<Coupure> coupure = new AtomicReference<>(Coupure.AUCUNE);
    private final Map<Coupure, Integer> faites = new TreeMap<>();
    private volatile UnaryOperator<String> traduction = UnaryOperator.identity();
    private volatile ToLongFunction<String> retard = commande -> 0;
    private volatile long retenueJusqu = System.nanoTime();

    void couper(Coupure voulue) {
        coupure.set(voulue);
    }

    void traduire(UnaryOperator<String> par) {
        traduction = par;
    }

    void retarder(ToLongFunction<String> de) {
        retard = de;
    }

    void retenir(Duration delai) {
        retenueJusqu = System.nanoTime() + delai.toNanos();
    }

    /** Combien de chaque sorte. */
    Map<Coupure, Integer> coupures() {
        synchronized (faites) {
            return new TreeMap<>(faites);
        }
    }

    /** La coupure que cette commande-ci subit ; elle ne servira plus. */
    Coupure aCouper(String commande) {
        Coupure voulue = Objects.requireNonNull(coupure.get());
        if (!vise(voulue, commande) || !coupure.compareAndSet(voulue, Coupure.AUCUNE)) {
            return Coupure.AUCUNE;
        }
        synchronized (faites) {
            faites.merge(voulue, 1, Integer::sum);
        }
        return voulue;
    }

    private static boolean vise(Coupure voulue, String commande) {
        return switch (voulue) {
            case AUCUNE -> false;
            case AU_MILIEU_DU_BLOC, APRES_LE_BLOC -> ECRITURE.matcher(commande).find();
            default -> "COMMIT".equalsIgnoreCase(commande);
        };
    }

    /** Vrai si la liaison, à fermer, tombe avant que la commande ne soit arrivée entière. */
    static boolean tombe(Coupure voulue, Socket client, Socket serveur, byte[] entete, byte[] corps)
            throws IOException {
        switch (voulue) {
            case RST_AVANT_VALIDATION -> {
                client.setSoLinger(true, 0);
                serveur.setSoLinger(true, 0);
                return true;
            }
            case AU_MILIEU_DU_BLOC -> {
                serveur.getOutputStream().write(entete);
                serveur.getOutputStream().write(corps, 0, corps.length / 2);
                return true;
            }
            case LENTEUR -> {
                dormir(LENT);
                return false;
            }
            default -> {
                return voulue == Coupure.AVANT_VALIDATION;
            }
        }
    }

    /** Ce que la requête devient ; sa longueur, dans l'en-tête, avec elle. */
    byte[] traduire(byte[] entete, byte[] corps) {
        String texte = new String(corps, StandardCharsets.ISO_8859_1);
        String autre = traduction.apply(texte);
        if (autre.equals(texte)) {
            return corps;
        }
        byte[] change = autre.getBytes(StandardCharsets.ISO_8859_1);
        for (int octet = 0; octet < LONGUEUR_DE_L_ENTETE; octet++) {
            entete[octet] = (byte) (change.length >> (Byte.SIZE * octet));
        }
        return change;
    }

    void patienter(String commande) throws IOException {
        dormir(Math.max(retard.applyAsLong(commande), TimeUnit.NANOSECONDS.toMillis(retenueJusqu - System.nanoTime())));
    }

    private static void dormir(long millisecondes) throws IOException {
        if (millisecondes <= 0) {
            return;
        }
        try {
            Thread.sleep(millisecondes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
