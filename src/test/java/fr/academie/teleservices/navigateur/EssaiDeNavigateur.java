package fr.academie.teleservices.navigateur;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Une classe d'essais dans un vrai navigateur ; un essai qui ne finit pas est un essai manqué. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NavigateurExtension.class)
@Timeout(120)
@interface EssaiDeNavigateur {}
