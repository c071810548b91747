/** Les agents, les droits qu'ils ont à cet instant, le journal de ce qu'ils regardent et font. */
@NullMarked
@TablesEcrites("journal_bureau")
package fr.academie.teleservices.agent;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
