package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.TelephoneConfirme;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Le portable d'un compte verrouillé, changé, et ce que cela laisse : journal, événement, et l'avis aux adresses confirmées et au numéro
 * confirmé qu'il remplace, car un numéro confirmé ouvrira un jour le compte.
 */
@Singleton
final class TracesDuTelephone {

    private final Telephones telephones;
    private final TracesDuProfil traces;
    private final CourrielsDuProfil courriels;
    private final AvisAuTitulaire avis;

    @Inject
    TracesDuTelephone(Telephones telephones, TracesDuProfil traces, CourrielsDuProfil courriels, AvisAuTitulaire avis) {
        this.telephones = telephones;
        this.traces = traces;
        this.courriels = courriels;
        this.avis = avis;
    }

    /** @param confirmeLe quand le titulaire l'a confirmé ; nul s'il ne l'est pas */
    void changer(Compte compte, Auteur auteur, @Nullable TelephonePortable nouveau, @Nullable Instant confirmeLe) {
        String valeur = nouveau == null ? null : nouveau.valeur();
        TelephoneConfirme confirme = telephones.confirme(compte.id()).orElse(null);
        boolean autre = !Objects.equals(normalise(compte.telephonePortable()), valeur);
        if (!autre && confirmeLe == null) {
            if (nouveau != null) {
                telephones.marquer(compte);
            }
            return;
        }
        if (confirme != null && autre) {
            avis.prevenirParSms(compte.id(), "telephone");
        }
        telephones.changer(compte, nouveau, confirmeLe);
        traces.journaliser(
                compte,
                confirmeLe == null ? ActionJournal.TELEPHONE_CHANGE : ActionJournal.TELEPHONE_CONFIRME,
                auteur,
                compte.telephonePortable(),
                valeur);
        if (autre) {
            traces.annoncer(compte, Champ.TELEPHONE_PORTABLE);
        }
        if (confirme != null || confirmeLe != null) {
            String modele = confirmeLe == null ? "telephone.retire" : "telephone.confirme";
            String lisible = nouveau == null ? "" : nouveau.lisible();
            avis.adressesSures(compte.id()).forEach(mail -> courriels.ecrire(modele, mail, compte, lisible));
        }
    }

    private static @Nullable String normalise(@Nullable String enregistre) {
        return enregistre == null
                ? null
                : TelephonePortable.lire(enregistre)
                        .map(TelephonePortable::valeur)
                        .orElse(enregistre);
    }
}
