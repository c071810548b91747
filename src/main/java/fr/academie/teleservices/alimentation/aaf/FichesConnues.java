package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.aaf.FicheAaf.Operation;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.scolarite.EtablissementDeSource;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.EleveConnu;
import fr.academie.teleservices.scolarite.Perimetre;
import fr.academie.teleservices.scolarite.PersonneDite;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Les fiches que des différences modifient, telles que la source les a laissées : une modification ne dit que ce qui change. Un nom ou un
 * prénom ne s'efface pas : la traduction l'a déjà écarté.
 */
final class FichesConnues {

    private final Perimetre perimetre;
    private final Identites identites;
    private final Map<String, String> remplaces = new HashMap<>();
    private final Map<String, EtablissementDeSource> dits = new HashMap<>();
    private final Map<String, PersonneDite> personnes = new HashMap<>();
    private final Map<String, EleveConnu> eleves = new HashMap<>();
    private final Map<Long, List<Place>> places = new HashMap<>();

    FichesConnues(Perimetre perimetre, Identites identites, EtablissementsDeSource etablissements) {
        this.perimetre = perimetre;
        this.identites = identites;
        remplaces.putAll(etablissements.remplaces());
        etablissements.connus(perimetre).forEach(dit -> dits.put(dit.numero(), dit));
    }

    /** Lit, d'un coup, celles que ces demandes modifient. */
    void lire(List<FicheAaf> demandes) {
        personnes.clear();
        eleves.clear();
        places.clear();
        identites
                .personnesDites(perimetre, modifiees(demandes, Categorie.PERSONNE))
                .forEach(dite -> personnes.put(dite.numero(), dite));
        identites
                .elevesConnus(perimetre, modifiees(demandes, Categorie.ELEVE))
                .forEach(dit -> eleves.put(dit.numero(), dit));
        places.putAll(identites.places(
                perimetre, eleves.values().stream().map(EleveConnu::eleveId).toList()));
    }

    private static List<String> modifiees(List<FicheAaf> demandes, Categorie categorie) {
        return demandes.stream()
                .filter(d -> d.categorie() == categorie && d.operation() == Operation.MODIFICATION)
                .map(FicheAaf::id)
                .toList();
    }

    /** Les établissements déjà nommés : leur UAI d'aujourd'hui, par numéro. */
    Map<String, String> structures() {
        Map<String, String> structures = new HashMap<>();
        dits.forEach((numero, dit) -> structures.put(numero, courante(dit.uai())));
        return structures;
    }

    /** L'UAI où cet établissement a abouti, s'il a été fondu dans un autre. */
    String courante(String uai) {
        return remplaces.getOrDefault(uai, uai);
    }

    /** L'établissement tel que la source l'a dit la dernière fois ; nul s'il n'est pas connu. */
    @Nullable
    EtablissementDeSource etablissement(String numero) {
        return dits.get(numero);
    }

    /** Ce qu'il devient ; nul s'il n'est pas connu. */
    @Nullable
    EtablissementDeSource etablissement(ChangementAaf c) {
        EtablissementDeSource avant = dits.get(c.numero());
        return avant == null
                ? null
                : new EtablissementDeSource(
                        avant.numero(),
                        avant.uai(),
                        exige(c, Champ.NOM_D_ETABLISSEMENT, avant.nom()),
                        valeur(c, Champ.COMMUNE, avant.commune()),
                        avant.nature());
    }

    /** Ce que devient une personne ; nulle si elle n'est pas connue. */
    @Nullable
    PersonneLue personne(ChangementAaf c) {
        PersonneDite avant = personnes.get(c.numero());
        if (avant == null) {
            return null;
        }
        String nom = exige(c, Champ.NOM, avant.nomFamille());
        return new PersonneLue(
                avant.numero(),
                valeur(c, Champ.CIVILITE, avant.civilite()),
                nom,
                usage(nom, valeur(c, Champ.NOM_D_USAGE, avant.nomUsage())),
                valeur(c, Champ.PRENOM, avant.prenom()),
                valeur(c, Champ.MAIL, avant.mail()),
                valeur(c, Champ.PORTABLE, avant.telephonePortable()),
                valeur(c, Champ.VOIE, avant.adresse()),
                valeur(c, Champ.CODE_POSTAL, avant.codePostal()),
                valeur(c, Champ.COMMUNE, avant.commune()));
    }

    /** Ce que devient un élève ; nul s'il n'est pas connu. */
    @Nullable
    EleveLu eleve(ChangementAaf c) {
        EleveConnu avant = eleves.get(c.numero());
        if (avant == null) {
            return null;
        }
        String nom = exige(c, Champ.NOM, avant.nom());
        return new EleveLu(
                avant.numero(),
                valeur(c, Champ.NUMERO, null),
                valeur(c, Champ.INE, avant.ine()),
                nom,
                usage(nom, valeur(c, Champ.NOM_D_USAGE, null)),
                exige(c, Champ.PRENOM, avant.prenom()),
                LocalDate.parse(exige(c, Champ.NAISSANCE, avant.naissance().toString())),
                null);
    }

    /**
     * Où est aujourd'hui un élève connu, dans ce périmètre.
     *
     * @param avecLeursClasses faux si la source vient de les effacer
     */
    List<Place> places(String numero, boolean avecLeursClasses) {
        EleveConnu dit = eleves.get(numero);
        List<Place> siennes = dit == null ? List.of() : places.getOrDefault(dit.eleveId(), List.of());
        return avecLeursClasses
                ? siennes
                : siennes.stream().map(place -> new Place(place.uai(), null)).toList();
    }

    private static @Nullable String usage(String nom, @Nullable String usage) {
        return usage == null || Identite.normaliser(usage).equals(Identite.normaliser(nom)) ? null : usage;
    }

    private static @Nullable String valeur(ChangementAaf changement, Champ champ, @Nullable String avant) {
        return changement.champs().containsKey(champ) ? changement.champs().get(champ) : avant;
    }

    private static String exige(ChangementAaf changement, Champ champ, String avant) {
        return Objects.requireNonNullElse(changement.champs().get(champ), avant);
    }
}
