package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.socle.securite.Empreinte;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** L'état de deux comptes et de leurs liens à un instant, réduit à une empreinte : ce qui est confirmé est ce qui a été montré. */
record EtatMontre(Compte principal, Compte secondaire, List<Rattachement> rattachements) {

    /** 64 chiffres hexadécimaux ; change dès qu'un compte ou un lien change. */
    String empreinte() {
        StringBuilder etat = new StringBuilder();
        decrire(etat, principal);
        decrire(etat, secondaire);
        rattachements.stream()
                .sorted(Comparator.comparingLong(Rattachement::id))
                .forEach(r -> etat.append(r.id())
                        .append('/')
                        .append(r.responsableId())
                        .append('/')
                        .append(r.eleveId())
                        .append('/')
                        .append(r.qualite())
                        .append(';'));
        return HexFormat.of().formatHex(Empreinte.sha256(etat.toString()));
    }

    private static void decrire(StringBuilder etat, Compte compte) {
        etat.append(compte.id())
                .append('/')
                .append(compte.version())
                .append('/')
                .append(compte.etat())
                .append('/')
                .append(compte.identite())
                .append(';');
    }
}
