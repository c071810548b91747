package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.compte.CreationDeComptes.ACreer;
import fr.academie.teleservices.compte.CreationDeComptes.Fait;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.compte.NouveauCompte;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.PersonneDite;
import fr.academie.teleservices.socle.config.ReglesDImport.Comptes;
import fr.academie.teleservices.socle.json.FabriqueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Les comptes qu'un import de l'annuaire fait aux personnes qui n'en ont pas, à l'état CREE et sans mot de passe : leur établissement leur
 * fera un courrier. Un foyer ou un service n'en a pas, ni qui n'est responsable d'aucun élève ; une personne que SIECLE nomme attend que son
 * établissement lui en fasse un. Source : DOMAIN §4.
 */
final class ComptesDImport {

    private final Comptes regle;
    private final CreationDeComptes creations;
    private final JournalService journal;

    ComptesDImport(Comptes regle, CreationDeComptes creations, JournalService journal) {
        this.regle = regle;
        this.creations = creations;
        this.journal = journal;
    }

    /** Vrai si cette livraison fait des comptes. */
    boolean enFait(LotAppliquable lot) {
        return regle == Comptes.CREER && lot.livraison().source() == Source.AAF;
    }

    /**
     * Fait un compte à chacune de ces personnes, dans la transaction du lot.
     *
     * @param personnes avec un prénom ; sans compte, et que l'on n'a reconnues dans aucun
     * @return leurs comptes, par numéro de la source
     */
    Map<String, Long> faire(LotAppliquable lot, List<PersonneDite> personnes) {
        List<Fait> faits = creations.creerEnNombre(
                personnes.stream().map(ComptesDImport::aCreer).toList());
        Map<String, Long> comptes = new LinkedHashMap<>();
        List<LigneJournal> lignes = new ArrayList<>();
        for (int i = 0; i < faits.size(); i++) {
            Fait fait = faits.get(i);
            comptes.put(personnes.get(i).numero(), fait.id());
            lignes.add(new LigneJournal(
                    lot.le(),
                    ActionJournal.CREATION,
                    fait.id(),
                    lot.auteur(),
                    FabriqueJson.objet()
                            .add("compte", fait.identifiant().valeur())
                            .add("livraison", lot.id())
                            .build()
                            .toString()));
        }
        if (!faits.isEmpty()) {
            // Les liens viendront : dits tout de suite, cette ligne ne change plus.
            lot.retenus()
                    .comptes(faits.stream()
                            .map(fait -> new CompteChange(fait.id(), true, true, false, false))
                            .toList());
            journal.ajouter(lignes);
        }
        return comptes;
    }

    private static ACreer aCreer(PersonneDite dite) {
        return new ACreer(
                new NouveauCompte(
                        dite.civilite(),
                        new Identite(dite.nomFamille(), dite.nomUsage(), Objects.requireNonNull(dite.prenom())),
                        dite.mail(),
                        dite.telephonePortable()),
                dite.adresse(),
                dite.codePostal(),
                dite.commune());
    }
}
