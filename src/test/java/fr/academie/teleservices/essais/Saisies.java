package fr.academie.teleservices.essais;

import java.util.List;

/**
 * Les saisies d'un même identifiant. Le genre : blanc que le clavier ajoute (après un point, à la fin, insécable, fine, de toute largeur) ;
 * signe invisible (largeur nulle, césure, sens d'écriture, variante, lettre vide) ; ponctuation de fin de phrase, étoile de note,
 * guillemets, puce ; sosies du tiret, de l'apostrophe, du point, des chiffres ; pleine chasse ; majuscule et accent du correcteur ;
 * libellé de la lettre, ligne entière, lettre entière.
 */
public final class Saisies {

    private Saisies() {}

    /** Toutes désignent {@code cristelle.durand2}. */
    public static final List<String> DE_CRISTELLE = List.of(
            "cristelle.durand2",
            "Cristelle.Durand2",
            " cristelle.durand2 ",
            "\u00a0CRISTELLE.DURAND2\u200b",
            "\tcristelle.durand2\r\n",
            "cristelle. Durand2",
            "cristelle .durand2",
            "cristelle.durand 2",
            "cristelle.\u00a0durand2",
            "cristelle.\u202fdurand2",
            "cristelle.\u2009durand2",
            "cristelle.\u3000durand2",
            "cristelle\u200b.durand2",
            "cristelle.du\u00adrand2",
            "cristelle.\u2060durand2\ufeff",
            "\u200ecristelle.durand2\u200f",
            "\u202acristelle.durand2\u202c",
            "\u2066cristelle.durand2\u2069",
            "cristelle.durand2\ufe0f",
            "cristelle\u034f.durand2",
            "cristelle\u115f.durand2",
            "cristelle.durand2\u0000",
            "cristelle.durand2.",
            "cristelle.durand2*",
            "cristelle.durand2 *",
            "cristelle.durand2,",
            "cristelle.durand2\u2026",
            "cristelle.durand2 !",
            "\u00ab\u00a0cristelle.durand2\u00a0\u00bb",
            "\u201ccristelle.durand2\u201d",
            "'cristelle.durand2'",
            "(cristelle.durand2)",
            "<cristelle.durand2>",
            "- cristelle.durand2",
            "\u2022 cristelle.durand2",
            "\uff43\uff52\uff49\uff53\uff54\uff45\uff4c\uff4c\uff45\uff0e\uff44\uff55\uff52\uff41\uff4e\uff44\uff12",
            "cristelle\u3002durand2",
            "cristelle.durand\u0662",
            "crist\u00e9lle.durand2",
            "criste\u0301lle.durand2",
            "Identifiant : cristelle.durand2",
            "identifiant: cristelle.durand2",
            "IDENTIFIANT\u00a0:\u00a0cristelle.durand2",
            "Identifiant cristelle.durand2",
            "Identifiant\ncristelle.durand2",
            "Votre identifiant : cristelle. Durand2.",
            "votre identifiant est cristelle.durand2",
            "L\u2019identifiant : cristelle.durand2",
            "Login = cristelle.durand2",
            "Identifiant : cristelle.durand2  Mot de passe : CFHJ-KMNP-RTVW",
            "Identifiant : cristelle.durand2\r\nMot de passe provisoire : CFHJ KMNP RTVW");
}
