package fr.academie.teleservices.essais;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * Un mandataire TCP entre le pilote et MariaDB : il compte les allers-retours, coupe la liaison autour d'une validation ou d'une écriture,
 * la ralentit, la retient, ou change ce qu'elle porte.
 *
 * <p>Il lit le protocole client/serveur : un paquet de numéro 0 commence une commande, dont le premier octet dit la nature.
 */
public final class MandataireMariaDb implements AutoCloseable {

    /** Où couper la prochaine validation, ou la prochaine écriture. */
    public enum Coupure {
        AUCUNE,
        /** Avant que le serveur ne la reçoive : rien ne sera fait. */
        AVANT_VALIDATION,
        /** De même, sans l'adieu du protocole TCP. */
        RST_AVANT_VALIDATION,
        /** Après que le serveur l'a faite, avant que le client ne l'apprenne. */
        APRES_VALIDATION,
        /** Une écriture n'arrive qu'à moitié. */
        AU_MILIEU_DU_BLOC,
        /** Une écriture est faite, et la liaison tombe avant que la validation ne parte. */
        APRES_LE_BLOC,
        /** La validation arrive, une seconde plus tard. */
        LENTEUR,
        /** Elle n'arrive pas, et la liaison reste ouverte : le client attend. */
        SILENCE
    }

    private static final int COM_QUERY = 0x03;
    private static final int NUMERO = 3;
    private static final int COM_STMT_EXECUTE = 0x17;
    private static final int COM_STMT_CLOSE = 0x19;

    private final ServerSocket ecoute;
    private final int portServeur;
    private final Troubles troubles = new Troubles();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> commandes = new CopyOnWriteArrayList<>();
    private volatile boolean compteLesCommandes = true;

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
        troubles.couper(voulue);
    }

    /** N'écoute plus, et coupe toutes les liaisons ouvertes : la base est partie. */
    public void partir() throws IOException {
        close();
        fermer(clients.toArray(Socket[]::new));
    }

    public int coupures() {
        return troubles.coupures().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Combien de chaque sorte. */
    public Map<Coupure, Integer> coupuresParSorte() {
        return troubles.coupures();
    }

    /** Ne retient plus les commandes vues : il en passera des millions. */
    public void neRienRetenir() {
        compteLesCommandes = false;
        commandes.clear();
    }

    /** Plus rien ne passe avant ce délai, et rien n'est perdu : chaque connexion reste prise. */
    public void retenir(Duration delai) {
        troubles.retenir(delai);
    }

    /** Chaque commande, lue en ISO 8859-1 pour que ses octets se retrouvent, arrivera changée. */
    public void traduire(UnaryOperator<String> traduction) {
        troubles.traduire(traduction);
    }

    /** Chaque commande attendra tant de millisecondes. */
    public void retarder(ToLongFunction<String> retard) {
        troubles.retarder(retard);
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
            Socket serveur;
            try {
                serveur = new Socket(InetAddress.getLoopbackAddress(), portServeur);
            } catch (ConnectException morte) {
                // La base peut revenir : le client, lui, n'apprend qu'une liaison fermée.
                client.close();
                continue;
            }
            clients.removeIf(Socket::isClosed);
            clients.add(client);
            client.setTcpNoDelay(true);
            serveur.setTcpNoDelay(true);
            AtomicBoolean avalerLaReponse = new AtomicBoolean();
            demarrer("mandataire-aller", () -> porter(client, serveur, () -> aller(client, serveur, avalerLaReponse)));
            demarrer(
                    "mandataire-retour", () -> porter(client, serveur, () -> retour(client, serveur, avalerLaReponse)));
        }
    }

    /** D'un côté qui tombe, l'autre l'apprend : la base annule ce que tenait un client tué. */
    private static void porter(Socket client, Socket serveur, Tache sens) throws IOException {
        try {
            sens.faire();
        } finally {
            fermer(client, serveur);
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
                return;
            }
            byte[] corps = new byte[(entete[0] & 0xFF) | (entete[1] & 0xFF) << 8 | (entete[2] & 0xFF) << 16];
            lecture.readFully(corps);
            if (!salutation && entete[NUMERO] == 0) {
                String commande = noter(corps);
                corps = nature(corps) == COM_QUERY ? troubles.traduire(entete, corps) : corps;
                troubles.patienter(commande);
                Coupure voulue = troubles.aCouper(commande);
                if (voulue == Coupure.SILENCE) {
                    continue;
                }
                if (Troubles.tombe(voulue, client, serveur, entete, corps)) {
                    return;
                }
                avaler.set(voulue == Coupure.APRES_VALIDATION || voulue == Coupure.APRES_LE_BLOC);
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
                return;
            }
            ecriture.write(tampon, 0, lus);
            ecriture.flush();
        }
    }

    /** Ce que dit la commande ; vide si elle n'attend pas de réponse. */
    private String noter(byte[] corps) {
        int nature = nature(corps);
        if (nature == COM_STMT_CLOSE) {
            return "";
        }
        String texte = nature == COM_QUERY
                ? new String(corps, 1, corps.length - 1, StandardCharsets.UTF_8).strip()
                : nature == COM_STMT_EXECUTE ? "EXECUTE" : "COM_" + nature;
        if (compteLesCommandes) {
            commandes.add(texte);
        }
        return texte;
    }

    private static int nature(byte[] corps) {
        return corps[0] & 0xFF;
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
