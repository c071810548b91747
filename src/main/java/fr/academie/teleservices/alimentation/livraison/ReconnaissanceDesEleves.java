package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parmi les élèves dont le numéro n'est pas connu, ceux que l'on connaît autrement. La règle est {@link MemeEleve}. */
final class ReconnaissanceDesEleves {

    private static final int LOT = 500;

    private final Preparation preparation;
    private final Identites identites;
    private final EcartMapper ecarts;
    private final Transactions transactions;
    /** Deux numéros d'un même fichier sont deux élèves : qui en a reçu un ne se retrouve pas par un autre. */
    private final Map<Long, Numero> pris = new HashMap<>();
    /** Ce que le lot écrit, d'une transaction qui peut se rejouer : les décisions, elles, ne se prennent qu'une fois. */
    private final List<Runnable> ecritures = new ArrayList<>();

    ReconnaissanceDesEleves(
            Preparation preparation, Identites identites, EcartMapper ecarts, Transactions transactions) {
        this.preparation = preparation;
        this.identites = identites;
        this.ecarts = ecarts;
        this.transactions = transactions;
    }

    void faire() {
        long apres = 0;
        List<EcartEleve> lot;
        do {
            lot = ecarts.eleves(preparation.id(), apres, LOT);
            List<EcartEleve> nouveaux =
                    lot.stream().filter(e -> e.ecart() == Ecart.NOUVEAU).toList();
            if (!nouveaux.isEmpty()) {
                reconnaitre(nouveaux);
                transactions.executer(() -> ecritures.forEach(Runnable::run));
                ecritures.clear();
            }
            if (!lot.isEmpty()) {
                apres = lot.get(lot.size() - 1).rang();
            }
        } while (lot.size() == LOT);
    }

    private void reconnaitre(List<EcartEleve> nouveaux) {
        List<EleveConnu> connus = connus(nouveaux);
        List<String> refuses = new ArrayList<>();
        for (EcartEleve nouveau : nouveaux) {
            Reconnaissance decision = MemeEleve.reconnaitre(lu(nouveau), avecLesPris(connus));
            if (decision instanceof Reconnaissance.Connu connu) {
                prendre(nouveau, connu, connus);
            } else if (decision instanceof Reconnaissance.NomIncomplet) {
                ecritures.add(() -> ecarts.oterUnEleve(preparation.id(), nouveau.rang()));
                preparation.refuser(
                        CodeRemarque.NOM_INCOMPLET,
                        nouveau.fichier(),
                        nouveau.ligne(),
                        Sorte.ELEVE,
                        nouveau.numero(),
                        nouveau.prenom() + " " + nouveau.nom());
                preparation.refuserLesClasses(
                        nouveau.numero(), Places.lire(nouveau.inscriptions()).size());
                refuses.add(nouveau.numero());
            }
        }
        if (!refuses.isEmpty()) {
            List<EcartLien> liens = ecarts.liensDesEleves(preparation.id(), refuses);
            preparation.refuserLesLiens(liens, CodeRemarque.ELEVE_INCONNU, EcartLien::eleve);
            oter(liens);
        }
    }

    private void oter(List<EcartLien> liens) {
        if (!liens.isEmpty()) {
            List<Long> rangs = liens.stream().map(EcartLien::rang).toList();
            ecritures.add(() -> ecarts.oterDesLiens(preparation.id(), rangs));
        }
    }

    private void prendre(EcartEleve nouveau, Reconnaissance.Connu connu, List<EleveConnu> connus) {
        EleveConnu lui =
                connus.stream().filter(c -> c.id() == connu.id()).findFirst().orElseThrow();
        boolean incomplet = nouveau.nom().contains("?") || nouveau.prenom().contains("?");
        ecritures.add(() -> ecarts.reconnaitreUnEleve(
                preparation.id(),
                nouveau.rang(),
                connu.id(),
                connu.regle(),
                incomplet ? lui.nom() : nouveau.nom(),
                incomplet ? lui.prenom() : nouveau.prenom()));
        pris.put(connu.id(), numero(nouveau.numero()));
    }

    private List<EleveConnu> avecLesPris(List<EleveConnu> connus) {
        return connus.stream()
                .map(connu -> {
                    Numero sien = pris.get(connu.id());
                    if (sien == null || connu.numeros().contains(sien)) {
                        return connu;
                    }
                    Set<Numero> numeros = new HashSet<>(connu.numeros());
                    numeros.add(sien);
                    return new EleveConnu(
                            connu.id(),
                            numeros,
                            connu.ines(),
                            connu.nom(),
                            connu.prenom(),
                            connu.naissance(),
                            connu.uais());
                })
                .toList();
    }

    private Numero numero(String valeur) {
        Annonce annonce = preparation.annonce();
        return new Numero(annonce.source(), annonce.perimetre(), valeur);
    }

    private MemeEleve.Lu lu(EcartEleve ecart) {
        String uai = uai(ecart);
        String chezSiecle = preparation.annonce().source() == Source.AAF ? ecart.numeroSiecle() : null;
        return new MemeEleve.Lu(
                numero(ecart.numero()),
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
        Set<String> uais = nouveaux.stream()
                .map(ReconnaissanceDesEleves::uai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<LocalDate> naissances = nouveaux.stream().map(EcartEleve::naissance).collect(Collectors.toSet());
        Set<Long> ids = new HashSet<>(identites.semblables(ines, uais, naissances));
        if (preparation.annonce().source() == Source.AAF) {
            nouveaux.stream()
                    .filter(e -> e.numeroSiecle() != null && uai(e) != null)
                    .collect(Collectors.groupingBy(
                            e -> Objects.requireNonNull(uai(e)),
                            Collectors.mapping(EcartEleve::numeroSiecle, Collectors.toList())))
                    .forEach((uai, numeros) -> ids.addAll(identites.parNumeroDeSiecle(uai, numeros)));
        }
        Map<Long, List<NumeroDEleve>> numeros =
                identites.numeros(ids).stream().collect(Collectors.groupingBy(NumeroDEleve::eleveId));
        Map<Long, Set<String>> etablissements = identites.etablissements(ids);
        return identites.semblables(ids).stream()
                .map(s -> connu(
                        s, numeros.getOrDefault(s.id(), List.of()), etablissements.getOrDefault(s.id(), Set.of())))
                .toList();
    }

    private static EleveConnu connu(Semblable semblable, List<NumeroDEleve> numeros, Set<String> uais) {
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
}
