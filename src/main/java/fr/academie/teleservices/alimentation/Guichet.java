package fr.academie.teleservices.alimentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passe chaque ligne une fois : lue, puis gardée ou refusée avec une remarque. C'est ici, et ici seulement, que l'on compte. */
public final class Guichet {

    private final String fichier;
    private final Receveur receveur;
    private final Bilan bilan;

    public Guichet(String fichier, Receveur receveur, Bilan bilan) {
        this.fichier = fichier;
        this.receveur = receveur;
        this.bilan = bilan;
    }

    /** Vérifie une ligne et la remet au receveur. */
    public interface Geste {
        void faire() throws LigneRefusee;
    }

    /**
     * Passe une ligne.
     *
     * @param numero de quelle fiche il s'agit, pour la remarque ; nul si on ne le sait pas
     */
    public void passer(Sorte sorte, int ligne, @Nullable String numero, Geste geste) {
        bilan.lu(sorte);
        try {
            geste.faire();
            bilan.garde(sorte);
        } catch (LigneRefusee refus) {
            bilan.refuse(sorte);
            receveur.remarque(new Remarque(refus.code(), fichier, ligne, sorte, numero, refus.valeurs()));
        }
    }

    /** Une valeur d'une ligne gardée est laissée de côté. */
    public void signaler(CodeRemarque code, Sorte sorte, int ligne, @Nullable String numero, String... valeurs) {
        receveur.remarque(new Remarque(code, fichier, ligne, sorte, numero, List.of(valeurs)));
    }

    /** La ligne qu'on passe remplace une ligne déjà gardée, moins forte : celle-là est refusée. */
    public void renforcer(int ligne, @Nullable String numero) {
        bilan.remplace(Sorte.LIEN);
        signaler(CodeRemarque.LIEN_RENFORCE, Sorte.LIEN, ligne, numero);
    }

    /** L'adresse de ce champ ; ce qui n'en est pas une est signalé et laissé. */
    public @Nullable String mail(@Nullable String brut, int ligne, @Nullable String numero) {
        return siLisible(CodeRemarque.MAIL_ILLISIBLE, brut, ligne, numero, () -> Champs.mail(brut));
    }

    /** Le portable de ce champ ; un fixe, ou ce qui n'est le numéro de rien, est signalé et laissé. */
    public @Nullable String portable(@Nullable String brut, int ligne, @Nullable String numero) {
        return siLisible(
                CodeRemarque.TELEPHONE_ILLISIBLE, brut, ligne, numero, () -> portableOuRefus(brut, ligne, numero));
    }

    /** Lit une valeur. */
    private interface Lecture {
        @Nullable
        String lire() throws LigneRefusee;
    }

    private @Nullable String siLisible(
            CodeRemarque code, @Nullable String brut, int ligne, @Nullable String numero, Lecture lecture) {
        try {
            return lecture.lire();
        } catch (LigneRefusee illisible) {
            signaler(code, Sorte.PERSONNE, ligne, numero, lisible(brut));
            return null;
        }
    }

    /** Ce que dit un champ illisible, sans ce qui ne s'imprime pas. */
    public static String lisible(@Nullable String brut) {
        return brut == null ? "" : brut.strip().replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]", "");
    }

    /**
     * Le portable de ce champ ; un fixe est signalé et laissé.
     *
     * @throws LigneRefusee si ce n'est le numéro de rien
     */
    public @Nullable String portableOuRefus(@Nullable String brut, int ligne, @Nullable String numero)
            throws LigneRefusee {
        String lu = Champs.portable(brut);
        if (lu == null && brut != null && Champs.estFixe(brut)) {
            signaler(CodeRemarque.PORTABLE_FIXE, Sorte.PERSONNE, ligne, numero, brut.strip());
        }
        return lu;
    }

    /** L'INE de ce champ ; ce qui n'en est pas un est signalé et laissé. */
    public @Nullable String ine(@Nullable String brut, int ligne, @Nullable String numero) throws LigneRefusee {
        String texte = Champs.texte(Champ.INE, brut);
        if (texte == null) {
            return null;
        }
        String ine = Champs.ine(texte).orElse(null);
        if (ine == null) {
            signaler(CodeRemarque.INE_ILLISIBLE, Sorte.ELEVE, ligne, numero, texte);
        }
        return ine;
    }
}
