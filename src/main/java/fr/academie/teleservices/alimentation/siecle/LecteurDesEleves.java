package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LecteurXml;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Numeros;
import fr.academie.teleservices.alimentation.Receveur;
import fr.academie.teleservices.alimentation.Sorte;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Les données d'un export d'élèves : les élèves, puis la classe de chacun. */
final class LecteurDesEleves {

    private static final int DONNEES = 2;

    private final LecteurXml xml;
    private final Guichet guichet;
    private final Receveur receveur;
    private final Numeros eleves;
    private final Numeros classes = new Numeros();
    private boolean structuresVues;

    LecteurDesEleves(LecteurXml xml, Guichet guichet, Receveur receveur, Numeros eleves) {
        this.xml = xml;
        this.guichet = guichet;
        this.receveur = receveur;
        this.eleves = eleves;
    }

    void lire() throws FichierRefuse {
        for (String partie = xml.enfant(DONNEES); partie != null; partie = xml.enfant(DONNEES)) {
            switch (partie) {
                case "ELEVES" -> lireLesEleves();
                case "STRUCTURES" -> lireLesStructures();
                default -> {
                    // Options, bourses, adresses : rien n'y sert.
                }
            }
        }
    }

    private void lireLesEleves() throws FichierRefuse {
        if (structuresVues) {
            throw xml.refus(CodeRemarque.ORDRE_INATTENDU, "STRUCTURES", "ELEVES");
        }
        for (String nom = xml.enfant(DONNEES + 1); nom != null; nom = xml.enfant(DONNEES + 1)) {
            if ("ELEVE".equals(nom)) {
                lireUnEleve();
            }
        }
    }

    private void lireUnEleve() throws FichierRefuse {
        int ligne = xml.ligne();
        String numero = xml.attribut("ELEVE_ID");
        Brut brut = new Brut();
        for (String nom = xml.enfant(DONNEES + 2); nom != null; nom = xml.enfant(DONNEES + 2)) {
            switch (nom) {
                case "ID_NATIONAL" -> brut.idNational = xml.texte();
                case "INE_RNIE" -> brut.ineRnie = xml.texte();
                // NOM : avant 2016.
                case "NOM_DE_FAMILLE", "NOM" -> brut.nom = xml.texte();
                case "NOM_USAGE" -> brut.nomUsage = xml.texte();
                case "PRENOM" -> brut.prenom = xml.texte();
                case "DATE_NAISS" -> brut.naissance = xml.texte();
                case "DATE_SORTIE" -> brut.sortie = xml.texte();
                case "DATE_SORTIE_ETAB" -> brut.sortieEtab = xml.texte();
                default -> {
                    // Un champ de plus, aujourd'hui ou demain, ne gêne pas.
                }
            }
        }
        guichet.passer(Sorte.ELEVE, ligne, numero, () -> {
            EleveLu eleve = brut.lu(numero, ligne, guichet);
            if (!eleves.ajouter(eleve.numero())) {
                throw new LigneRefusee(CodeRemarque.NUMERO_EN_DOUBLE);
            }
            receveur.eleve(eleve, ligne);
        });
    }

    private void lireLesStructures() throws FichierRefuse {
        structuresVues = true;
        for (String nom = xml.enfant(DONNEES + 1); nom != null; nom = xml.enfant(DONNEES + 1)) {
            if ("STRUCTURES_ELEVE".equals(nom)) {
                lireLesStructuresDUnEleve();
            }
        }
    }

    private void lireLesStructuresDUnEleve() throws FichierRefuse {
        int ligne = xml.ligne();
        String numero = xml.attribut("ELEVE_ID");
        String classe = null;
        for (String nom = xml.enfant(DONNEES + 2); nom != null; nom = xml.enfant(DONNEES + 2)) {
            if ("STRUCTURE".equals(nom)) {
                String division = division();
                classe = classe == null ? division : classe;
            }
        }
        String code = classe;
        guichet.passer(Sorte.CLASSE, ligne, numero, () -> {
            String eleve = Champs.exige(Champ.NUMERO, numero);
            if (!eleves.contient(eleve)) {
                throw new LigneRefusee(CodeRemarque.ELEVE_INCONNU, eleve);
            }
            if (!classes.ajouter(eleve)) {
                throw new LigneRefusee(CodeRemarque.CLASSE_EN_DOUBLE);
            }
            receveur.classe(new ClasseLue(eleve, null, Champs.texte(Champ.CLASSE, code)), ligne);
        });
    }

    /** Le code d'une structure, si c'est une division (une classe) et non un groupe. */
    private @Nullable String division() throws FichierRefuse {
        String code = null;
        String type = null;
        for (String nom = xml.enfant(DONNEES + 3); nom != null; nom = xml.enfant(DONNEES + 3)) {
            switch (nom) {
                case "CODE_STRUCTURE" -> code = xml.texte();
                case "TYPE_STRUCTURE" -> type = xml.texte().strip();
                default -> {
                    // Le libellé n'est pas affiché.
                }
            }
        }
        return "D".equals(type) ? code : null;
    }

    /** Ce que disent les balises, tel quel. */
    private static final class Brut {

        private @Nullable String idNational;
        private @Nullable String ineRnie;
        private @Nullable String nom;
        private @Nullable String nomUsage;
        private @Nullable String prenom;
        private @Nullable String naissance;
        private @Nullable String sortie;
        private @Nullable String sortieEtab;

        private EleveLu lu(@Nullable String attribut, int ligne, Guichet guichet) throws LigneRefusee {
            String numero = Champs.exige(Champ.NUMERO, attribut);
            String famille = Champs.exige(Champ.NOM, nom);
            String usage = Champs.texte(Champ.NOM_D_USAGE, nomUsage);
            String prenomLu = Champs.exige(Champ.PRENOM, prenom);
            LocalDate jour = Champs.jour(Champ.NAISSANCE, naissance);
            if (jour == null) {
                throw new LigneRefusee(CodeRemarque.CHAMP_VIDE, Champ.NAISSANCE.name());
            }
            LocalDate etab = Champs.jour(Champ.SORTIE, sortieEtab);
            LocalDate base = Champs.jour(Champ.SORTIE, sortie);
            return new EleveLu(
                    numero,
                    numero,
                    guichet.ine(ineRnie == null || ineRnie.isBlank() ? idNational : ineRnie, ligne, numero),
                    famille,
                    usage,
                    prenomLu,
                    jour,
                    base == null || (etab != null && etab.isBefore(base)) ? etab : base);
        }
    }
}
