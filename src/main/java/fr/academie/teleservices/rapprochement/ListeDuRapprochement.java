package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** L'aperçu d'un rapprochement, ou son rapport, en tableau : une ligne par paire, les deux identifiants, ce qu'on en fait ou pourquoi non. */
@Singleton
public final class ListeDuRapprochement {

    private final RapprochementService rapprochements;
    private final Textes textes;

    @Inject
    public ListeDuRapprochement(RapprochementService rapprochements, Textes textes) {
        this.rapprochements = rapprochements;
        this.textes = textes;
    }

    /** Écrit le tableau au fil de l'eau, sans garder les paires en mémoire. */
    public void ecrire(long id, Appendable sortie) throws IOException {
        ecrire(new EcritureCsv(sortie), faire -> rapprochements.chaque(id, faire));
    }

    /** Écrit le tableau des paires que cette lecture donne une à une. */
    public void ecrire(EcritureCsv csv, Consumer<Consumer<PaireMontree>> lecture) throws IOException {
        csv.ligne(
                textes.de("rapprochement.liste.code"),
                textes.de("rapprochement.liste.phrase"),
                textes.de("rapprochement.liste.reste"),
                textes.de("rapprochement.liste.personne"),
                textes.de("rapprochement.liste.ferme"),
                textes.de("rapprochement.liste.personne"));
        try {
            lecture.accept(paire -> ligne(csv, paire));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void ligne(EcritureCsv csv, PaireMontree paire) {
        try {
            csv.ligne(
                    paire.code(),
                    textes.de(paire.cle()),
                    valeur(paire.identifiant()),
                    paire.numero(),
                    valeur(paire.autreIdentifiant()),
                    paire.autreNumero());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String valeur(@Nullable Identifiant identifiant) {
        return identifiant == null ? null : identifiant.valeur();
    }
}
