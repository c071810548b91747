package fr.academie.teleservices.socle.mesure;

import java.util.List;

/** Un service qui compte ce qui se passe ; CDI les trouve tous. */
public interface Comptable {

    /** Ses comptes à cet instant ; chaque étiquette une fois vue y reste. */
    List<Compteur> compteurs();
}
