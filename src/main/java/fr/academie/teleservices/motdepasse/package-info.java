/** Le mot de passe choisi : changé par son titulaire, ou remplacé après un oubli. */
@NullMarked
@TablesEcrites({"jeton_courriel", "code_de_preuve"})
package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
