package fr.academie.teleservices.attente;

import fr.academie.teleservices.attente.Attendu.EleveAttendu;
import fr.academie.teleservices.attente.AttenduMapper.LigneAttendue;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Les personnes attendues, réunies de leurs lignes : une par élève. */
final class AttendusLus {

    private AttendusLus() {}

    /** Chaque personne une fois, avec tous ses élèves, dans l'ordre des lignes. */
    static List<Attendu> reunir(List<LigneAttendue> lignes) {
        Map<Long, List<LigneAttendue>> parPersonne = new LinkedHashMap<>();
        lignes.forEach(ligne ->
                parPersonne.computeIfAbsent(ligne.id(), id -> new ArrayList<>()).add(ligne));
        return parPersonne.values().stream().map(AttendusLus::attendu).toList();
    }

    private static Attendu attendu(List<LigneAttendue> lignes) {
        LigneAttendue une = lignes.get(0);
        List<Eleve> eleves = lignes.stream().map(LigneAttendue::eleve).toList();
        return new Attendu(
                une.id(),
                une.uai(),
                une.identite(),
                une.mail(),
                une.saisi(),
                une.compteId(),
                eleves.stream().map(eleve -> nomme(eleve, eleves)).toList());
    }

    /** La classe suit toujours le nom : il ne reste à distinguer que ceux d'une même classe. */
    private static EleveAttendu nomme(Eleve eleve, List<Eleve> eleves) {
        List<Eleve> memeClasse = eleves.stream()
                .filter(autre -> Objects.equals(autre.classe(), eleve.classe()))
                .toList();
        String nom = NomsDistincts.complets(memeClasse).getOrDefault(eleve.id(), eleve.nomComplet());
        return new EleveAttendu(eleve.id(), nom, eleve.classe());
    }
}
