package fr.academie.teleservices.essais;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Un mandataire TCP entre le pilote et MariaDB : il compte les allers-retours et coupe la liaison autour d'une validation.
 *
 * <p>Il lit le protocole client/serveur : un paquet de numéro 0 commence une commande, dont le premier octet dit la nature.
 */
public final class MandataireMariaDb implements AutoCloseable {

    /** Où couper la prochaine validation. */
    public enum Coupure {
        AUCUNE,
        /** Avant que le serveur ne la reçoive : rien ne sera fait. */
        AVANT_VALIDATION,
        /** Après que le serveur l'a faite, avant que le client ne l'apprenne. */
        APRES_VALIDATION,
        /** Elle n'arrive pas, et la liaison reste ouverte : le client attend. */
        SILENCE
    }

    private static final int COM_QUERY = 0x03;
    private static final int COM_STMT_EXECUTE = 0x17;
    private static final int COM_STMT_CLOSE = 0x19;

    private final ServerSocket ecoute;
    private final int portServeur;
    private final AtomicReference<Coupure> coupure = new AtomicReference<>(Coupure.AUCUNE);
    private final AtomicInteger coupures = new AtomicInteger();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> commandes = new CopyOnWriteArrayList<>();

    public MandataireMariaDb(int portServeur) throws IOException {
        this(portServeur, 0);
    }

    /** Écoute à ce port, que l'on connaissait avant qu'il réponde. */
    public MandataireMariaDb(int portServeur, int port) throws IOException {
        this.portServeur = portServeur;
        ecoute = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        demarrer("mandataire-ecoute", this::accepter);
    }

    public int port() {
        return ecoute.getLocalPort();
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/teleservices";
    }

    /** La prochaine validation sera coupée ainsi, une fois. */
    public void couper(Coupure voulue) {
        coupure.set(voulue);
    }

    /** N'écoute plus, et coupe toutes les liaisons ouvertes : la base est partie. */
    public void partir() throws IOException {
        close();
        fermer(clients.toArray(Socket[]::new));
    }

    public int coupures() {
        return coupures.get();
    }

    /** Oublie les commandes vues. */
    public void remettreAZero() {
        commandes.clear();
    }

    /** Les commandes qui ont demandé une réponse, dans l'ordre : un aller-retour chacune. */
    public List<String> allersRetours() {
        return List.copyOf(commandes);
    }

    @Override
    public void close() throws IOException {
        ecoute.close();
    }

    private void accepter() throws IOException {
        while (!ecoute.isClosed()) {
            Socket client = ecoute.accept();
            Socket serveur = new Socket(InetAddress.getLoopbackAddress(), portServeur);
            clients.add(client);
            client.setTcpNoDelay(true);
            serveur.setTcpNoDelay(true);
            AtomicBoolean avalerLaReponse = new AtomicBoolean();
            demarrer("mandataire-aller", () -> aller(client, serveur, avalerLaReponse));
            demarrer("mandataire-retour", () -> retour(client, serveur, avalerLaReponse));
        }
    }

    private void aller(Socket client, Socket serveur, AtomicBoolean avaler) throws IOException {
        DataInputStream lecture = new DataInputStream(client.getInputStream());
        OutputStream ecriture = serveur.getOutputStream();
        boolean salutation = true;
        while (true) {
            byte[] entete = new byte[4];
            try {
                lecture.readFully(entete);
            } catch (EOFException e) {
                fermer(client, serveur);
                return;
            }
            byte[] corps = new byte[(entete[0] & 0xFF) | (entete[1] & 0xFF) << 8 | (entete[2] & 0xFF) << 16];
            lecture.readFully(corps);
            if (!salutation && entete[3] == 0 && noter(corps)) {
                Coupure voulue = coupure.getAndSet(Coupure.AUCUNE);
                if (voulue != Coupure.AUCUNE) {
                    coupures.incrementAndGet();
                }
                if (voulue == Coupure.AVANT_VALIDATION) {
                    fermer(client, serveur);
                    return;
                }
                if (voulue == Coupure.SILENCE) {
                    continue;
                }
                avaler.set(voulue == Coupure.APRES_VALIDATION);
            }
            salutation = false;
            ecriture.write(entete);
            ecriture.write(corps);
            ecriture.flush();
        }
    }

    private static void retour(Socket client, Socket serveur, AtomicBoolean avaler) throws IOException {
        InputStream lecture = serveur.getInputStream();
        OutputStream ecriture = client.getOutputStream();
        byte[] tampon = new byte[8192];
        for (int lus = lecture.read(tampon); lus >= 0; lus = lecture.read(tampon)) {
            if (avaler.get()) {
                client.setSoLinger(true, 0);
                fermer(client, serveur);
                return;
            }
            ecriture.write(tampon, 0, lus);
            ecriture.flush();
        }
        fermer(client, serveur);
    }

    /** Vrai si la commande est une validation. */
    private boolean noter(byte[] corps) {
        int nature = corps[0] & 0xFF;
        if (nature == COM_STMT_CLOSE) {
            return false;
        }
        String texte = nature == COM_QUERY
                ? new String(corps, 1, corps.length - 1, StandardCharsets.UTF_8)
                : nature == COM_STMT_EXECUTE ? "EXECUTE" : "COM_" + nature;
        commandes.add(texte.strip());
        return "COMMIT".equalsIgnoreCase(texte.strip());
    }

    private static void fermer(Socket... prises) throws IOException {
        for (Socket prise : prises) {
            prise.close();
        }
    }

    private interface Tache {
        void faire() throws IOException;
    }

    private static void demarrer(String nom, Tache tache) {
        Thread fil = new Thread(
                () -> {
                    try {
                        tache.faire();
                    } catch (IOException e) {
                        // Une liaison coupée termine son fil : c'est ce que l'essai demande.
                        Thread.currentThread().interrupt();
                    }
                },
                nom);
        fil.setDaemon(true);
        fil.start();
    }
}
