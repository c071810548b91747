package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.NomTronque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EleveReconnu;
import fr.academie.teleservices.alimentation.reconnaissance.MemeEleve;
import fr.academie.teleservices.alimentation.reconnaissance.MemeEleve.EleveConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance;
import fr.academie.teleservices.scolarite.EleveDeSource.Place;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.NumeroDEleve;
import fr.academie.teleservices.scolarite.Identites.Semblable;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Les élèves d'une livraison que l'on connaît sans leur numéro. La règle est {@link MemeEleve}. */
final class ReconnaissanceDesEleves extends ReconnaissanceParLots<EcartEleve, Long> {

    private final Identites identites;
    private final boolean tronquesSeuls;
    /** Toutes les règles veulent la même naissance, sauf une, qui veut un numéro. */
    private Map<LocalDate, List<EleveConnu>> parNaissance = Map.of();

    private Map<Numero, List<EleveConnu>> parNumero = Map.of();
    private final Map<Long, EleveConnu> parId = new HashMap<>();

    /** @param personneDeConnu vrai si la base n'a aucun élève : seuls les noms incomplets sont alors à voir */
    ReconnaissanceDesEleves(
            Preparation preparation,
            Identites identites,
            EcartMapper ecarts,
            Transactions transactions,
            boolean personneDeConnu) {
        super(preparation, ecarts, transactions);
        this.identites = identites;
        this.tronquesSeuls = personneDeConnu;
    }

    @Override
    List<EcartEleve> lire(long apres, int combien) {
        return ecarts.nouveauxEleves(preparation.id(), apres, combien, tronquesSeuls);
    }

    @Override
    long rang(EcartEleve fiche) {
        return fiche.rang();
    }

    @Override
    String numero(EcartEleve fiche) {
        return fiche.numero();
    }

    @Override
    void preparer(List<EcartEleve> neuves) {
        List<EleveConnu> connus = connus(neuves);
        parId.clear();
        connus.forEach(connu -> parId.put(connu.id(), connu));
        parNaissance = connus.stream().collect(Collectors.groupingBy(EleveConnu::naissance));
        parNumero = new HashMap<>();
        for (EleveConnu connu : connus) {
            connu.numeros().forEach(n -> parNumero.merge(n, List.of(connu), ReconnaissanceDesEleves::ensemble));
        }
    }

    @Override
    Reconnaissance<Long> decider(EcartEleve fiche) {
        MemeEleve.Lu lu = lu(fiche);
        Numero chezSiecle = lu.chezSiecle();
        List<EleveConnu> possibles = Stream.concat(
                        parNaissance.getOrDefault(lu.naissance(), List.of()).stream(),
                        chezSiecle == null
                                ? Stream.<EleveConnu>empty()
                                : parNumero.getOrDefault(chezSiecle, List.of()).stream())
                .distinct()
                .map(this::avecLePris)
                .toList();
        return MemeEleve.reconnaitre(lu, possibles);
    }

    @Override
    String instruction() {
        return "reconnaitreUnEleve";
    }

    @Override
    Object reconnue(EcartEleve fiche, Reconnaissance.Connu<Long> connu) {
        EleveConnu lui = Objects.requireNonNull(parId.get(connu.qui().iterator().next()));
        boolean incomplet = NomTronque.estTronque(fiche.nom()) || NomTronque.estTronque(fiche.prenom());
        return new EleveReconnu(
                preparation.id(),
                fiche.rang(),
                lui.id(),
                connu.regle(),
                incomplet ? lui.nom() : fiche.nom(),
                incomplet ? lui.prenom() : fiche.prenom());
    }

    @Override
    void oter(EcartEleve fiche) {
        ecarts.oterUnEleve(preparation.id(), fiche.rang());
    }

    @Override
    void refuser(EcartEleve fiche) {
        preparation.refuser(
                CodeRemarque.NOM_INCOMPLET,
                fiche.fichier(),
                fiche.ligne(),
                Sorte.ELEVE,
                fiche.numero(),
                fiche.prenom() + " " + fiche.nom());
        preparation.refuserLesClasses(
                fiche.numero(), Places.lire(fiche.inscriptions()).size());
    }

    @Override
    List<EcartLien> liens(List<String> numeros) {
        return ecarts.liensDesEleves(preparation.id(), numeros);
    }

    @Override
    CodeRemarque codeDesLiens() {
        return CodeRemarque.ELEVE_INCONNU;
    }

    @Override
    Function<EcartLien, String> numeroRefuse() {
        return EcartLien::eleve;
    }

    private EleveConnu avecLePris(EleveConnu connu) {
        return new EleveConnu(
                connu.id(),
                avecLePris(connu.id(), connu.numeros()),
                connu.ines(),
                connu.nom(),
                connu.prenom(),
                connu.naissance(),
                connu.uais());
    }

    private MemeEleve.Lu lu(EcartEleve ecart) {
        String uai = uai(ecart);
        String chezSiecle = preparation.annonce().source() == Source.AAF ? ecart.numeroSiecle() : null;
        return new MemeEleve.Lu(
                preparation.numero(ecart.numero()),
                chezSiecle == null || uai == null ? null : new Numero(Source.SIECLE, uai, chezSiecle),
                ecart.ine(),
                ecart.nom(),
                ecart.nomUsage(),
                ecart.prenom(),
                ecart.naissance(),
                uai);
    }

    private static @Nullable String uai(EcartEleve ecart) {
        List<Place> places = Places.lire(ecart.inscriptions());
        return places.isEmpty() ? null : places.get(0).uai();
    }

    private List<EleveConnu> connus(List<EcartEleve> nouveaux) {
        Set<String> ines =
                nouveaux.stream().map(EcartEleve::ine).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Set<LocalDate>> naissances = new HashMap<>();
        Map<String, Set<String>> chezSiecle = new HashMap<>();
        for (EcartEleve nouveau : nouveaux) {
            String uai = uai(nouveau);
            if (uai != null) {
                naissances.computeIfAbsent(uai, u -> new HashSet<>()).add(nouveau.naissance());
                if (nouveau.numeroSiecle() != null && preparation.annonce().source() == Source.AAF) {
                    chezSiecle.computeIfAbsent(uai, u -> new HashSet<>()).add(nouveau.numeroSiecle());
                }
            }
        }
        Set<Long> ids = new HashSet<>(identites.semblables(ines, naissances));
        chezSiecle.forEach((uai, numeros) -> ids.addAll(identites.parNumeroDeSiecle(uai, numeros)));
        Map<Long, List<NumeroDEleve>> numeros =
                identites.numeros(ids).stream().collect(Collectors.groupingBy(NumeroDEleve::eleveId));
        Map<Long, Set<String>> etablissements = identites.etablissements(ids);
        return identites.semblables(ids).stream()
                .map(s -> connu(
                        s, numeros.getOrDefault(s.id(), List.of()), etablissements.getOrDefault(s.id(), Set.of())))
                .toList();
    }

    private static EleveConnu connu(Semblable semblable, Collection<NumeroDEleve> numeros, Set<String> uais) {
        return new EleveConnu(
                semblable.id(),
                numeros.stream()
                        .map(n -> new Numero(Source.valueOf(n.source()), n.perimetre(), n.numero()))
                        .collect(Collectors.toSet()),
                numeros.stream().map(NumeroDEleve::ine).filter(Objects::nonNull).collect(Collectors.toSet()),
                semblable.nom(),
                semblable.prenom(),
                semblable.naissance(),
                uais);
    }

    private static List<EleveConnu> ensemble(List<EleveConnu> uns, List<EleveConnu> autres) {
        return Stream.concat(uns.stream(), autres.stream()).toList();
    }
}
