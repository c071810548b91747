/** La page du lien reçu par courriel. */
@NullMarked
package fr.academie.teleservices.opposition.web;

import org.jspecify.annotations.NullMarked;
