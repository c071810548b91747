package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.scolarite.PersonnesEnAttente.EleveDe;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.Membre;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.NumeroEnAttente;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.ResponsableEnAttente;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;

/** Les identités sans compte, et celles qui nomment la même personne. */
interface EnAttenteMapper {

    List<ResponsableEnAttente> responsables(@Param("ids") Collection<Long> eleves);

    List<NumeroEnAttente> numeros(@Param("ids") Collection<Long> premieres);

    List<EleveDe> eleves(@Param("ids") Collection<Long> identites);

    /** Les identités des groupes dont sont celles-ci. */
    Set<Long> membres(@Param("ids") Collection<Long> identites);

    /** Les verrouille, dans l'ordre de leurs id. */
    List<Membre> verrouiller(@Param("ids") Collection<Long> identites);

    void reunir(@Param("premiere") long premiere, @Param("ids") Collection<Long> identites);
}
