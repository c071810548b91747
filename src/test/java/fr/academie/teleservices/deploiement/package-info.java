/** Le WAR posé comme un administrateur le pose : Tomcat et mandataire de Debian, fichiers de {@code conf/} tels que livrés. */
@NullMarked
package fr.academie.teleservices.deploiement;

import org.jspecify.annotations.NullMarked;
