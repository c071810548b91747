package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.ResponsableConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.NumeroDeCompte;
import fr.academie.teleservices.scolarite.Identites.ResponsableDEleve;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parmi les personnes dont le numéro n'est pas connu, celles qui ont déjà un compte. La règle est {@link MemeResponsable} ; elle se lit
 * auprès des élèves connus dont le fichier les dit responsables.
 */
final class ReconnaissanceDesPersonnes {

    private static final int LOT = 500;

    private final Preparation preparation;
    private final Identites identites;
    private final EcartMapper ecarts;
    private final Transactions transactions;
    /** Deux numéros d'un même fichier sont deux personnes : le compte qui en a reçu un ne se retrouve pas par un autre. */
    private final Map<Long, Numero> pris = new HashMap<>();
    /** Ce que le lot écrit, d'une transaction qui peut se rejouer : les décisions, elles, ne se prennent qu'une fois. */
    private final List<Runnable> ecritures = new ArrayList<>();

    ReconnaissanceDesPersonnes(
            Preparation preparation, Identites identites, EcartMapper ecarts, Transactions transactions) {
        this.preparation = preparation;
        this.identites = identites;
        this.ecarts = ecarts;
        this.transactions = transactions;
    }

    void faire() {
        long apres = 0;
        List<EcartPersonne> lot;
        do {
            lot = ecarts.personnes(preparation.id(), apres, LOT);
            List<EcartPersonne> nouvelles =
                    lot.stream().filter(p -> p.ecart() == Ecart.NOUVEAU).toList();
            if (!nouvelles.isEmpty()) {
                reconnaitre(nouvelles);
                transactions.executer(() -> ecritures.forEach(Runnable::run));
                ecritures.clear();
            }
            if (!lot.isEmpty()) {
                apres = lot.get(lot.size() - 1).rang();
            }
        } while (lot.size() == LOT);
    }

    private void reconnaitre(List<EcartPersonne> nouvelles) {
        Map<String, Set<Long>> eleves = eleves(nouvelles);
        List<ResponsableConnu> connus =
                connus(eleves.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Long, List<ResponsableConnu>> parEleve = new HashMap<>();
        connus.forEach(c -> c.eleves()
                .forEach(
                        e -> parEleve.computeIfAbsent(e, k -> new ArrayList<>()).add(c)));
        List<String> refuses = new ArrayList<>();
        for (EcartPersonne nouvelle : nouvelles) {
            Set<Long> siens = eleves.getOrDefault(nouvelle.numero(), Set.of());
            List<ResponsableConnu> possibles = siens.stream()
                    .flatMap(e -> parEleve.getOrDefault(e, List.of()).stream())
                    .distinct()
                    .map(this::avecLePris)
                    .toList();
            Reconnaissance decision = MemeResponsable.reconnaitre(lue(nouvelle, siens), possibles, this::dansLeFichier);
            if (decision instanceof Reconnaissance.Connu connu) {
                prendre(nouvelle, connu, possibles);
            } else if (decision instanceof Reconnaissance.NomIncomplet) {
                ecritures.add(() -> ecarts.oterUnePersonne(preparation.id(), nouvelle.rang()));
                preparation.refuser(
                        CodeRemarque.NOM_INCOMPLET,
                        nouvelle.fichier(),
                        nouvelle.ligne(),
                        Sorte.PERSONNE,
                        nouvelle.numero(),
                        nouvelle.prenom() == null
                                ? nouvelle.nomFamille()
                                : nouvelle.prenom() + " " + nouvelle.nomFamille());
                refuses.add(nouvelle.numero());
            }
        }
        if (!refuses.isEmpty()) {
            List<EcartLien> liens = ecarts.liensDesPersonnes(preparation.id(), refuses);
            preparation.refuserLesLiens(liens, CodeRemarque.PERSONNE_INCONNUE, EcartLien::personne);
            oter(liens);
        }
    }

    private void oter(List<EcartLien> liens) {
        if (!liens.isEmpty()) {
            List<Long> rangs = liens.stream().map(EcartLien::rang).toList();
            ecritures.add(() -> ecarts.oterDesLiens(preparation.id(), rangs));
        }
    }

    private void prendre(EcartPersonne nouvelle, Reconnaissance.Connu connu, List<ResponsableConnu> possibles) {
        ResponsableConnu lui =
                possibles.stream().filter(c -> c.id() == connu.id()).findFirst().orElseThrow();
        boolean incomplet = java.util.stream.Stream.of(nouvelle.nomFamille(), nouvelle.nomUsage(), nouvelle.prenom())
                .filter(Objects::nonNull)
                .anyMatch(nom -> nom.contains("?"));
        ecritures.add(() -> ecarts.reconnaitreUnePersonne(
                preparation.id(),
                nouvelle.rang(),
                connu.id(),
                connu.regle(),
                incomplet ? lui.nomFamille() : nouvelle.nomFamille(),
                incomplet ? lui.nomUsage() : nouvelle.nomUsage(),
                incomplet ? lui.prenom() : nouvelle.prenom()));
        pris.put(connu.id(), numero(nouvelle.numero()));
    }

    private ResponsableConnu avecLePris(ResponsableConnu connu) {
        Numero sien = pris.get(connu.id());
        if (sien == null) {
            return connu;
        }
        Set<Numero> numeros = new HashSet<>(connu.numeros());
        numeros.add(sien);
        return new ResponsableConnu(
                connu.id(),
                numeros,
                connu.civilite(),
                connu.nomFamille(),
                connu.nomUsage(),
                connu.prenom(),
                connu.eleves());
    }

    /** Un numéro pris l'est par une fiche de ce fichier ; un numéro connu l'est s'il y a été vu. */
    private boolean dansLeFichier(Numero numero) {
        return pris.containsValue(numero)
                || preparation.personnes().vu(preparation.personnes().place(numero.valeur()));
    }

    private Numero numero(String valeur) {
        Annonce annonce = preparation.annonce();
        return new Numero(annonce.source(), annonce.perimetre(), valeur);
    }

    private MemeResponsable.Lu lue(EcartPersonne ecart, Set<Long> eleves) {
        return new MemeResponsable.Lu(
                numero(ecart.numero()), ecart.civilite(), ecart.nomFamille(), ecart.nomUsage(), ecart.prenom(), eleves);
    }

    /** Les élèves déjà reconnus de chacune, par leur numéro. */
    private Map<String, Set<Long>> eleves(List<EcartPersonne> nouvelles) {
        List<EcartMapper.Couple> couples = ecarts.couplesDesPersonnes(
                preparation.id(), nouvelles.stream().map(EcartPersonne::numero).toList());
        Set<String> numeros = couples.stream().map(EcartMapper.Couple::eleve).collect(Collectors.toSet());
        Map<String, Long> ids = new HashMap<>();
        if (!numeros.isEmpty()) {
            ecarts.elevesReconnus(preparation.id(), numeros).forEach(r -> ids.put(r.numero(), r.eleveId()));
        }
        for (String numero : numeros) {
            int place = preparation.eleves().place(numero);
            if (place != Connus.INCONNU) {
                ids.put(numero, preparation.eleves().lie(place));
            }
        }
        Map<String, Set<Long>> eleves = new HashMap<>();
        for (EcartMapper.Couple couple : couples) {
            Long id = ids.get(couple.eleve());
            if (id != null) {
                eleves.computeIfAbsent(couple.personne(), p -> new HashSet<>()).add(id);
            }
        }
        return eleves;
    }

    private List<ResponsableConnu> connus(Set<Long> eleves) {
        Map<Long, Set<Long>> siens = new HashMap<>();
        Map<Long, ResponsableDEleve> comptes = new HashMap<>();
        for (ResponsableDEleve r : identites.responsables(eleves)) {
            comptes.put(r.id(), r);
            siens.computeIfAbsent(r.id(), id -> new HashSet<>()).add(r.eleveId());
        }
        Map<Long, Set<Numero>> numeros = new HashMap<>();
        for (NumeroDeCompte n : identites.numerosDesComptes(comptes.keySet())) {
            numeros.computeIfAbsent(n.responsableId(), id -> new HashSet<>())
                    .add(new Numero(Source.valueOf(n.source()), n.perimetre(), n.numero()));
        }
        return comptes.values().stream()
                .map(r -> new ResponsableConnu(
                        r.id(),
                        numeros.getOrDefault(r.id(), Set.of()),
                        r.civilite(),
                        r.nomFamille(),
                        r.nomUsage(),
                        r.prenom(),
                        siens.getOrDefault(r.id(), Set.of())))
                .toList();
    }
}
