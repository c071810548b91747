package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRecu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LecteurXml;
import fr.academie.teleservices.alimentation.LectureXml;
import fr.academie.teleservices.alimentation.Numeros;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Les deux exports d'un établissement, lus au fil de l'eau : les élèves, puis leurs responsables. Ne garde en mémoire que des numéros.
 *
 * <p>Source : DOMAIN §7. Les exports se reconnaissent à leur racine : les remettre dans l'autre ordre ne change rien.
 */
public final class LecteurSiecle {

    private final ReceveurSiecle receveur;
    private final Bilan bilan = new Bilan();
    private final Numeros eleves = new Numeros();

    public LecteurSiecle(ReceveurSiecle receveur) {
        this.receveur = receveur;
    }

    /** Ce qui a été lu jusqu'ici. */
    public Bilan bilan() {
        return bilan;
    }

    /**
     * L'en-tête d'un export, sans ses données.
     *
     * @param nom celui sous lequel on l'a remis
     */
    public static EnteteSiecle entete(String nom, Path chemin) throws FichierRefuse, IOException {
        try (FichierRecu fichier = FichierRecu.ouvrir(nom, chemin)) {
            return LecteurDEnTete.lire(LectureXml.ouvrir(fichier.nom(), fichier.flux()));
        }
    }

    /**
     * Lit les deux exports, dans l'ordre qu'il faut.
     *
     * @throws FichierRefuse MAUVAIS_EXPORT (deux fois le même), EXPORTS_DEPAREILLES, et tout ce que lève une lecture
     */
    public void lire(String nom, Path chemin, String autreNom, Path autreChemin) throws FichierRefuse, IOException {
        EnteteSiecle un = entete(nom, chemin);
        EnteteSiecle autre = entete(autreNom, autreChemin);
        verifierLaPaire(un, autre);
        boolean dansLOrdre = un.export() == ExportSiecle.ELEVES;
        lire(dansLOrdre ? nom : autreNom, dansLOrdre ? chemin : autreChemin);
        lire(dansLOrdre ? autreNom : nom, dansLOrdre ? autreChemin : chemin);
    }

    /**
     * Vérifie que deux exports vont ensemble.
     *
     * @throws FichierRefuse MAUVAIS_EXPORT (deux fois le même), EXPORTS_DEPAREILLES
     */
    static void verifierLaPaire(EnteteSiecle un, EnteteSiecle autre) throws FichierRefuse {
        if (un.export() == autre.export()) {
            ExportSiecle manque = un.export() == ExportSiecle.ELEVES ? ExportSiecle.RESPONSABLES : ExportSiecle.ELEVES;
            throw new FichierRefuse(
                    CodeRemarque.MAUVAIS_EXPORT,
                    autre.fichier(),
                    0,
                    autre.export().nom(),
                    manque.nom());
        }
        if (!un.uaj().equals(autre.uaj()) || un.annee() != autre.annee()) {
            throw new FichierRefuse(CodeRemarque.EXPORTS_DEPAREILLES, autre.fichier(), 0);
        }
    }

    /** Lit un export ; ceux des élèves se lisent avant ceux des responsables, qui les citent. */
    public void lire(String nom, Path chemin) throws FichierRefuse, IOException {
        try (FichierRecu fichier = FichierRecu.ouvrir(nom, chemin)) {
            lire(fichier.nom(), fichier.flux());
        }
    }

    void lire(String nom, InputStream flux) throws FichierRefuse {
        LecteurXml xml = LectureXml.ouvrir(nom, flux);
        EnteteSiecle entete = LecteurDEnTete.lire(xml);
        receveur.entete(entete);
        Guichet guichet = new Guichet(xml.fichier(), receveur, bilan);
        for (String partie = xml.enfant(1); partie != null; partie = xml.enfant(1)) {
            if ("DONNEES".equals(partie)) {
                switch (entete.export()) {
                    case ELEVES -> new LecteurDesEleves(xml, guichet, receveur, eleves).lire();
                    case RESPONSABLES -> new LecteurDesResponsables(xml, guichet, receveur, eleves).lire();
                }
            }
        }
        xml.finir();
    }
}
