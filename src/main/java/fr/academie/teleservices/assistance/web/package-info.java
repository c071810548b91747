/** Les pages et les exports de l'assistance académique. */
@NullMarked
package fr.academie.teleservices.assistance.web;

import org.jspecify.annotations.NullMarked;
