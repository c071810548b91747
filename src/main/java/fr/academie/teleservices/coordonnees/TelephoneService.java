package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Le téléphone portable du compte, changé par son titulaire. */
@Singleton
public final class TelephoneService {

    private final CompteService comptes;
    private final TracesDuProfil traces;
    private final Transactions transactions;

    @Inject
    public TelephoneService(CompteService comptes, TracesDuProfil traces, Transactions transactions) {
        this.comptes = comptes;
        this.traces = traces;
        this.transactions = transactions;
    }

    /**
     * Enregistre le numéro au format international, ou l'efface si la saisie est vide. Si c'est déjà celui-là, il est seulement marqué comme
     * donné par son titulaire : un import n'y touche plus.
     *
     * @return faux si ce n'est pas un numéro de portable : rien n'est écrit
     */
    public boolean changer(Demandeur demandeur, String saisie) {
        Acte.CHANGER_DE_TELEPHONE.exiger(demandeur);
        boolean efface = Identifiant.sansBlancs(saisie).isEmpty();
        TelephonePortable nouveau = TelephonePortable.lire(saisie).orElse(null);
        if (nouveau == null && !efface) {
            return false;
        }
        String valeur = nouveau == null ? null : nouveau.valeur();
        return transactions.executer(() -> {
            Compte compte = comptes.verrouiller(demandeur.responsableId());
            if (!Objects.equals(normalise(compte.telephonePortable()), valeur)) {
                comptes.changerTelephone(compte, nouveau);
                traces.journaliser(
                        compte, ActionJournal.TELEPHONE_CHANGE, demandeur.auteur(), compte.telephonePortable(), valeur);
                traces.annoncer(compte, Champ.TELEPHONE_PORTABLE);
            } else if (nouveau != null) {
                comptes.confirmerTelephone(compte);
            }
            return true;
        });
    }

    private static @Nullable String normalise(@Nullable String enregistre) {
        return enregistre == null
                ? null
                : TelephonePortable.lire(enregistre)
                        .map(TelephonePortable::valeur)
                        .orElse(enregistre);
    }
}
