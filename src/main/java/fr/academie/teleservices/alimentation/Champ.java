package fr.academie.teleservices.alimentation;

/** Un champ d'une fiche et la place qu'il a en base ; clé de message {@code alimentation.champ.<nom>}. */
public enum Champ {
    NUMERO(32),
    NOM(100),
    NOM_D_USAGE(100),
    PRENOM(100),
    CIVILITE(40),
    NAISSANCE(40),
    INE(40),
    SORTIE(40),
    MAIL(254),
    PORTABLE(60),
    VOIE(300),
    CODE_POSTAL(20),
    COMMUNE(80),
    CLASSE(60),
    UAI(20),
    NOM_D_ETABLISSEMENT(120);

    private final int longueurMaximale;

    Champ(int longueurMaximale) {
        this.longueurMaximale = longueurMaximale;
    }

    /** En caractères de Java. */
    public int longueurMaximale() {
        return longueurMaximale;
    }
}
