package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LecteurXml;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Numeros;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Receveur;
import fr.academie.teleservices.alimentation.Sorte;
import org.jspecify.annotations.Nullable;

/** Les données d'un export de responsables : les personnes, puis leurs liens avec les élèves déjà lus. */
final class LecteurDesResponsables {

    private static final int DONNEES = 2;

    private final LecteurXml xml;
    private final Guichet guichet;
    private final Receveur receveur;
    private final Numeros personnes = new Numeros();
    private final LiensDuFichier liens;
    private boolean liensVus;

    LecteurDesResponsables(LecteurXml xml, Guichet guichet, Receveur receveur, Numeros eleves) {
        this.xml = xml;
        this.guichet = guichet;
        this.receveur = receveur;
        this.liens = new LiensDuFichier(guichet, receveur, eleves, personnes);
    }

    void lire() throws FichierRefuse {
        for (String partie = xml.enfant(DONNEES); partie != null; partie = xml.enfant(DONNEES)) {
            switch (partie) {
                case "PERSONNES" -> lireLesPersonnes();
                case "RESPONSABLES" -> lireLesLiens();
                default -> {
                    // Les adresses postales restent à SIECLE.
                }
            }
        }
        liens.finir();
    }

    private void lireLesPersonnes() throws FichierRefuse {
        if (liensVus) {
            throw xml.refus(CodeRemarque.ORDRE_INATTENDU, "RESPONSABLES", "PERSONNES");
        }
        for (String nom = xml.enfant(DONNEES + 1); nom != null; nom = xml.enfant(DONNEES + 1)) {
            if ("PERSONNE".equals(nom)) {
                lireUnePersonne();
            }
        }
    }

    private void lireUnePersonne() throws FichierRefuse {
        int ligne = xml.ligne();
        String numero = xml.attribut("PERSONNE_ID");
        Brute brute = new Brute();
        for (String nom = xml.enfant(DONNEES + 2); nom != null; nom = xml.enfant(DONNEES + 2)) {
            switch (nom) {
                case "LC_CIVILITE" -> brute.civilite = xml.texte();
                // NOM : avant 2016.
                case "NOM_DE_FAMILLE", "NOM" -> brute.nom = xml.texte();
                case "NOM_USAGE" -> brute.nomUsage = xml.texte();
                case "PRENOM" -> brute.prenom = xml.texte();
                case "TEL_PORTABLE" -> brute.portable = xml.texte();
                case "MEL" -> brute.mail = xml.texte();
                default -> {
                    // Profession, autres téléphones : ils ne servent pas ici.
                }
            }
        }
        guichet.passer(Sorte.PERSONNE, ligne, numero, () -> {
            PersonneLue personne = brute.lue(numero, ligne, guichet);
            if (!personnes.ajouter(personne.numero())) {
                throw new LigneRefusee(CodeRemarque.NUMERO_EN_DOUBLE);
            }
            receveur.personne(personne, ligne);
        });
    }

    private void lireLesLiens() throws FichierRefuse {
        liensVus = true;
        for (String nom = xml.enfant(DONNEES + 1); nom != null; nom = xml.enfant(DONNEES + 1)) {
            if ("RESPONSABLE_ELEVE".equals(nom)) {
                liens.ajouter(lireUnLien());
            }
        }
    }

    private LienBrut lireUnLien() throws FichierRefuse {
        int ligne = xml.ligne();
        String eleve = "";
        String personne = "";
        String niveau = "";
        String legal = "";
        String parente = "";
        for (String nom = xml.enfant(DONNEES + 2); nom != null; nom = xml.enfant(DONNEES + 2)) {
            switch (nom) {
                case "ELEVE_ID" -> eleve = xml.texte().strip();
                case "PERSONNE_ID" -> personne = xml.texte().strip();
                case "NIVEAU_RESPONSABILITE" -> niveau = xml.texte().strip();
                case "RESP_LEGAL" -> legal = xml.texte().strip();
                case "CODE_PARENTE" -> parente = xml.texte().strip();
                default -> {
                    // Qui paie, qui héberge : ils ne servent pas ici.
                }
            }
        }
        return new LienBrut(ligne, eleve, personne, niveau, legal, parente);
    }

    /** Ce que disent les balises, tel quel. */
    private static final class Brute {

        private @Nullable String civilite;
        private @Nullable String nom;
        private @Nullable String nomUsage;
        private @Nullable String prenom;
        private @Nullable String mail;
        private @Nullable String portable;

        private PersonneLue lue(@Nullable String attribut, int ligne, Guichet guichet) throws LigneRefusee {
            String numero = Champs.exige(Champ.NUMERO, attribut);
            return new PersonneLue(
                    numero,
                    Champs.civilite(civilite),
                    Champs.exige(Champ.NOM, nom),
                    Champs.texte(Champ.NOM_D_USAGE, nomUsage),
                    Champs.texte(Champ.PRENOM, prenom),
                    guichet.mail(mail, ligne, numero),
                    guichet.portable(portable, ligne, numero),
                    null,
                    null,
                    null);
        }
    }
}
