/** Les exports de SIECLE, qu'un établissement remet lui-même : ElevesSansAdresses ou ElevesAvecAdresses, ResponsablesAvecAdresses. */
@NullMarked
package fr.academie.teleservices.alimentation.siecle;

import org.jspecify.annotations.NullMarked;
