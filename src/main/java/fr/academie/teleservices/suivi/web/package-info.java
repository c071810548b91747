/** Les pages et les exports du suivi et du journal du bureau. */
@NullMarked
package fr.academie.teleservices.suivi.web;

import org.jspecify.annotations.NullMarked;
