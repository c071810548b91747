/** Accès à MariaDB : source de données, scripts de schéma, sessions MyBatis et transactions. */
@NullMarked
package fr.academie.teleservices.socle.persistance;

import org.jspecify.annotations.NullMarked;
