/**
 * Qui est qui : reconnaître, dans ce qu'un fichier dit, un élève ou un responsable déjà connu. Des règles pures : des fiches entrent, une
 * décision sort ; rien ne se lit ni ne s'écrit ici.
 */
@NullMarked
package fr.academie.teleservices.alimentation.reconnaissance;

import org.jspecify.annotations.NullMarked;
