package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.rapprochement.Appariement.Groupe;
import fr.academie.teleservices.rapprochement.Paire.Couple;
import fr.academie.teleservices.scolarite.ClesDesIdentites;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ce qu'il y a à rapprocher, avec les faits d'aujourd'hui ; ne change rien qu'aux clés des identités. */
@Singleton
final class CalculDuRapprochement {

    private final ClesDesIdentites cles;
    private final LectureDuRapprochement lecture;

    @Inject
    CalculDuRapprochement(ClesDesIdentites cles, LectureDuRapprochement lecture) {
        this.cles = cles;
        this.lecture = lecture;
    }

    /** Toutes les paires de l'académie ; celles d'une liste se font, ou se laissent, d'un seul tenant. */
    List<List<Paire>> partout() {
        cles.completer();
        List<List<PersonneDite>> listes = new ArrayList<>(lecture.deMemeMail());
        Appariement appariement =
                lecture.apparier(listes.stream().flatMap(List::stream).toList());
        List<List<Paire>> paires = new ArrayList<>(juger(appariement));
        Set<Couple> connues = new HashSet<>();
        appariement.groupes().forEach(groupe -> connues.addAll(couples(groupe)));
        appariement.laissees().forEach(paire -> connues.add(paire.couple()));
        appariement.laissees().forEach(paire -> paires.add(List.of(paire)));
        listes.addAll(lecture.sansMail());
        Incompletes.parmi(listes, connues).forEach(paire -> paires.add(List.of(paire)));
        return paires;
    }

    /** Les paires des groupes où sont ces comptes. */
    List<Paire> autour(Collection<Long> comptes) {
        return juger(lecture.autour(comptes)).stream().flatMap(List::stream).toList();
    }

    /** Les comptes que le rapprochement laisse au titulaire de celui-ci : des données identiques, et plus d'un compte activé. */
    List<Long> laissesAuTitulaire(long compteId) {
        return autour(List.of(compteId)).stream()
                .filter(paire -> paire.motif() == MotifLaisse.DEUX_COMPTES_ACTIVES)
                .flatMap(paire -> paire.autreQue(compteId).stream())
                .toList();
    }

    /** Ces comptes, et ceux que les données disent de la même personne. */
    Set<Long> comptesAutour(Collection<Long> comptes) {
        Set<Long> tous = new HashSet<>(comptes);
        lecture.autour(comptes).groupes().forEach(groupe -> tous.addAll(groupe.comptes()));
        return tous;
    }

    private List<List<Paire>> juger(Appariement appariement) {
        List<Long> comptes = appariement.groupes().stream()
                .flatMap(groupe -> groupe.comptes().stream())
                .toList();
        if (comptes.isEmpty()) {
            return List.of();
        }
        Faits faits = lecture.faits(comptes);
        return appariement.groupes().stream()
                .map(groupe -> JugeDuRapprochement.juger(groupe, faits))
                .toList();
    }

    private static List<Couple> couples(Groupe groupe) {
        List<Couple> couples = new ArrayList<>();
        groupe.comptes()
                .forEach(un -> groupe.comptes().headSet(un).forEach(autre -> couples.add(Couple.de(un, autre))));
        return couples;
    }
}
