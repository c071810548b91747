package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.Numeros;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Portee;
import fr.academie.teleservices.alimentation.Receveur;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Une livraison qu'on lit. Chaque fiche est comparée à ce qu'on en sait : inchangée, elle ne coûte qu'une recherche en mémoire ; sinon elle
 * devient un écart. Rien d'autre ne s'écrit : la fin dit si tout se tient ({@link Preparations#finir}).
 *
 * <p>Les classes d'un élève le suivent : aussitôt pour l'annuaire, après tous les élèves pour SIECLE, dont un établissement tient en
 * mémoire.
 */
public final class Preparation implements Receveur {

    private final Annonce annonce;
    private final long id;
    private final LocalDate aujourdhui;
    private final DepotDesEcarts depot;
    private final Connus eleves;
    private final Connus personnes;
    private final LiensConnus liens;
    private final Comptage comptage = new Comptage();
    private final Map<String, EnAttente> enAttente = new LinkedHashMap<>();
    private final Numeros elevesLus = new Numeros();
    private final Numeros personnesLues = new Numeros();
    private final Numeros sortis = new Numeros();
    private final Map<String, String> uais = new HashMap<>();
    private final boolean classesApres;
    private String fichier;

    /** Un élève dont les classes restent à lire. */
    private record EnAttente(EleveLu lu, String fichier, int ligne, List<Place> places) {}

    Preparation(
            Annonce annonce,
            long id,
            LocalDate aujourdhui,
            DepotDesEcarts depot,
            Connus eleves,
            Connus personnes,
            LiensConnus liens) {
        this.annonce = annonce;
        this.id = id;
        this.aujourdhui = aujourdhui;
        this.depot = depot;
        this.eleves = eleves;
        this.personnes = personnes;
        this.liens = liens;
        this.classesApres = annonce.source() == Source.SIECLE;
        this.fichier = annonce.fichiers().isEmpty() ? "" : annonce.fichiers().get(0);
    }

    /** Le numéro de la livraison. */
    public long id() {
        return id;
    }

    /** Le fichier dont viennent les fiches qui suivent. */
    public void fichier(String nom) {
        fichier = nom;
    }

    /** L'établissement que désigne ce numéro de structure, pour les classes qui suivent. */
    public void structure(String numero, String uai) {
        uais.put(numero, uai);
    }

    @Override
    public void eleve(EleveLu eleve, int ligne) {
        if (!classesApres) {
            deposerLesEleves();
        }
        if (!elevesLus.ajouter(eleve.numero())) {
            refuser(CodeRemarque.NUMERO_EN_DOUBLE, fichier, ligne, Sorte.ELEVE, eleve.numero());
            return;
        }
        eleves.voir(eleves.place(eleve.numero()));
        LocalDate sortie = eleve.sortieLe();
        if (sortie != null && !sortie.isAfter(aujourdhui)) {
            sortis.ajouter(eleve.numero());
        }
        enAttente.put(eleve.numero(), new EnAttente(eleve, fichier, ligne, new ArrayList<>()));
    }

    @Override
    public void classe(ClasseLue classe, int ligne) {
        EnAttente sien = enAttente.get(classe.eleve());
        String uai = classe.structure() == null ? annonce.perimetre() : uais.get(classe.structure());
        if (sien == null || uai == null) {
            refuser(
                    sien == null ? CodeRemarque.ELEVE_INCONNU : CodeRemarque.STRUCTURE_INCONNUE,
                    fichier,
                    ligne,
                    Sorte.CLASSE,
                    classe.eleve(),
                    sien == null ? classe.eleve() : String.valueOf(classe.structure()));
            return;
        }
        sien.places().add(new Place(uai, classe.classe()));
    }

    @Override
    public void personne(PersonneLue lue, int ligne) {
        deposerLesEleves();
        if (!personnesLues.ajouter(lue.numero())) {
            refuser(CodeRemarque.NUMERO_EN_DOUBLE, fichier, ligne, Sorte.PERSONNE, lue.numero());
            return;
        }
        int place = personnes.place(lue.numero());
        personnes.voir(place);
        long empreinte = empreinte(lue);
        if (place != Connus.INCONNU && personnes.inchange(place, empreinte)) {
            comptage.inchange(Sorte.PERSONNE);
            return;
        }
        boolean connue = place != Connus.INCONNU;
        long compte = connue ? personnes.lie(place) : Connus.AUCUN;
        depot.personne(new EcartPersonne(
                depot.rang(),
                connue ? Ecart.CHANGE : Ecart.NOUVEAU,
                fichier,
                ligne,
                lue.numero(),
                connue ? personnes.id(place) : null,
                compte == Connus.AUCUN ? null : compte,
                connue ? Regle.NUMERO : null,
                lue.civilite(),
                lue.nomFamille(),
                lue.nomUsage(),
                lue.prenom(),
                lue.mail(),
                lue.portable(),
                lue.voie(),
                lue.codePostal(),
                lue.commune(),
                empreinte));
    }

    @Override
    public void lien(LienLu lien, int ligne) {
        if (classesApres) {
            deposerLesEleves();
        }
        String inconnu = inconnu(lien);
        if (inconnu != null) {
            boolean eleve = inconnu.equals(lien.eleve());
            refuser(
                    eleve ? CodeRemarque.ELEVE_INCONNU : CodeRemarque.PERSONNE_INCONNUE,
                    fichier,
                    ligne,
                    Sorte.LIEN,
                    lien.eleve() + " / " + lien.personne(),
                    inconnu);
            return;
        }
        // Qui est sorti n'a plus de responsable ici : ce qu'on en savait part, ce qu'on n'en savait pas n'arrive pas.
        if (sortis.contient(lien.eleve())) {
            comptage.inchange(Sorte.LIEN);
            return;
        }
        int place = placeDuLien(lien.eleve(), lien.personne());
        Ecart ecart = Ecart.NOUVEAU;
        if (place != LiensConnus.INCONNU) {
            boolean premiere = liens.voir(place);
            boolean pareil = liens.pareil(place, lien.niveau(), lien.parente());
            if (!premiere && !liens.ecarte(place)) {
                comptage.plusInchange(Sorte.LIEN);
            }
            if (pareil && (premiere || !liens.ecarte(place))) {
                comptage.inchange(Sorte.LIEN);
                return;
            }
            liens.ecarter(place);
            ecart = Ecart.CHANGE;
        }
        depot.lien(new EcartLien(
                depot.rang(), ecart, fichier, ligne, lien.eleve(), lien.personne(), lien.niveau(), lien.parente()));
    }

    @Override
    public void remarque(Remarque remarque) {
        depot.remarque(remarque);
        String numero = remarque.numero();
        Sorte sorte = remarque.sorte();
        if (numero == null || sorte == null || remarque.code().portee() != Portee.LIGNE) {
            return;
        }
        // Une fiche refusée n'est pas une fiche absente : ce qu'on en sait reste.
        switch (sorte) {
            case ELEVE -> eleves.voir(eleves.place(numero));
            case PERSONNE -> personnes.voir(personnes.place(numero));
            case LIEN -> {
                int barre = numero.indexOf(" / ");
                if (barre > 0) {
                    String eleve = numero.substring(0, barre);
                    int place = placeDuLien(eleve, numero.substring(barre + 3));
                    if (place != LiensConnus.INCONNU && !sortis.contient(eleve)) {
                        liens.refuser(place);
                    }
                }
            }
            case CLASSE, ETABLISSEMENT -> {
                // La classe d'avant reste : elle ne s'efface qu'avec l'inscription.
            }
        }
    }

    /** Une ligne gardée par le lecteur, refusée à la comparaison. */
    void refuser(
            CodeRemarque code,
            @Nullable String ou,
            @Nullable Integer ligne,
            Sorte sorte,
            String numero,
            String... valeurs) {
        comptage.refuse(sorte);
        depot.remarque(new Remarque(
                code, ou == null ? fichier : ou, ligne == null ? 0 : ligne, sorte, numero, List.of(valeurs)));
    }

    /** Les classes d'un élève refusé à la comparaison. */
    void refuserLesClasses(String eleve, int combien) {
        comptage.classes(Ecart.NOUVEAU, -combien);
        for (int i = 0; i < combien; i++) {
            refuser(CodeRemarque.ELEVE_INCONNU, null, null, Sorte.CLASSE, eleve, eleve);
        }
    }

    /** Des liens dont l'élève ou la personne vient d'être refusé. */
    void refuserLesLiens(List<EcartLien> refuses, CodeRemarque code, Function<EcartLien, String> valeur) {
        for (EcartLien lien : refuses) {
            refuser(
                    code,
                    lien.fichier(),
                    lien.ligne(),
                    Sorte.LIEN,
                    lien.eleve() + " / " + lien.personne(),
                    valeur.apply(lien));
        }
    }

    /** Pose tout ce qui attend. */
    void deposer() {
        deposerLesEleves();
        depot.vider();
    }

    Comptage comptage() {
        return comptage;
    }

    Annonce annonce() {
        return annonce;
    }

    Connus eleves() {
        return eleves;
    }

    Connus personnes() {
        return personnes;
    }

    LiensConnus liens() {
        return liens;
    }

    DepotDesEcarts depot() {
        return depot;
    }

    /** Ce que sont devenues toutes les lignes ; les écarts se comptent en base, où ils sont. */
    Compteurs compteurs(Bilan bilan, List<EcartMapper.Compte> comptes) {
        return comptage.compteurs(bilan, comptes, liens.nombre());
    }

    /** Le numéro du lien que ni la livraison ni nous ne connaissons ; nul s'ils sont tous deux connus. */
    private @Nullable String inconnu(LienLu lien) {
        if (!elevesLus.contient(lien.eleve()) && eleves.place(lien.eleve()) == Connus.INCONNU) {
            return lien.eleve();
        }
        boolean connue = personnesLues.contient(lien.personne()) || personnes.place(lien.personne()) != Connus.INCONNU;
        return connue ? null : lien.personne();
    }

    private int placeDuLien(String eleve, String personne) {
        int celle = personnes.place(personne);
        int celui = eleves.place(eleve);
        return celle == Connus.INCONNU || celui == Connus.INCONNU
                ? LiensConnus.INCONNU
                : liens.place(personnes.id(celle), eleves.lie(celui));
    }

    private void deposerLesEleves() {
        enAttente.values().forEach(this::deposer);
        enAttente.clear();
    }

    private void deposer(EnAttente attendu) {
        EleveLu lu = attendu.lu();
        boolean sorti = sortis.contient(lu.numero());
        List<Place> places = placesDe(attendu);
        long empreinte = empreinte(lu, sorti, places);
        int place = eleves.place(lu.numero());
        boolean connu = place != Connus.INCONNU;
        int classes = attendu.places().size();
        if (connu ? eleves.inchange(place, empreinte) : sorti) {
            comptage.inchange(Sorte.ELEVE);
            comptage.inchanges(Sorte.CLASSE, classes);
            return;
        }
        comptage.classes(connu ? Ecart.CHANGE : Ecart.NOUVEAU, classes);
        depot.eleve(new EcartEleve(
                depot.rang(),
                connu ? Ecart.CHANGE : Ecart.NOUVEAU,
                attendu.fichier(),
                attendu.ligne(),
                lu.numero(),
                connu ? eleves.lie(place) : null,
                connu ? Regle.NUMERO : null,
                lu.numeroSiecle(),
                lu.ine(),
                lu.nom(),
                lu.nomUsage(),
                lu.prenom(),
                lu.naissance(),
                sorti ? lu.sortieLe() : null,
                Places.ecrire(places),
                empreinte));
    }

    /** SIECLE ne parle que de son établissement : l'élève y est, qu'une classe soit dite ou non. */
    private List<Place> placesDe(EnAttente attendu) {
        if (!attendu.places().isEmpty() || !classesApres) {
            return attendu.places();
        }
        return List.of(new Place(annonce.perimetre(), null));
    }

    private static long empreinte(EleveLu lu, boolean sorti, List<Place> places) {
        Empreinte64 empreinte = new Empreinte64()
                .avec(lu.numeroSiecle())
                .avec(lu.ine())
                .avec(lu.nom())
                .avec(lu.nomUsage())
                .avec(lu.prenom())
                .avec(lu.naissance())
                .avec(sorti ? lu.sortieLe() : null);
        places.forEach(place -> empreinte.avec(place.uai()).avec(place.classe()));
        return empreinte.valeur();
    }

    private static long empreinte(PersonneLue lue) {
        return new Empreinte64()
                .avec(lue.civilite())
                .avec(lue.nomFamille())
                .avec(lue.nomUsage())
                .avec(lue.prenom())
                .avec(lue.mail())
                .avec(lue.portable())
                .avec(lue.voie())
                .avec(lue.codePostal())
                .avec(lue.commune())
                .valeur();
    }
}
