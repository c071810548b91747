package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEtablissement;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.scolarite.EtablissementDeSource;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compare chaque fiche à ce qu'on en sait : inchangée, elle ne coûte qu'une recherche en mémoire ; sinon elle devient un écart, posé en base.
 */
final class Comparaison {

    private final Savoir savoir;
    private final DepotDesEcarts depot;
    private final Comptage comptage;
    private final ToIntFunction<PersonneLue> part;

    /** @param part celle de chaque personne, où sera son rang */
    Comparaison(Savoir savoir, DepotDesEcarts depot, Comptage comptage, ToIntFunction<PersonneLue> part) {
        this.savoir = savoir;
        this.depot = depot;
        this.comptage = comptage;
        this.part = part;
    }

    /** Un établissement, contre ce que la source en avait dit la dernière fois. */
    void etablissement(EtablissementDeSource dit, @Nullable EtablissementDeSource avant, Origine origine) {
        if (dit.equals(avant)) {
            comptage.inchange(Sorte.ETABLISSEMENT);
        } else {
            depot.etablissement(ecart(avant == null ? Ecart.NOUVEAU : Ecart.CHANGE, dit, origine));
        }
    }

    /** La source n'en parle plus. */
    void retirerUnEtablissement(EtablissementDeSource avant, Origine origine) {
        comptage.retire(Sorte.ETABLISSEMENT);
        depot.etablissement(ecart(Ecart.PARTI, avant, origine));
    }

    private EcartEtablissement ecart(Ecart ecart, EtablissementDeSource dit, Origine origine) {
        return new EcartEtablissement(
                depot.rang(),
                ecart,
                origine.fichier(),
                origine.ligne(),
                dit.numero(),
                dit.uai(),
                dit.nom(),
                dit.commune(),
                dit.nature());
    }

    /** Où une fiche commence. */
    record Origine(String fichier, int ligne) {}

    /**
     * Un élève et ses places.
     *
     * @param classes combien de lignes les ont dites
     * @param sorti vrai s'il est parti au jour de la livraison : un élève sorti qu'on ne connaît pas n'arrive pas
     */
    void eleve(EleveLu lu, List<Place> places, int classes, boolean sorti, Origine origine) {
        Connus eleves = savoir.eleves();
        long empreinte = empreinte(lu, places, sorti);
        int place = eleves.place(lu.numero());
        boolean connu = place != Connus.INCONNU;
        if (connu ? eleves.inchange(place, empreinte) : sorti) {
            comptage.inchange(Sorte.ELEVE);
            comptage.inchanges(Sorte.CLASSE, classes);
            return;
        }
        Ecart ecart = connu ? Ecart.CHANGE : Ecart.NOUVEAU;
        comptage.classes(ecart, classes);
        depot.eleve(new EcartEleve(
                depot.rang(),
                ecart,
                origine.fichier(),
                origine.ligne(),
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

    void personne(PersonneLue lue, Origine origine) {
        Connus personnes = savoir.personnes();
        int place = personnes.place(lue.numero());
        boolean connue = place != Connus.INCONNU;
        long empreinte = empreinte(lue);
        if (connue && personnes.inchange(place, empreinte)) {
            comptage.inchange(Sorte.PERSONNE);
            return;
        }
        long compte = connue ? personnes.lie(place) : Connus.AUCUN;
        depot.personne(new EcartPersonne(
                depot.rang(part.applyAsInt(lue)),
                connue ? Ecart.CHANGE : Ecart.NOUVEAU,
                origine.fichier(),
                origine.ligne(),
                lue.numero(),
                connue ? personnes.id(place) : null,
                compte == Connus.AUCUN ? null : compte,
                null,
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

    /** Un lien entre un élève et une personne qui existent tous deux ; le même peut revenir, plus fort : il remplace le premier. */
    void lien(LienLu lien, Origine origine) {
        LiensConnus liens = savoir.liens();
        int place = savoir.placeDuLien(lien.eleve(), lien.personne());
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
                depot.rang(),
                ecart,
                origine.fichier(),
                origine.ligne(),
                lien.eleve(),
                lien.personne(),
                lien.niveau(),
                lien.parente()));
    }

    private static long empreinte(EleveLu lu, List<Place> places, boolean sorti) {
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
