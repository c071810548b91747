/** Le produit entier vu d'un navigateur et du protocole : WAR, Tomcat, CAS, MariaDB et courriels réels. */
@NullMarked
package fr.academie.teleservices.navigateur;

import org.jspecify.annotations.NullMarked;
