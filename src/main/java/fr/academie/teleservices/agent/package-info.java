/** Les agents, les droits qu'ils ont à cet instant, le journal de ce qu'ils regardent et font. */
@NullMarked
package fr.academie.teleservices.agent;

import org.jspecify.annotations.NullMarked;
