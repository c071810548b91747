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
import fr.academie.teleservices.alimentation.livraison.Comparaison.Origine;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.scolarite.EtablissementDeSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Une livraison qu'on lit : chaque fiche est vérifiée contre celles qui l'entourent (numéro en double, élève ou structure inconnus), puis
 * comparée à ce qu'on en sait ({@link Comparaison}) ; des différences peuvent en effacer ({@link Differences}). Seuls des écarts s'écrivent : la fin dit si tout se tient ({@link Preparations#finir}).
 *
 * <p>Les classes d'un élève le suivent : aussitôt pour l'annuaire, après tous les élèves pour SIECLE, dont un établissement tient en
 * mémoire.
 */
public final class Preparation implements Receveur {

    private final Annonce annonce;
    private final long id;
    private final LocalDate aujourdhui;
    private final LectureDuSavoir lecture;
    private final Savoir savoir;
    private final DepotDesEcarts depot;
    private final Comptage comptage = new Comptage();
    private final Comparaison comparaison;
    private final Map<String, EnAttente> enAttente = new LinkedHashMap<>();
    private final Numeros sortis = new Numeros();
    private final Numeros sansEtablissement = new Numeros();
    private final Numeros etablissementsLus = new Numeros();
    private final Differences differences;
    private final Map<String, String> uais = new HashMap<>();
    private final boolean classesApres;
    private String fichier;
    private boolean aConnaitre;

    /** Un élève dont les classes restent à lire. */
    private record EnAttente(EleveLu lu, Origine origine, List<Place> places, List<Place> gardees) {}

    /** @param lecture lira ce que des différences nomment ; d'une livraison complète, elle a tout lu */
    Preparation(Annonce annonce, long id, LocalDate aujourdhui, DepotDesEcarts depot, LectureDuSavoir lecture) {
        this.annonce = annonce;
        this.id = id;
        this.aujourdhui = aujourdhui;
        this.depot = depot;
        this.lecture = lecture;
        this.savoir = lecture.savoir();
        this.aConnaitre = annonce.nature() == NatureLivraison.DELTA;
        this.comparaison =
                new Comparaison(savoir, depot, comptage, annonce.source() == Source.AAF ? Parts::de : lue -> 0);
        this.differences = new Differences(savoir, comptage);
        this.classesApres = annonce.source() == Source.SIECLE;
        this.fichier = annonce.fichiers().isEmpty() ? "" : annonce.fichiers().get(0);
    }

    /** Le numéro de la livraison. */
    public long id() {
        return id;
    }

    /** Lit ce qu'on sait de ce que des différences nomment, et de rien d'autre ; une fois, avant leur première fiche. */
    public void connaitre(Nommes nommes) {
        lecture.lire(nommes);
        aConnaitre = false;
    }

    /** Le fichier dont viennent les fiches qui suivent. */
    public void fichier(String nom) {
        if (!nom.equals(fichier)) {
            fichier = nom;
            // Une livraison inchangée ne pose rien : c'est ce qui dit qu'on la lit encore.
            depot.vider();
        }
    }

    /** L'établissement que désigne ce numéro de structure, pour les classes qui suivent. */
    public void structure(String numero, String uai) {
        uais.put(numero, uai);
    }

    /** Un établissement, et ce que la source en avait dit la dernière fois, s'il est connu. */
    public void etablissement(EtablissementDeSource dit, @Nullable EtablissementDeSource avant, int ligne) {
        if (!etablissementsLus.ajouter(dit.numero())) {
            refuser(CodeRemarque.NUMERO_EN_DOUBLE, fichier, ligne, Sorte.ETABLISSEMENT, dit.numero());
        } else {
            comparaison.etablissement(dit, avant, new Origine(fichier, ligne));
        }
    }

    @Override
    public void eleve(EleveLu eleve, int ligne) {
        if (!classesApres) {
            comparerLesEleves();
        }
        if (!savoir.eleves().lire(eleve.numero())) {
            refuser(CodeRemarque.NUMERO_EN_DOUBLE, fichier, ligne, Sorte.ELEVE, eleve.numero());
            return;
        }
        LocalDate sortie = eleve.sortieLe();
        if (sortie != null && !sortie.isAfter(aujourdhui)) {
            sortis.ajouter(eleve.numero());
        }
        enAttente.put(
                eleve.numero(),
                new EnAttente(eleve, new Origine(fichier, ligne), new ArrayList<>(), new ArrayList<>()));
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

    /** Les places d'un élève dont les différences ne disent rien : il les garde. */
    public void places(String eleve, List<Place> gardees) {
        EnAttente sien = enAttente.get(eleve);
        if (sien != null) {
            sien.gardees().addAll(gardees);
        }
    }

    /** Des différences effacent un établissement, qui reste connu ; faux si la source ne l'a jamais dit. */
    public boolean retirerUnEtablissement(@Nullable EtablissementDeSource avant, int ligne) {
        if (avant == null) {
            return false;
        }
        comparaison.retirerUnEtablissement(avant, new Origine(fichier, ligne));
        return true;
    }

    @Override
    public void personne(PersonneLue lue, int ligne) {
        comparerLesEleves();
        if (!savoir.personnes().lire(lue.numero())) {
            refuser(CodeRemarque.NUMERO_EN_DOUBLE, fichier, ligne, Sorte.PERSONNE, lue.numero());
            return;
        }
        comparaison.personne(lue, new Origine(fichier, ligne));
    }

    @Override
    public void lien(LienLu lien, int ligne) {
        comparerLesEleves();
        boolean eleveConnu = savoir.eleves().existe(lien.eleve())
                && !sansEtablissement.contient(lien.eleve())
                && !differences.eleveRetire(lien.eleve());
        if (!eleveConnu
                || !savoir.personnes().existe(lien.personne())
                || differences.personneRetiree(lien.personne())) {
            refuser(
                    eleveConnu ? CodeRemarque.PERSONNE_INCONNUE : CodeRemarque.ELEVE_INCONNU,
                    fichier,
                    ligne,
                    Sorte.LIEN,
                    lien.eleve() + " / " + lien.personne(),
                    eleveConnu ? lien.personne() : lien.eleve());
            return;
        }
        // Qui est sorti n'a plus de responsable ici : ce qu'on en savait part, ce qu'on n'en savait pas n'arrive pas.
        if (sortis.contient(lien.eleve())) {
            comptage.inchange(Sorte.LIEN);
            return;
        }
        comparaison.lien(lien, new Origine(fichier, ligne));
    }

    @Override
    public void remarque(Remarque remarque) {
        depot.remarque(remarque);
        String numero = remarque.numero();
        Sorte sorte = remarque.sorte();
        if (numero == null || sorte == null || remarque.code().portee() != Portee.LIGNE) {
            return;
        }
        savoir.garder(sorte, numero, sortis::contient);
    }

    /** Une ligne gardée par le lecteur, refusée à la comparaison. */
    public void refuser(
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

    /** Pose tout ce qui attend. */
    void deposer() {
        if (aConnaitre) {
            throw new IllegalStateException("Rien n'a été lu de ce que la livraison " + id + " compare.");
        }
        comparerLesEleves();
        depot.vider();
    }

    Annonce annonce() {
        return annonce;
    }

    /** Le numéro que cette valeur est dans le périmètre de la livraison. */
    Numero numero(String valeur) {
        return new Numero(annonce.source(), annonce.perimetre(), valeur);
    }

    /** Ce que des différences effacent. */
    public Differences differences() {
        return differences;
    }

    /** Un lien attend d'être retiré. */
    void attend() {
        comptage.attend();
    }

    Savoir savoir() {
        return savoir;
    }

    DepotDesEcarts depot() {
        return depot;
    }

    /** Ce que sont devenues toutes les lignes ; les écarts se comptent en base, où ils sont. */
    Compteurs compteurs(Bilan bilan, List<EcartMapper.Compte> comptes) {
        return comptage.compteurs(bilan, comptes, savoir.liens().enTout());
    }

    private void comparerLesEleves() {
        enAttente.values().forEach(this::comparer);
        enAttente.clear();
    }

    private void comparer(EnAttente attendu) {
        EleveLu lu = attendu.lu();
        List<Place> places = placesDe(attendu);
        boolean connu = savoir.eleves().place(lu.numero()) != Connus.INCONNU;
        // Des différences peuvent corriger le nom d'un élève connu qui n'est plus nulle part.
        if (places.isEmpty() && !(connu && annonce.nature() == NatureLivraison.DELTA)) {
            if (!connu) {
                sansEtablissement.ajouter(lu.numero());
            }
            Origine ou = attendu.origine();
            refuser(CodeRemarque.ELEVE_SANS_ETABLISSEMENT, ou.fichier(), ou.ligne(), Sorte.ELEVE, lu.numero());
            return;
        }
        comparaison.eleve(lu, places, attendu.places().size(), sortis.contient(lu.numero()), attendu.origine());
    }

    /** SIECLE ne parle que de son établissement : l'élève y est, qu'une classe soit dite ou non. */
    private List<Place> placesDe(EnAttente attendu) {
        if (!attendu.places().isEmpty()) {
            return attendu.places();
        }
        return classesApres ? List.of(new Place(annonce.perimetre(), null)) : attendu.gardees();
    }
}
