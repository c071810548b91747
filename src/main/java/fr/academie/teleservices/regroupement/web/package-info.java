/** Beans des trois étapes du regroupement. */
@NullMarked
package fr.academie.teleservices.regroupement.web;

import org.jspecify.annotations.NullMarked;
