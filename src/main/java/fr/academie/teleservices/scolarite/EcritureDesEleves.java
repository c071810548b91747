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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Les élèves que des sources nomment, et où elles les inscrivent : ce qu'un import en écrit, par lots, dans ses transactions. */
@Singleton
public final class EcritureDesEleves {

    private final Transactions transactions;
    private final ImportMapper inscriptions;

    @Inject
    public EcritureDesEleves(Transactions transactions) {
        this.transactions = transactions;
        this.inscriptions = transactions.mapper(ImportMapper.class);
    }

    /** Crée ou change ces élèves, les nomme, les inscrit ; dans la transaction de l'appelant. */
    public void ecrire(Perimetre perimetre, List<EleveDeSource> eleves, Instant le) {
        if (eleves.isEmpty()) {
            return;
        }
        List<EleveDeSource> connus =
                eleves.stream().filter(e -> e.eleveId() != null).toList();
        transactions.parPaquets(
                ImportMapper.class,
                "changerUnEleve",
                connus.stream().map(e -> Map.of("e", e)).toList());
        List<EleveDeSource> crees =
                creer(eleves.stream().filter(e -> e.eleveId() == null).toList());
        nommer("renommerUnEleve", perimetre, connus);
        nommer("nommerUnEleve", perimetre, crees);
        LocalDate jour = LocalDate.ofInstant(le, ZoneOffset.UTC);
        // La place principale d'un élève créé l'est avec lui.
        inscrire(Stream.concat(
                        connus.stream().flatMap(e -> passages(e, jour)),
                        crees.stream().filter(e -> e.inscriptions().size() > 1).flatMap(e -> passages(e, jour)))
                .toList());
    }

    private void nommer(String instruction, Perimetre perimetre, List<EleveDeSource> eleves) {
        transactions.parPaquets(
                ImportMapper.class,
                instruction,
                eleves.stream().map(e -> Map.of("p", perimetre, "e", e)).toList());
    }

    private List<EleveDeSource> creer(List<EleveDeSource> nouveaux) {
        if (nouveaux.isEmpty()) {
            return List.of();
        }
        JsonArrayBuilder lignes = FabriqueJson.tableau();
        for (EleveDeSource nouveau : nouveaux) {
            Place principale = nouveau.inscriptions().get(0);
            JsonArrayBuilder ligne = FabriqueJson.tableau()
                    .add(Objects.requireNonNull(nouveau.nom()))
                    .add(Objects.requireNonNull(nouveau.prenom()))
                    .add(nouveau.naissance().toString())
                    .add(principale.uai());
            lignes.add(principale.classe() == null ? ligne : ligne.add(principale.classe()));
        }
        List<Long> ids = inscriptions.creerDesEleves(lignes.build().toString());
        return IntStream.range(0, ids.size())
                .mapToObj(i -> nouveaux.get(i).sous(ids.get(i)))
                .toList();
    }

    /** Un élève, une de ses places, et le jour où il y entre ou en sort. */
    public record Passage(long eleveId, Place place, LocalDate le) {}

    private static Stream<Passage> passages(EleveDeSource eleve, LocalDate le) {
        long id = Objects.requireNonNull(eleve.eleveId());
        return eleve.inscriptions().stream().map(place -> new Passage(id, place, le));
    }

    private void inscrire(List<Passage> entrees) {
        if (!entrees.isEmpty()) {
            String places = placesEnJson(entrees);
            inscriptions.changerLesInscriptions(places);
            inscriptions.inscrire(places);
            inscriptions.changerLesClasses(places);
            changerDePrincipale(entrees);
        }
    }

    /** Fait sortir des élèves d'établissements ; sans effet pour qui n'y est pas. Dans la transaction de l'appelant. */
    public void sortir(List<Passage> sorties) {
        if (!sorties.isEmpty()) {
            inscriptions.sortir(placesEnJson(sorties));
            changerDePrincipale(sorties);
        }
    }

    /**
     * Ces élèves ne sont plus, dans ce périmètre, qu'aux établissements où la source les inscrit : les autres qu'elle nomme les voient
     * sortir, sauf celui que SIECLE dit encore le leur. Dans la transaction de l'appelant.
     */
    public void quitterLesAutres(Perimetre perimetre, Collection<EleveDeSource> eleves, LocalDate le) {
        List<EleveDeSource> connus = eleves.stream()
                .filter(e -> e.eleveId() != null && !e.inscriptions().isEmpty())
                .toList();
        if (!connus.isEmpty() && inscriptions.quitterLesAutres(perimetre, connus, le) > 0) {
            choisirLaPrincipale(connus.stream().map(EleveDeSource::eleveId).toList());
        }
    }

    /** Fait sortir des établissements du périmètre ceux de ces élèves que SIECLE n'y dit plus ; dans la transaction de l'appelant. */
    public void quitter(Perimetre perimetre, Collection<Long> eleves, LocalDate le) {
        if (!eleves.isEmpty() && inscriptions.quitter(perimetre, eleves, le) > 0) {
            choisirLaPrincipale(eleves);
        }
    }

    /**
     * Fait sortir des élèves qui ne sont plus nommés depuis {@code avant} des établissements de leur périmètre, sauf de celui que SIECLE dit
     * encore le leur ; {@code combien} au plus, dans la transaction de l'appelant.
     */
    public int sortirLesDisparus(
            String source, Instant avant, Collection<String> saufPerimetres, int combien, Instant le) {
        List<ImportMapper.Disparu> disparus = inscriptions.elevesDisparus(source, avant, saufPerimetres, combien);
        disparus.stream()
                .collect(Collectors.groupingBy(ImportMapper.Disparu::perimetre))
                .forEach((perimetre, siens) -> quitter(
                        new Perimetre(source, perimetre),
                        siens.stream().map(ImportMapper.Disparu::eleveId).toList(),
                        LocalDate.ofInstant(le, ZoneOffset.UTC)));
        return disparus.size();
    }

    /** Qui n'est plus à son établissement principal en prend un autre, s'il est ailleurs. */
    private void choisirLaPrincipale(Collection<Long> eleves) {
        inscriptions
                .autresPrincipales(eleves)
                .forEach(autre -> inscriptions.changerLaPrincipale(autre.eleveId(), autre.uai(), autre.classe()));
    }

    private void changerDePrincipale(List<Passage> passages) {
        choisirLaPrincipale(passages.stream().map(Passage::eleveId).collect(Collectors.toSet()));
    }

    /** La même place dite deux fois n'en fait qu'une, la dernière. */
    private static String placesEnJson(List<Passage> passages) {
        Map<List<Object>, Passage> parPlace = new LinkedHashMap<>();
        passages.forEach(p -> parPlace.put(List.of(p.eleveId(), p.place().uai()), p));
        JsonArrayBuilder lignes = FabriqueJson.tableau();
        for (Passage passage : parPlace.values()) {
            JsonArrayBuilder ligne = FabriqueJson.tableau()
                    .add(passage.eleveId())
                    .add(passage.place().uai());
            String classe = passage.place().classe();
            lignes.add((classe == null ? ligne.addNull() : ligne.add(classe))
                    .add(passage.le().toString()));
        }
        return lignes.build().toString();
    }

    /** La source ne nomme plus ces élèves ; dans la transaction de l'appelant. */
    public void oublier(Perimetre perimetre, Collection<String> numeros, Instant le) {
        if (!numeros.isEmpty()) {
            inscriptions.oublierDesEleves(perimetre, numeros, le);
        }
    }
}
