package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.ResponsableConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.reconnaissance.Reference;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.NumeroDeCompte;
import fr.academie.teleservices.scolarite.Identites.ResponsableDEleve;
import fr.academie.teleservices.scolarite.PersonnesEnAttente;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.NumeroEnAttente;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.ResponsableEnAttente;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Les responsables connus d'élèves : ceux qui ont un compte, et ceux qui l'attendent. */
final class ResponsablesConnus {

    private final Identites identites;
    private final PersonnesEnAttente attentes;

    ResponsablesConnus(Identites identites, PersonnesEnAttente attentes) {
        this.identites = identites;
        this.attentes = attentes;
    }

    /**
     * Ce qu'on en a lu.
     *
     * @param nommes les numéros que leur source donne encore
     */
    record Lus(List<ResponsableConnu> connus, Set<Numero> nommes) {}

    Lus lire(Collection<Long> eleves) {
        Set<Numero> nommes = new HashSet<>();
        List<ResponsableConnu> connus = new ArrayList<>(avecCompte(eleves, nommes));
        connus.addAll(enAttente(eleves, nommes));
        return new Lus(connus, nommes);
    }

    private List<ResponsableConnu> avecCompte(Collection<Long> eleves, Set<Numero> nommes) {
        Map<Long, Set<Long>> siens = new HashMap<>();
        Map<Long, ResponsableDEleve> comptes = new HashMap<>();
        for (ResponsableDEleve r : identites.responsables(eleves)) {
            comptes.put(r.id(), r);
            siens.computeIfAbsent(r.id(), id -> new HashSet<>()).add(r.eleveId());
        }
        Map<Long, Set<Numero>> numeros = new HashMap<>();
        for (NumeroDeCompte n : identites.numerosDesComptes(comptes.keySet())) {
            Numero numero = new Numero(Source.valueOf(n.source()), n.perimetre(), n.numero());
            numeros.computeIfAbsent(n.responsableId(), id -> new HashSet<>()).add(numero);
            if (!n.disparu()) {
                nommes.add(numero);
            }
        }
        return comptes.values().stream()
                .map(r -> new ResponsableConnu(
                        new Reference.Compte(r.id()),
                        numeros.getOrDefault(r.id(), Set.of()),
                        r.civilite(),
                        r.nomFamille(),
                        r.nomUsage(),
                        r.prenom(),
                        siens.getOrDefault(r.id(), Set.of())))
                .toList();
    }

    /** Un nom par identité : celles d'un groupe n'ont pas toujours le même ; la civilité que dit l'une vaut pour celles qui la taisent. */
    private List<ResponsableConnu> enAttente(Collection<Long> eleves, Set<Numero> nommes) {
        List<ResponsableEnAttente> lus = attentes.responsables(eleves);
        Map<Long, Set<Numero>> numeros = new HashMap<>();
        Map<Long, String> civilites = new HashMap<>();
        for (NumeroEnAttente n : attentes.numeros(
                lus.stream().map(ResponsableEnAttente::premiere).distinct().toList())) {
            Numero numero = new Numero(Source.valueOf(n.source()), n.perimetre(), n.numero());
            numeros.computeIfAbsent(n.premiere(), id -> new HashSet<>()).add(numero);
            if (n.civilite() != null) {
                civilites.putIfAbsent(n.premiere(), n.civilite());
            }
            if (!n.disparu()) {
                nommes.add(numero);
            }
        }
        Map<Nom, Set<Long>> siens = new HashMap<>();
        for (ResponsableEnAttente r : lus) {
            siens.computeIfAbsent(
                            new Nom(r.premiere(), r.nomFamille(), r.nomUsage(), r.prenom()), nom -> new HashSet<>())
                    .add(r.eleveId());
        }
        return siens.entrySet().stream()
                .map(e -> e.getKey()
                        .connu(
                                Objects.requireNonNull(numeros.get(e.getKey().premiere())),
                                civilites.get(e.getKey().premiere()),
                                e.getValue()))
                .toList();
    }

    private record Nom(
            long premiere, String nomFamille, @Nullable String nomUsage, String prenom) {

        ResponsableConnu connu(Set<Numero> numeros, @Nullable String civilite, Set<Long> eleves) {
            return new ResponsableConnu(
                    new Reference.EnAttente(premiere), numeros, civilite, nomFamille, nomUsage, prenom, eleves);
        }
    }
}
