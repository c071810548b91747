package fr.academie.teleservices.agent;

import fr.academie.teleservices.compte.Identifiant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code agent} et {@code habilitation}. */
interface AgentMapper {

    /** L'agent, une ligne par établissement confié, une seule sans établissement s'il n'en a pas ; vide s'il est inconnu. */
    List<LigneAgent> parIdentifiant(@Param("identifiant") Identifiant identifiant);

    /** Vrai si des habilitations données à cet identifiant attendent qu'il se connecte. */
    boolean estAttendu(@Param("identifiant") String identifiant);

    /** Vrai si un responsable ou un élève porte cet identifiant. */
    boolean estAutre(@Param("identifiant") String identifiant);

    /** Vrai si un agent a, sous cet identifiant, un mot de passe que le CAS prouve. */
    boolean aSonMotDePasse(@Param("identifiant") String identifiant);

    /** Ouvre les habilitations qui attendent cet identifiant. */
    void ouvrirLesAttendues(@Param("identifiant") String identifiant);

    /** Les adresses mail des agents de cet établissement ; vide si aucune n'est connue. */
    List<String> mails(@Param("uai") String uai);
}
