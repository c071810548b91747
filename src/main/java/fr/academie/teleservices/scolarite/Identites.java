package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ce que des sources nomment : élèves, personnes, et qui est responsable de qui. Un import le lit en entier pour le comparer, puis l'écrit
 * par lots, dans ses transactions. Voir la décision 017.
 */
@Singleton
public final class Identites {

    private final Transactions transactions;
    private final ImportMapper identites;

    @Inject
    public Identites(Transactions transactions) {
        this.transactions = transactions;
        this.identites = transactions.mapper(ImportMapper.class);
    }

    /**
     * Un numéro connu.
     *
     * @param id celui de l'identité
     * @param lieId l'élève ; ou le compte d'une personne, nul si elle n'en a pas
     * @param empreinte de ce que la source en a dit la dernière fois ; nulle si l'on ne sait pas
     */
    public record Connu(
            long id,
            String numero,
            @Nullable Long lieId,
            @Nullable Long empreinte,
            boolean disparu) {}

    /** « Cette identité est responsable de cet élève. » */
    public record Constat(long identiteId, long eleveId, NiveauResponsabilite niveau, LienParente lien) {}

    /** De même, et le compte qui porte ce lien aujourd'hui ; nul s'il n'y en a pas. */
    public record Porte(
            long identiteId,
            long eleveId,
            NiveauResponsabilite niveau,
            LienParente lien,
            @Nullable Long responsableId) {}

    /** Un élève connu d'une source, tel qu'il est. */
    public record EleveConnu(
            String numero, long eleveId, @Nullable String ine, String nom, String prenom, LocalDate naissance) {}

    /** Une personne connue d'une source, telle que celle-ci l'a dite. */
    public record PersonneConnue(
            long id,
            String numero,
            @Nullable Long responsableId,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            @Nullable String prenom) {}

    /** Un constat, par les numéros de sa source. */
    public record LienConnu(String eleve, String personne, NiveauResponsabilite niveau, LienParente lien) {}

    /** Un élève, quelle que soit la source. */
    public record Semblable(long id, String nom, String prenom, LocalDate naissance) {}

    /** Un numéro d'un élève. */
    public record NumeroDEleve(
            long eleveId,
            String source,
            String perimetre,
            String numero,
            @Nullable String ine) {}

    /** Un compte ouvert qui a, ou a eu, un lien avec cet élève. */
    public record ResponsableDEleve(
            long eleveId,
            long id,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom) {}

    /**
     * Un numéro d'un compte.
     *
     * @param disparu vrai si sa source ne le nomme plus
     */
    public record NumeroDeCompte(long responsableId, String source, String perimetre, String numero, boolean disparu) {}

    /** Une personne par son numéro ; {@code responsableId} est nul si elle n'a pas de compte. */
    public record PersonneNommee(
            String numero, long identiteId, @Nullable Long responsableId) {}

    /** Les élèves de ces identités. */
    public List<EleveConnu> eleves(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.elevesDesIdentites(ids);
    }

    /** Les personnes de ces identités. */
    public List<PersonneConnue> personnes(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.personnesDesIdentites(ids);
    }

    /** Ce que la source a dit des personnes de ces identités. */
    public List<PersonneDite> personnesDites(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.personnesDites(ids);
    }

    /** De même, par leurs numéros dans ce périmètre. */
    public List<PersonneDite> personnesDites(Perimetre perimetre, Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.personnesDitesParNumero(perimetre, numeros);
    }

    /** Les élèves de ces numéros, tels qu'ils sont. */
    public List<EleveConnu> elevesConnus(Perimetre perimetre, Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.elevesConnus(perimetre, numeros);
    }

    /** Où sont aujourd'hui ces élèves, parmi les établissements du périmètre. */
    public Map<Long, List<Place>> places(Perimetre perimetre, Collection<Long> eleves) {
        return eleves.isEmpty() ? Map.of() : parEleve(identites.places(perimetre, eleves));
    }

    /** De même, sauf là où SIECLE dit encore qu'ils sont : ce qu'ils quittent si le périmètre ne les nomme plus. */
    public Map<Long, List<Place>> aQuitter(Perimetre perimetre, Collection<Long> eleves) {
        return eleves.isEmpty() ? Map.of() : parEleve(identites.aQuitterPar(perimetre, eleves));
    }

    private static Map<Long, List<Place>> parEleve(List<ImportMapper.EtablissementDEleve> lignes) {
        return lignes.stream()
                .collect(Collectors.groupingBy(
                        ImportMapper.EtablissementDEleve::eleveId,
                        Collectors.mapping(p -> new Place(p.uai(), p.classe()), Collectors.toList())));
    }

    /** Ces constats (identité, élève), par les numéros qu'un périmètre leur donne. */
    public List<LienConnu> liens(Perimetre perimetre, Collection<Constat> constats) {
        return constats.isEmpty() ? List.of() : identites.liensDesConstats(perimetre, enJson(constats));
    }

    /** Faux tant que la base n'a aucun élève : personne ne peut s'y reconnaître. */
    public boolean connaitDesEleves() {
        return identites.connaitDesEleves();
    }

    /**
     * Les élèves, quelle que soit la source, qu'un de ces traits peut désigner ; il peut y en avoir de trop.
     *
     * @param naissances les jours cherchés dans chaque établissement
     */
    public Set<Long> semblables(Collection<String> ines, Map<String, ? extends Collection<LocalDate>> naissances) {
        Set<Long> ids = new LinkedHashSet<>();
        if (!ines.isEmpty()) {
            ids.addAll(identites.semblablesParIne(ines));
        }
        if (!naissances.isEmpty()) {
            ids.addAll(identites.semblablesParNaissance(naissances));
        }
        return ids;
    }

    /** Ceux à qui SIECLE donne un de ces numéros dans cet établissement. */
    public List<Long> parNumeroDeSiecle(String uai, Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.semblablesParNumero(uai, numeros);
    }

    /** Ce qu'on sait de ces élèves. */
    public List<Semblable> semblables(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.semblables(ids);
    }

    /** Tous leurs numéros. */
    public List<NumeroDEleve> numeros(Collection<Long> eleves) {
        return eleves.isEmpty() ? List.of() : identites.numerosDesEleves(eleves);
    }

    /** Les établissements où chacun est ou a été inscrit. */
    public Map<Long, Set<String>> etablissements(Collection<Long> eleves) {
        return eleves.isEmpty()
                ? Map.of()
                : identites.etablissementsDesEleves(eleves).stream()
                        .collect(Collectors.groupingBy(
                                ImportMapper.EtablissementDEleve::eleveId,
                                Collectors.mapping(ImportMapper.EtablissementDEleve::uai, Collectors.toSet())));
    }

    /** Les comptes ouverts qui ont, ou ont eu, un lien avec ces élèves. */
    public List<ResponsableDEleve> responsables(Collection<Long> eleves) {
        return eleves.isEmpty() ? List.of() : identites.responsables(eleves);
    }

    /** Tous les numéros de ces comptes. */
    public List<NumeroDeCompte> numerosDesComptes(Collection<Long> comptes) {
        return comptes.isEmpty() ? List.of() : identites.numerosDesComptes(comptes);
    }

    /** Les personnes de ces numéros ; qui n'est pas connu n'est pas rendu. */
    public List<PersonneNommee> personnes(Perimetre perimetre, Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.personnesNommees(perimetre, numeros);
    }

    /** Les constats dont l'élève ou la personne n'est plus nommé depuis {@code avant}, {@code combien} au plus. */
    public List<Porte> constatsDisparus(String source, Instant avant, Collection<String> saufPerimetres, int combien) {
        return identites.constatsDisparus(source, avant, saufPerimetres, combien);
    }

    /** Ajoute des personnes ; leurs comptes sont verrouillés et ouverts, dans la transaction de l'appelant. */
    public void ajouterDesPersonnes(Perimetre perimetre, List<PersonneDeSource> personnes) {
        transactions.parPaquets(
                ImportMapper.class,
                "nommerUnePersonne",
                personnes.stream()
                        .map(i -> Map.of("p", perimetre, "i", i, "c", i.cles()))
                        .toList());
    }

    /** Ce que la source dit maintenant de personnes connues ; leur compte reste. Dans la transaction de l'appelant. */
    public void changerDesPersonnes(Perimetre perimetre, List<PersonneDeSource> personnes) {
        transactions.parPaquets(
                ImportMapper.class,
                "changerUnePersonne",
                personnes.stream().map(i -> Map.of("p", perimetre, "i", i)).toList());
    }

    /** La source ne nomme plus ces personnes ; dans la transaction de l'appelant. */
    public void oublierDesPersonnes(Perimetre perimetre, Collection<String> numeros, Instant le) {
        if (!numeros.isEmpty()) {
            identites.oublierDesPersonnes(perimetre, numeros, le);
        }
    }

    /** Écrit des constats ; un constat connu garde le compte qui le porte. Les comptes sont verrouillés, dans la transaction de l'appelant. */
    public void dire(List<Porte> constats) {
        transactions.ajouterParPaquets(ImportMapper.class, "direUn", "redireUn", constats);
    }

    /** Efface des constats ; les comptes qui les portent sont verrouillés, dans la transaction de l'appelant. */
    public void taire(Collection<Constat> constats) {
        if (!constats.isEmpty()) {
            identites.taire(enJson(constats));
        }
    }

    /** Une personne et le compte qui porte tous les constats qui lui restent, alors qu'elle en nomme un autre. */
    public record Suite(long identiteId, long deId, long versId) {}

    /**
     * Les comptes qui portent un constat de ces personnes, et ceux qu'elles nomment : à verrouiller avant de taire, puis de faire suivre.
     */
    public Set<Long> comptesDe(Collection<Long> personnes) {
        return personnes.isEmpty() ? Set.of() : identites.comptesDe(personnes);
    }

    /**
     * Fait suivre les personnes dont tous les constats ont quitté le compte qu'elles nomment : un import a emporté les derniers qu'une rupture
     * y avait laissés. Qui n'a plus aucun constat ne bouge pas. Les comptes sont verrouillés, dans la transaction de l'appelant.
     *
     * @return celles qui ont suivi
     */
    public List<Suite> suivre(Collection<Long> personnes) {
        List<Suite> suites = personnes.isEmpty() ? List.of() : identites.suites(personnes);
        suites.forEach(suite -> identites.suivre(suite.identiteId(), suite.versId()));
        return suites;
    }

    private static String enJson(Collection<Constat> constats) {
        JsonArrayBuilder couples = FabriqueJson.tableau();
        constats.forEach(
                c -> couples.add(FabriqueJson.tableau().add(c.identiteId()).add(c.eleveId())));
        return couples.build().toString();
    }
}
