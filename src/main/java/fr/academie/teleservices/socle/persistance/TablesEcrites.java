package fr.academie.teleservices.socle.persistance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Les tables qu'une pièce écrit, elle seule : posée sur son paquet. Une autre pièce qui doit y écrire inclut le fragment SQL que
 * celle-ci publie dans son mapper ; lire reste libre. L'essai {@code SqlDesPiecesTest} y veille.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TablesEcrites {

    /** Noms des tables, comme dans {@code sql/}. */
    String[] value();
}
