package fr.academie.teleservices.attente;

import fr.academie.teleservices.attente.AttenduMapper.LigneAttendue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Les personnes attendues, réunies de leurs lignes : une par élève. */
final class AttendusLus {

    private AttendusLus() {}

    /** Chaque personne une fois, avec tous ses élèves, dans l'ordre des lignes. */
    static List<Attendu> reunir(List<LigneAttendue> lignes) {
        Map<CleAttendu, List<LigneAttendue>> parPersonne = new LinkedHashMap<>();
        lignes.forEach(ligne -> parPersonne
                .computeIfAbsent(ligne.cle(), cle -> new ArrayList<>())
                .add(ligne));
        Map<String, Long> memeNom = parPersonne.values().stream()
                .collect(Collectors.groupingBy(
                        siennes -> siennes.get(0).identite().nomComplet(), Collectors.counting()));
        return parPersonne.values().stream()
                .map(siennes -> attendu(
                        siennes, memeNom.getOrDefault(siennes.get(0).identite().nomComplet(), 1L) > 1))
                .toList();
    }

    private static Attendu attendu(List<LigneAttendue> lignes, boolean homonyme) {
        LigneAttendue une = lignes.get(0);
        return new Attendu(
                une.cle().numero(),
                une.uai(),
                une.identite(),
                une.mail(),
                homonyme ? (une.numero() == null ? une.mail() : une.numero()) : null,
                une.saisi(),
                une.compteId(),
                lignes.stream().map(LigneAttendue::eleve).toList());
    }
}
