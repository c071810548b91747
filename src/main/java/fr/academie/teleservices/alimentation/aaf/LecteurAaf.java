package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LecteurXml;
import fr.academie.teleservices.alimentation.LectureXml;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Nomenclature;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.aaf.FicheAaf.Operation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier de l'annuaire, lu d'une demande à la suivante. Les premières attendent que l'on sache comment le fichier écrit un lien :
 * la nomenclature vaut pour lui entier. Source : DOMAIN §7.
 */
public final class LecteurAaf {

    private static final String RACINE = "ficAlimMENESR";

    /** Assez pour décider, sans garder le fichier. */
    private static final int POUR_DECIDER = 1000;

    private final LecteurXml xml;
    private final Categorie categorie;
    private final boolean complet;
    private final Consumer<FicheAaf> receveur;
    private final Consumer<Remarque> remarques;
    private final List<FicheAaf> enAttente = new ArrayList<>();
    private final List<String> parentes = new ArrayList<>();
    private @Nullable Nomenclature nomenclature;
    private long lues;
    private long refusees;

    private LecteurAaf(
            LecteurXml xml,
            Categorie categorie,
            boolean complet,
            Consumer<FicheAaf> receveur,
            Consumer<Remarque> remarques) {
        this.xml = xml;
        this.categorie = categorie;
        this.complet = complet;
        this.receveur = receveur;
        this.remarques = remarques;
    }

    /**
     * Combien de demandes ont été lues, et combien n'ont pas même un numéro : lues = remises + refusées.
     *
     * @param lues toutes
     * @param refusees celles qui n'ont pas été remises
     */
    public record Compte(long lues, long refusees) {}

    /**
     * Lit un fichier et remet ses demandes une à une.
     *
     * @param complet vrai si la livraison est complète : elle n'a que des ajouts
     * @throws FichierRefuse PAS_UN_EXPORT, CATEGORIE_CONTREDITE, DIFFERENCE_DANS_UN_COMPLET, et ce que refuse le lecteur XML
     */
    public static Compte lire(
            SommaireAaf.Fichier fichier,
            boolean complet,
            InputStream flux,
            Consumer<FicheAaf> receveur,
            Consumer<Remarque> remarques)
            throws FichierRefuse {
        LecteurXml xml = LectureXml.ouvrir(fichier.nom(), flux);
        LecteurAaf lecteur = new LecteurAaf(xml, fichier.categorie(), complet, receveur, remarques);
        String racine = xml.racine();
        if (!RACINE.equals(racine)) {
            throw xml.refus(CodeRemarque.PAS_UN_EXPORT, racine);
        }
        for (String demande = xml.enfant(1); demande != null; demande = xml.enfant(1)) {
            switch (demande) {
                case "addRequest" -> lecteur.lireUneDemande(Operation.AJOUT);
                case "modifyRequest" -> lecteur.lireUneDemande(Operation.MODIFICATION);
                case "deleteRequest" -> lecteur.lireUneDemande(Operation.RETRAIT);
                default -> throw xml.refus(CodeRemarque.PAS_UN_EXPORT, demande);
            }
        }
        xml.finir();
        lecteur.decider();
        return new Compte(lecteur.lues, lecteur.refusees);
    }

    private void lireUneDemande(Operation operation) throws FichierRefuse {
        int ligne = xml.ligne();
        if (complet && operation != Operation.AJOUT) {
            throw xml.refus(CodeRemarque.DIFFERENCE_DANS_UN_COMPLET);
        }
        String id = null;
        Map<Attribut, List<String>> valeurs = new EnumMap<>(Attribut.class);
        for (String partie = xml.enfant(2); partie != null; partie = xml.enfant(2)) {
            switch (partie) {
                case "operationalAttributes" -> verifierLaCategorie();
                case "identifier" -> id = texteDe("id");
                case "attributes" -> lireLesAttributs("attr", valeurs);
                case "modifications" -> lireLesAttributs("modification", valeurs);
                default -> {
                    // L'annuaire peut grandir.
                }
            }
        }
        lues++;
        try {
            remettre(new FicheAaf(
                    operation,
                    categorie,
                    Champs.exige(Champ.NUMERO, id),
                    valeurs,
                    Nomenclature.ACTUELLE,
                    xml.fichier(),
                    ligne));
        } catch (LigneRefusee refus) {
            refusees++;
            remarques.accept(new Remarque(refus.code(), xml.fichier(), ligne, categorie.sorte(), id, refus.valeurs()));
        }
    }

    private void verifierLaCategorie() throws FichierRefuse {
        String dite = null;
        for (String attr = xml.enfant(3); attr != null; attr = xml.enfant(3)) {
            String nom = xml.attribut("name");
            if ("categoriePersonne".equals(nom) || "categorieStructure".equals(nom)) {
                dite = texteDe("value");
            }
        }
        if (dite != null && !dite.strip().equals(categorie.nom())) {
            throw xml.refus(CodeRemarque.CATEGORIE_CONTREDITE, xml.fichier(), dite.strip());
        }
    }

    private @Nullable String texteDe(String balise) throws FichierRefuse {
        int parent = xml.profondeur();
        String texte = null;
        for (String nom = xml.enfant(parent); nom != null; nom = xml.enfant(parent)) {
            if (balise.equals(nom)) {
                texte = xml.texte();
            }
        }
        return texte;
    }

    private void lireLesAttributs(String balise, Map<Attribut, List<String>> valeurs) throws FichierRefuse {
        for (String nom = xml.enfant(3); nom != null; nom = xml.enfant(3)) {
            Attribut attribut = balise.equals(nom) ? Attribut.dit(xml.attribut("name")) : null;
            if (attribut == null) {
                xml.sauter();
                continue;
            }
            List<String> siennes = new ArrayList<>(2);
            for (String valeur = xml.enfant(4); valeur != null; valeur = xml.enfant(4)) {
                if ("value".equals(valeur)) {
                    String texte = xml.texte();
                    if (!texte.isBlank()) {
                        siennes.add(texte);
                    }
                }
            }
            valeurs.put(attribut, siennes);
        }
    }

    private void remettre(FicheAaf fiche) {
        Nomenclature decidee = nomenclature;
        if (categorie != Categorie.ELEVE) {
            receveur.accept(fiche);
        } else if (decidee != null) {
            receveur.accept(selon(decidee, fiche));
        } else {
            enAttente.add(fiche);
            fiche.toutes(Attribut.RESPONSABLES).forEach(lien -> parentes.add(LienAaf.parente(lien)));
            if (parentes.size() >= POUR_DECIDER || enAttente.size() >= POUR_DECIDER) {
                decider();
            }
        }
    }

    private void decider() {
        if (nomenclature == null) {
            Nomenclature dite = Nomenclature.dite(parentes);
            nomenclature = dite;
            enAttente.forEach(fiche -> receveur.accept(selon(dite, fiche)));
            enAttente.clear();
            parentes.clear();
        }
    }

    private static FicheAaf selon(Nomenclature nomenclature, FicheAaf fiche) {
        return new FicheAaf(
                fiche.operation(),
                fiche.categorie(),
                fiche.id(),
                fiche.valeurs(),
                nomenclature,
                fiche.fichier(),
                fiche.ligne());
    }
}
