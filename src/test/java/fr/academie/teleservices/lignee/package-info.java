/** Les trois questions de la lignée, et la preuve que nulle autre pièce ne les pose elle-même. */
@NullMarked
package fr.academie.teleservices.lignee;

import org.jspecify.annotations.NullMarked;
