/** « Il manque un enfant ? » : les pages du responsable, et celles de l'établissement à qui l'on demande un courrier. */
@NullMarked
package fr.academie.teleservices.manque.web;

import org.jspecify.annotations.NullMarked;
