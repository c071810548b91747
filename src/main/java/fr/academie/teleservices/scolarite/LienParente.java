package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.AvecCode;

/** Lien de parenté, codes SIECLE (CODE_PARENTE) ; clé de message {@code lien.<nom>}. */
public enum LienParente implements AvecCode {
    MERE(10),
    PERE(20),
    FRATRIE(37),
    ASCENDANT(38),
    AUTRE_MEMBRE_DE_LA_FAMILLE(39),
    EDUCATEUR(41),
    ASSISTANT_FAMILIAL(42),
    GARDE_D_ENFANT(43),
    TUTEUR(50),
    AIDE_SOCIALE_A_L_ENFANCE(51),
    ELEVE_LUI_MEME(70),
    AUTRE(90);

    private final int code;

    LienParente(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
