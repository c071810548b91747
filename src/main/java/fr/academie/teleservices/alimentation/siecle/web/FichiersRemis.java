package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.alimentation.FichierRecu;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les deux fichiers d'un envoi, sur le disque le temps de les lire : les fermer les efface, où que la lecture se soit arrêtée. */
final class FichiersRemis implements Closeable {

    static final String ELEVES = "eleves";
    static final String RESPONSABLES = "responsables";

    /** Lu pour rien, ce qui dépasse : le navigateur n'écoute la réponse qu'une fois l'envoi fini. Au-delà, il n'aura pas de page. */
    private static final int PATIENCE = 4;

    private static final int TAMPON = 1 << 16;

    private final List<Path> chemins = new ArrayList<>();
    private final Map<String, Remis> parChamp = new LinkedHashMap<>();

    private FichiersRemis() {}

    /**
     * Reçoit l'envoi.
     *
     * @throws RemiseRefusee un fichier manque, l'un est trop gros, ou l'envoi est illisible : rien n'en reste sur le disque
     */
    static FichiersRemis recevoir(HttpServletRequest requete, DossierDesRemises dossier)
            throws RemiseRefusee, IOException {
        if (requete.getContentLengthLong() > dossier.parEnvoi()) {
            vider(requete, PATIENCE * dossier.parEnvoi());
            throw new RemiseRefusee(RefusDeRemise.TROP_GROS);
        }
        Collection<Part> parties = parties(requete);
        FichiersRemis remis = new FichiersRemis();
        boolean recus = false;
        try {
            remis.prendre(parties, dossier);
            recus = true;
            return remis;
        } finally {
            for (Part partie : parties) {
                partie.delete();
            }
            if (!recus) {
                remis.close();
            }
        }
    }

    Remis eleves() {
        return pris(ELEVES);
    }

    Remis responsables() {
        return pris(RESPONSABLES);
    }

    private Remis pris(String champ) {
        Remis pris = parChamp.get(champ);
        if (pris == null) {
            throw new IllegalStateException(champ);
        }
        return pris;
    }

    private void prendre(Collection<Part> parties, DossierDesRemises dossier) throws RemiseRefusee, IOException {
        Map<String, RefusDeRemise> refus = new LinkedHashMap<>();
        refus.put(ELEVES, RefusDeRemise.ELEVES_ABSENTS);
        refus.put(RESPONSABLES, RefusDeRemise.RESPONSABLES_ABSENTS);
        for (Part partie : parties) {
            String champ = partie.getName();
            String nom = nom(partie.getSubmittedFileName());
            if (!refus.containsKey(champ) || nom.isEmpty()) {
                continue;
            }
            if (partie.getSize() > dossier.parFichier()) {
                refus.put(champ, RefusDeRemise.TROP_GROS);
            } else if (refus.get(champ) != RefusDeRemise.TROP_GROS) {
                Path chemin = dossier.nouveau();
                chemins.add(chemin);
                partie.write(chemin.toString());
                parChamp.put(champ, new Remis(nom, chemin));
                refus.remove(champ);
            }
        }
        if (!refus.isEmpty()) {
            throw new RemiseRefusee(refus);
        }
    }

    private static Collection<Part> parties(HttpServletRequest requete) throws RemiseRefusee {
        try {
            return requete.getParts();
        } catch (ServletException | IOException | IllegalStateException e) {
            RemiseRefusee refus = new RemiseRefusee(RefusDeRemise.ILLISIBLE);
            refus.initCause(e);
            throw refus;
        }
    }

    private static void vider(HttpServletRequest requete, long auPlus) throws IOException {
        byte[] tampon = new byte[TAMPON];
        long lus = 0;
        InputStream corps = requete.getInputStream();
        for (int pris = corps.read(tampon); pris >= 0 && lus < auPlus; pris = corps.read(tampon)) {
            lus += pris;
        }
    }

    /** Le nom sans le dossier que de vieux navigateurs y mettent, ni signe qui n'en est pas un ; vide si aucun fichier n'est choisi. */
    private static String nom(@Nullable String brut) {
        if (brut == null) {
            return "";
        }
        String nu = brut.substring(Math.max(brut.lastIndexOf('/'), brut.lastIndexOf('\\')) + 1);
        return FichierRecu.abreger(
                nu.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "").strip());
    }

    @Override
    public void close() throws IOException {
        for (Path chemin : chemins) {
            Files.deleteIfExists(chemin);
        }
    }
}
