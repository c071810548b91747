package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.NomTronque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.PersonneReconnue;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.ResponsableConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance;
import fr.academie.teleservices.alimentation.reconnaissance.Reference;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Les personnes d'une livraison qui ont déjà un compte, ou qui en attendent un sous un autre numéro. La règle est {@link MemeResponsable} ; elle se lit auprès des élèves connus dont le
 * fichier les dit responsables.
 */
final class ReconnaissanceDesPersonnes extends ReconnaissanceParLots<EcartPersonne, Reference> {

    private final ResponsablesConnus responsables;
    private final boolean tronqueesSeules;
    private Map<String, Set<Long>> eleves = Map.of();
    private final Map<Reference, ResponsableConnu> parReference = new HashMap<>();
    private final Map<Long, List<ResponsableConnu>> parEleve = new HashMap<>();

    /** @param personneDeConnu vrai si la base n'a aucun élève : seuls les noms incomplets sont alors à voir */
    ReconnaissanceDesPersonnes(
            Preparation preparation,
            ResponsablesConnus responsables,
            EcartMapper ecarts,
            Transactions transactions,
            boolean personneDeConnu) {
        super(preparation, ecarts, transactions);
        this.responsables = responsables;
        this.tronqueesSeules = personneDeConnu;
    }

    @Override
    List<EcartPersonne> lire(long apres, int combien) {
        return ecarts.nouvellesPersonnes(preparation.id(), apres, combien, tronqueesSeules);
    }

    @Override
    long rang(EcartPersonne fiche) {
        return fiche.rang();
    }

    @Override
    String numero(EcartPersonne fiche) {
        return fiche.numero();
    }

    @Override
    void preparer(List<EcartPersonne> neuves) {
        eleves = eleves(neuves);
        parReference.clear();
        parEleve.clear();
        Set<Long> tous = eleves.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (ResponsableConnu connu : responsables.lire(tous).connus()) {
            parReference.putIfAbsent(connu.qui(), connu);
            connu.eleves()
                    .forEach(e ->
                            parEleve.computeIfAbsent(e, k -> new ArrayList<>()).add(connu));
        }
    }

    @Override
    Reconnaissance<Reference> decider(EcartPersonne fiche) {
        Set<Long> siens = eleves.getOrDefault(fiche.numero(), Set.of());
        List<ResponsableConnu> possibles = siens.stream()
                .flatMap(e -> parEleve.getOrDefault(e, List.of()).stream())
                .distinct()
                .map(this::avecLePris)
                .toList();
        MemeResponsable.Lu lue = new MemeResponsable.Lu(
                preparation.numero(fiche.numero()),
                fiche.civilite(),
                fiche.nomFamille(),
                fiche.nomUsage(),
                fiche.prenom(),
                siens);
        return MemeResponsable.reconnaitre(lue, possibles, this::dansLeFichier);
    }

    @Override
    String instruction() {
        return "reconnaitreUnePersonne";
    }

    @Override
    Object reconnue(EcartPersonne fiche, Reconnaissance.Connu<Reference> connu) {
        ResponsableConnu lui =
                Objects.requireNonNull(parReference.get(connu.qui().iterator().next()));
        boolean incomplet = Stream.of(fiche.nomFamille(), fiche.nomUsage(), fiche.prenom())
                .filter(Objects::nonNull)
                .anyMatch(NomTronque::estTronque);
        return new PersonneReconnue(
                preparation.id(),
                fiche.rang(),
                Attentes.compte(connu.qui()),
                Attentes.enJson(connu.qui()),
                connu.regle(),
                incomplet ? lui.nomFamille() : fiche.nomFamille(),
                incomplet ? lui.nomUsage() : fiche.nomUsage(),
                incomplet ? lui.prenom() : fiche.prenom());
    }

    @Override
    void oter(EcartPersonne fiche) {
        ecarts.oterUnePersonne(preparation.id(), fiche.rang());
    }

    @Override
    void refuser(EcartPersonne fiche) {
        preparation.refuser(
                CodeRemarque.NOM_INCOMPLET,
                fiche.fichier(),
                fiche.ligne(),
                Sorte.PERSONNE,
                fiche.numero(),
                fiche.prenom() == null ? fiche.nomFamille() : fiche.prenom() + " " + fiche.nomFamille());
    }

    @Override
    List<EcartLien> liens(List<String> numeros) {
        return ecarts.liensDesPersonnes(preparation.id(), numeros);
    }

    @Override
    CodeRemarque codeDesLiens() {
        return CodeRemarque.PERSONNE_INCONNUE;
    }

    @Override
    Function<EcartLien, String> numeroRefuse() {
        return EcartLien::personne;
    }

    private ResponsableConnu avecLePris(ResponsableConnu connu) {
        return new ResponsableConnu(
                connu.qui(),
                avecLePris(connu.qui(), connu.numeros()),
                connu.civilite(),
                connu.nomFamille(),
                connu.nomUsage(),
                connu.prenom(),
                connu.eleves());
    }

    /** Un numéro pris l'est par une fiche de ce fichier ; un numéro connu l'est s'il y a été vu. */
    private boolean dansLeFichier(Numero numero) {
        Connus personnes = preparation.savoir().personnes();
        return estPris(numero) || personnes.vu(personnes.place(numero.valeur()));
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
        Connus connus = preparation.savoir().eleves();
        for (String numero : numeros) {
            int place = connus.place(numero);
            if (place != Connus.INCONNU) {
                ids.put(numero, connus.lie(place));
            }
        }
        Map<String, Set<Long>> siens = new HashMap<>();
        for (EcartMapper.Couple couple : couples) {
            Long id = ids.get(couple.eleve());
            if (id != null) {
                siens.computeIfAbsent(couple.personne(), p -> new HashSet<>()).add(id);
            }
        }
        return siens;
    }
}
