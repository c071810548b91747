/**
 * Ce que deviennent les comptes de regroupement en rupture. Trois questions, et le seul SQL qui les pose : que sont devenus ces comptes, qui
 * celui-ci a-t-il absorbé (l'identité comparée à chaque maillon), quel compte porte cet élève aujourd'hui.
 *
 * <p>Une pièce qui doit joindre la réponse à sa propre requête inclut un fragment de {@code LigneeMapper} : {@code suites},
 * {@code absorptions} ou {@code portes}. Ici on lit seulement ; un essai refuse à toute autre pièce de suivre un regroupement ou une
 * rupture.
 */
@NullMarked
package fr.academie.teleservices.lignee;

import org.jspecify.annotations.NullMarked;
