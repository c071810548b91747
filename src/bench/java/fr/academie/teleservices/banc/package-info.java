/** Mesures ({@code mvn -Pbench}) : des rapports à un plancher dans une même course, jamais des temps absolus. */
@NullMarked
package fr.academie.teleservices.banc;

import org.jspecify.annotations.NullMarked;
