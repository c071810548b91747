package fr.academie.teleservices.alimentation.siecle;

/** Un {@code RESPONSABLE_ELEVE} tel quel ; une balise absente y est vide. */
record LienBrut(int ligne, String eleve, String personne, String niveau, String legal, String parente) {}
