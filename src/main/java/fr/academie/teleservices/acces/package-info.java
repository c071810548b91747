/** Qui demande, et ce qu'il peut faire : CAS, sessions, limitation des essais. */
@NullMarked
package fr.academie.teleservices.acces;

import org.jspecify.annotations.NullMarked;
