package fr.academie.teleservices.alimentation.siecle.web;

/**
 * Une ligne d'une liste, telle qu'elle se lit ; les noms y sont marqués pour {@link fr.academie.teleservices.socle.web.Balises#html}.
 *
 * @param titre de qui, ou de quoi, elle parle
 * @param texte ce qu'elle en dit ; vide s'il n'y a rien à en dire
 * @param suite quoi faire, ou d'où vient la ligne ; vide de même
 */
public record LigneDImport(String titre, String texte, String suite) {}
