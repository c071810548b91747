/** Les documents PDF : gabarits XHTML, polices, césure, et l'écriture accessible (PDF/UA-1). */
@NullMarked
package fr.academie.teleservices.socle.pdf;

import org.jspecify.annotations.NullMarked;
