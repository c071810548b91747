package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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

    /** Un numéro d'un compte. */
    public record NumeroDeCompte(long responsableId, String source, String perimetre, String numero) {}

    /** Une personne par son numéro ; {@code responsableId} est nul si elle n'a pas de compte. */
    public record PersonneNommee(
            String numero, long identiteId, @Nullable Long responsableId) {}

    /** Un élève par son numéro. */
    public record EleveNomme(String numero, long eleveId) {}

    /** Tous les élèves d'un périmètre, un à un ; rien d'autre ne se lit en base pendant ce temps. */
    public void chaqueEleve(Perimetre perimetre, Consumer<Connu> geste) {
        transactions.executer(() -> identites.eleves(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Toutes les personnes d'un périmètre, de même. */
    public void chaquePersonne(Perimetre perimetre, Consumer<Connu> geste) {
        transactions.executer(() -> identites.personnes(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Tous les constats d'un périmètre, de même. */
    public void chaqueConstat(Perimetre perimetre, Consumer<Constat> geste) {
        transactions.executer(() -> identites.constats(perimetre, lu -> geste.accept(lu.getResultObject())));
    }

    /** Les élèves de ces identités. */
    public List<EleveConnu> eleves(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.elevesDesIdentites(ids);
    }

    /** Les personnes de ces identités. */
    public List<PersonneConnue> personnes(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.personnesDesIdentites(ids);
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

    /** Les élèves de ces numéros ; qui n'est pas connu n'est pas rendu. */
    public List<EleveNomme> eleves(Perimetre perimetre, Collection<String> numeros) {
        return numeros.isEmpty() ? List.of() : identites.elevesNommes(perimetre, numeros);
    }

    /** Crée ou change ces élèves, les nomme, les inscrit ; dans la transaction de l'appelant. */
    public void ecrireDesEleves(Perimetre perimetre, List<EleveDeSource> eleves, Instant le) {
        if (eleves.isEmpty()) {
            return;
        }
        LocalDate jour = LocalDate.ofInstant(le, ZoneOffset.UTC);
        List<EleveDeSource> nouveaux =
                eleves.stream().filter(e -> e.eleveId() == null).toList();
        List<EleveDeSource> nommes = new ArrayList<>();
        if (!nouveaux.isEmpty()) {
            List<Long> ids = identites.creerDesEleves(nouveaux);
            for (int i = 0; i < ids.size(); i++) {
                nommes.add(nouveaux.get(i).sous(ids.get(i)));
            }
        }
        for (EleveDeSource eleve : eleves) {
            if (eleve.eleveId() != null) {
                identites.changerUnEleve(eleve);
                nommes.add(eleve);
            }
        }
        identites.nommerDesEleves(perimetre, nommes);
        for (EleveDeSource eleve : nommes) {
            inscrire(Objects.requireNonNull(eleve.eleveId()), eleve.inscriptions(), jour);
        }
    }

    private void inscrire(long eleveId, List<Place> places, LocalDate jour) {
        for (Place place : places) {
            if (identites.changerLInscription(eleveId, place.uai(), place.classe()) == 0) {
                identites.inscrire(eleveId, place.uai(), place.classe(), jour);
            }
            identites.changerLaClasse(eleveId, place.uai(), place.classe());
        }
        changerDePrincipale(eleveId);
    }

    /** Fait sortir un élève de cet établissement ; sans effet s'il n'y est pas. Dans la transaction de l'appelant. */
    public void sortir(long eleveId, String uai, LocalDate le) {
        if (identites.sortir(eleveId, uai, le) > 0) {
            changerDePrincipale(eleveId);
        }
    }

    private void changerDePrincipale(long eleveId) {
        ImportMapper.EtablissementDEleve autre = identites.autrePrincipale(eleveId);
        if (autre != null) {
            identites.changerLaPrincipale(eleveId, autre.uai(), autre.classe());
        }
    }

    /** La source ne nomme plus ces élèves ; dans la transaction de l'appelant. */
    public void oublierDesEleves(Perimetre perimetre, Collection<String> numeros, Instant le) {
        if (!numeros.isEmpty()) {
            identites.oublierDesEleves(perimetre, numeros, le);
        }
    }

    /** Ajoute des personnes ; leurs comptes sont verrouillés et ouverts, dans la transaction de l'appelant. */
    public void ajouterDesPersonnes(Perimetre perimetre, List<PersonneDeSource> personnes) {
        if (!personnes.isEmpty()) {
            identites.nommerDesPersonnes(perimetre, personnes);
        }
    }

    /** Ce que la source dit maintenant d'une personne connue ; son compte reste. Dans la transaction de l'appelant. */
    public void changerUnePersonne(Perimetre perimetre, PersonneDeSource personne) {
        identites.changerUnePersonne(perimetre, personne);
    }

    /** La source ne nomme plus ces personnes ; dans la transaction de l'appelant. */
    public void oublierDesPersonnes(Perimetre perimetre, Collection<String> numeros, Instant le) {
        if (!numeros.isEmpty()) {
            identites.oublierDesPersonnes(perimetre, numeros, le);
        }
    }

    /** Ceux de ces constats qui existent, et qui les porte. */
    public List<Porte> portes(Collection<Constat> constats) {
        return constats.isEmpty() ? List.of() : identites.portes(enJson(constats));
    }

    /** Écrit des constats ; un constat connu garde le compte qui le porte. Les comptes sont verrouillés, dans la transaction de l'appelant. */
    public void dire(List<Porte> constats) {
        if (!constats.isEmpty()) {
            identites.dire(constats);
        }
    }

    /** Efface des constats ; les comptes qui les portent sont verrouillés, dans la transaction de l'appelant. */
    public void taire(Collection<Constat> constats) {
        if (!constats.isEmpty()) {
            identites.taire(enJson(constats));
        }
    }

    private static String enJson(Collection<Constat> constats) {
        JsonArrayBuilder couples = FabriqueJson.tableau();
        constats.forEach(
                c -> couples.add(FabriqueJson.tableau().add(c.identiteId()).add(c.eleveId())));
        return couples.build().toString();
    }
}
