/** Téléservices : le regroupement des comptes responsables. */
@org.jspecify.annotations.NullMarked
package fr.academie.teleservices;
