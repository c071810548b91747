package fr.academie.teleservices.attente;

import fr.academie.teleservices.attente.AttenduMapper.LigneAttendue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Les personnes attendues, réunies de leurs lignes : une par élève. */
final class AttendusLus {

    private AttendusLus() {}

    /** Chaque personne une fois, avec tous ses élèves, dans l'ordre des lignes. */
    static List<Attendu> reunir(List<LigneAttendue> lignes) {
        Map<CleAttendu, List<LigneAttendue>> parPersonne = new LinkedHashMap<>();
        lignes.forEach(ligne -> parPersonne
                .computeIfAbsent(ligne.cle(), cle -> new ArrayList<>())
                .add(ligne));
        return parPersonne.values().stream().map(AttendusLus::attendu).toList();
    }

    private static Attendu attendu(List<LigneAttendue> lignes) {
        LigneAttendue une = lignes.get(0);
        return new Attendu(
                une.cle().numero(),
                une.uai(),
                une.identite(),
                une.mail(),
                une.saisi(),
                une.compteId(),
                lignes.stream().map(LigneAttendue::eleve).toList());
    }
}
