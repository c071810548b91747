package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.NomTronque;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CoordonneesDeSource;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.PersonneNommee;
import fr.academie.teleservices.scolarite.PersonneDeSource;
import fr.academie.teleservices.scolarite.PersonneDite;
import fr.academie.teleservices.scolarite.PersonnesEnAttente;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.Tenues;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Écrit les personnes d'un lot. Une personne neuve que l'on a reconnue prend le compte où mène aujourd'hui celui qu'on avait trouvé : un
 * regroupement a pu l'absorber depuis, un import ne rouvre jamais un compte fermé. Les autres attendront un compte, ou en reçoivent un ; celle
 * qui en attendait déjà un sous un autre numéro n'en a qu'un, avec tous ses numéros.
 */
final class ApplicationDesPersonnes {

    private final EcartMapper ecarts;
    private final Identites identites;
    private final CompteService comptes;
    private final LigneeService lignee;
    private final JournalService journal;
    private final ComptesDImport nouveaux;
    private final PersonnesEnAttente attentes;
    private final PersonnesNommees nommees;

    ApplicationDesPersonnes(
            EcartMapper ecarts,
            Identites identites,
            CompteService comptes,
            LigneeService lignee,
            JournalService journal,
            ComptesDImport nouveaux,
            PersonnesEnAttente attentes,
            PersonnesNommees nommees) {
        this.ecarts = ecarts;
        this.identites = identites;
        this.comptes = comptes;
        this.lignee = lignee;
        this.journal = journal;
        this.nouveaux = nouveaux;
        this.attentes = attentes;
        this.nommees = nommees;
    }

    Fait appliquer(LotAppliquable lot) {
        List<EcartPersonne> personnes = ecarts.personnes(lot.id(), lot);
        if (personnes.isEmpty()) {
            return Fait.RIEN;
        }
        Map<String, List<Long>> attendues = attendues(personnes);
        // Avant les comptes, comme au bureau ; nommées depuis la préparation, ces personnes ont le compte qu'il leur a
        // donné.
        Tenues tenues = attentes.verrouiller(
                attendues.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)));
        Map<String, Long> avant = comptesDe(lot, personnes, tenues);
        Map<Long, Compte> verrouilles = comptes.verrouiller(new TreeSet<>(avant.values()));
        // Qui regroupe verrouille aussi : relu sous verrou, un compte ne peut plus changer de main.
        if (!comptesDe(lot, personnes, tenues).equals(avant)) {
            throw new ARejouer("personnes de la livraison " + lot.id());
        }
        Set<Long> ouverts = verrouilles.values().stream()
                .filter(compte -> compte.etat().estOuvert())
                .map(Compte::id)
                .collect(Collectors.toSet());
        Map<String, Long> vivants = new HashMap<>(avant);
        vivants.values().retainAll(ouverts);
        vivants.putAll(nouveaux.faire(lot, sansCompte(lot, personnes, avant)));
        Map<String, Long> groupes = reunir(personnes, vivants, attendues, tenues);
        ecrire(lot, personnes, vivants, groupes);
        nommer(lot, vivants, attendues, tenues);
        donnerLesCoordonnees(lot, personnes, vivants, verrouilles);
        return new Fait(personnes.get(personnes.size() - 1).rang(), personnes.size());
    }

    /** Le compte d'aujourd'hui de chaque personne du lot qui en a un, par numéro. */
    private Map<String, Long> comptesDe(LotAppliquable lot, List<EcartPersonne> personnes, Tenues tenues) {
        Map<String, Long> parNumero = new HashMap<>();
        List<String> connues = personnes.stream()
                .filter(p -> p.ecart() == Ecart.CHANGE)
                .map(EcartPersonne::numero)
                .toList();
        for (PersonneNommee nommee : identites.personnes(lot.perimetre(), connues)) {
            if (nommee.responsableId() != null) {
                parNumero.put(nommee.numero(), nommee.responsableId());
            }
        }
        List<EcartPersonne> reconnues = personnes.stream()
                .filter(p -> p.ecart() == Ecart.NOUVEAU && p.responsableId() != null)
                .toList();
        Map<Long, Long> aboutissements = lignee.aboutissements(reconnues.stream()
                .map(p -> Objects.requireNonNull(p.responsableId()))
                .toList());
        for (EcartPersonne reconnue : reconnues) {
            Long compte = aboutissements.get(reconnue.responsableId());
            if (compte != null) {
                parNumero.put(reconnue.numero(), compte);
            }
        }
        attendues(personnes).forEach((numero, ids) -> {
            Set<Long> donnes = tenues.comptes(ids);
            // De deux, on ne choisit pas : comme s'ils avaient été là à la lecture.
            if (donnes.size() == 1) {
                parNumero.putIfAbsent(numero, donnes.iterator().next());
            }
        });
        return parNumero;
    }

    /** Les identités sans compte où des personnes neuves ont été reconnues, par numéro. */
    private static Map<String, List<Long>> attendues(List<EcartPersonne> personnes) {
        return personnes.stream()
                .filter(p -> p.ecart() == Ecart.NOUVEAU && p.prenom() != null && p.enAttente() != null)
                .collect(Collectors.toMap(EcartPersonne::numero, p -> Attentes.lire(p.enAttente())));
    }

    /**
     * Celles qui restent sans compte en attendent un ensemble, elles et les identités où elles ont été reconnues.
     *
     * @return l'identité qui désigne leur groupe, par numéro
     */
    private Map<String, Long> reunir(
            List<EcartPersonne> personnes,
            Map<String, Long> vivants,
            Map<String, List<Long>> attendues,
            Tenues tenues) {
        Map<String, Long> groupes = new HashMap<>();
        for (EcartPersonne personne : personnes) {
            List<Long> ids = attendues.getOrDefault(personne.numero(), List.of());
            if (!vivants.containsKey(personne.numero()) && tenues.comptes(ids).isEmpty()) {
                List<Long> siennes = tenues.sansCompte(ids);
                if (!siennes.isEmpty()) {
                    attentes.reunir(siennes.get(0), siennes);
                    groupes.put(personne.numero(), siennes.get(0));
                }
            }
        }
        return groupes;
    }

    /** Le compte d'une personne neuve l'est aussi des identités qui l'attendaient. */
    private void nommer(
            LotAppliquable lot, Map<String, Long> vivants, Map<String, List<Long>> attendues, Tenues tenues) {
        Map<Long, Long> comptesDe = new HashMap<>();
        attendues.forEach((numero, ids) -> {
            Long compte = vivants.get(numero);
            if (compte != null) {
                tenues.sansCompte(ids).forEach(id -> comptesDe.putIfAbsent(id, compte));
            }
        });
        nommees.nommer(lot, comptesDe);
    }

    /** Les personnes neuves que l'on n'a reconnues dans aucun compte, et qui sont responsables d'un élève. */
    private List<PersonneDite> sansCompte(
            LotAppliquable lot, List<EcartPersonne> personnes, Map<String, Long> reconnues) {
        List<EcartPersonne> neuves = personnes.stream()
                .filter(p -> p.ecart() == Ecart.NOUVEAU && p.prenom() != null && !reconnues.containsKey(p.numero()))
                .toList();
        if (neuves.isEmpty() || !nouveaux.enFait(lot)) {
            return List.of();
        }
        Set<String> liees = ecarts.personnesLiees(
                lot.id(), neuves.stream().map(EcartPersonne::numero).toList());
        return neuves.stream()
                .filter(p -> liees.contains(p.numero()))
                .map(p -> {
                    PersonneDeSource.Adresse ou = new PersonneDeSource.Adresse(p.voie(), p.codePostal(), p.commune());
                    return new PersonneDite(
                            0,
                            p.numero(),
                            p.civilite(),
                            p.nomFamille(),
                            p.nomUsage(),
                            p.prenom(),
                            p.mail(),
                            p.telephonePortable(),
                            ou.lignes(),
                            ou.codePostal(),
                            ou.commune());
                })
                .toList();
    }

    private void ecrire(
            LotAppliquable lot, List<EcartPersonne> personnes, Map<String, Long> vivants, Map<String, Long> groupes) {
        List<PersonneDeSource> neuves = new ArrayList<>();
        List<PersonneDeSource> changees = new ArrayList<>();
        List<String> parties = new ArrayList<>();
        for (EcartPersonne personne : personnes) {
            switch (personne.ecart()) {
                case NOUVEAU ->
                    neuves.add(deSource(personne, vivants.get(personne.numero()), groupes.get(personne.numero())));
                case CHANGE -> changees.add(deSource(personne, null, null));
                case PARTI -> parties.add(personne.numero());
            }
        }
        identites.changerDesPersonnes(lot.perimetre(), changees);
        identites.ajouterDesPersonnes(lot.perimetre(), neuves);
        identites.oublierDesPersonnes(lot.perimetre(), parties, lot.le());
    }

    private static PersonneDeSource deSource(EcartPersonne p, @Nullable Long compte, @Nullable Long groupe) {
        boolean tronque = Stream.of(p.nomFamille(), p.nomUsage(), p.prenom())
                .filter(Objects::nonNull)
                .anyMatch(NomTronque::estTronque);
        return new PersonneDeSource(
                p.numero(),
                p.prenom() == null ? null : compte,
                groupe,
                p.civilite(),
                tronque ? null : p.nomFamille(),
                p.nomUsage(),
                tronque ? null : p.prenom(),
                p.mail(),
                p.telephonePortable(),
                new PersonneDeSource.Adresse(p.voie(), p.codePostal(), p.commune()),
                p.empreinte());
    }

    private void donnerLesCoordonnees(
            LotAppliquable lot,
            List<EcartPersonne> personnes,
            Map<String, Long> vivants,
            Map<Long, Compte> verrouilles) {
        List<CoordonneesDeSource> dites = new ArrayList<>();
        for (EcartPersonne personne : personnes) {
            Long compte = vivants.get(personne.numero());
            if (compte != null) {
                dites.add(new CoordonneesDeSource(compte, personne.mail(), personne.telephonePortable()));
            }
        }
        Collection<CoordonneesDeSource> changees = comptes.suivreLesSources(verrouilles, dites);
        if (changees.isEmpty()) {
            return;
        }
        lot.retenus()
                .comptes(changees.stream()
                        .map(c -> new CompteChange(c.compteId(), false, false, c.mail() != null, c.telephone() != null))
                        .toList());
        journal.ajouter(changees.stream().map(c -> ligne(lot, c)).toList());
    }

    /** Quelles coordonnées ont changé, jamais leur valeur. */
    private static LigneJournal ligne(LotAppliquable lot, CoordonneesDeSource changee) {
        JsonArrayBuilder champs = FabriqueJson.tableau();
        if (changee.mail() != null) {
            champs.add("MAIL");
        }
        if (changee.telephone() != null) {
            champs.add("TELEPHONE_PORTABLE");
        }
        return new LigneJournal(
                lot.le(),
                ActionJournal.COORDONNEES_IMPORTEES,
                changee.compteId(),
                lot.auteur(),
                FabriqueJson.objet()
                        .add("livraison", lot.id())
                        .add("champs", champs)
                        .build()
                        .toString());
    }
}
