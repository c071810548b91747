package fr.academie.teleservices.scolarite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les élèves et les personnes tels que des sources les nomment, et sur ce qu'elles en disent. */
interface ImportMapper {

    void eleves(@Param("p") Perimetre perimetre, ResultHandler<Identites.Connu> chacun);

    void personnes(@Param("p") Perimetre perimetre, ResultHandler<Identites.Connu> chacune);

    void constats(@Param("p") Perimetre perimetre, ResultHandler<Identites.Constat> chacun);

    List<Identites.EleveConnu> elevesDesIdentites(@Param("ids") Collection<Long> ids);

    List<Identites.PersonneConnue> personnesDesIdentites(@Param("ids") Collection<Long> ids);

    List<Identites.LienConnu> liensDesConstats(@Param("p") Perimetre perimetre, @Param("couples") String couples);

    List<Long> semblablesParIne(@Param("ines") Collection<String> ines);

    List<Long> semblablesParNumero(@Param("uai") String uai, @Param("numeros") Collection<String> numeros);

    List<Long> semblablesParNaissance(@Param("naissances") Map<String, ? extends Collection<LocalDate>> naissances);

    boolean connaitDesEleves();

    List<Identites.Semblable> semblables(@Param("ids") Collection<Long> ids);

    List<Identites.NumeroDEleve> numerosDesEleves(@Param("ids") Collection<Long> ids);

    List<EtablissementDEleve> etablissementsDesEleves(@Param("ids") Collection<Long> ids);

    List<Identites.ResponsableDEleve> responsables(@Param("ids") Collection<Long> ids);

    List<Identites.NumeroDeCompte> numerosDesComptes(@Param("ids") Collection<Long> ids);

    List<Long> creerDesEleves(@Param("eleves") List<EleveDeSource> eleves);

    void changerUnEleve(@Param("e") EleveDeSource eleve);

    void nommerDesEleves(@Param("p") Perimetre perimetre, @Param("eleves") List<EleveDeSource> eleves);

    void changerLaClasse(@Param("id") long eleveId, @Param("uai") String uai, @Param("classe") @Nullable String classe);

    int changerLInscription(
            @Param("id") long eleveId, @Param("uai") String uai, @Param("classe") @Nullable String classe);

    void inscrire(
            @Param("id") long eleveId,
            @Param("uai") String uai,
            @Param("classe") @Nullable String classe,
            @Param("le") LocalDate le);

    int sortir(@Param("id") long eleveId, @Param("uai") String uai, @Param("le") LocalDate le);

    @Nullable
    EtablissementDEleve autrePrincipale(long eleveId);

    void changerLaPrincipale(
            @Param("id") long eleveId, @Param("uai") String uai, @Param("classe") @Nullable String classe);

    void oublierDesEleves(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros, @Param("le") Instant le);

    void nommerDesPersonnes(@Param("p") Perimetre perimetre, @Param("personnes") List<PersonneDeSource> personnes);

    void changerUnePersonne(@Param("p") Perimetre perimetre, @Param("i") PersonneDeSource personne);

    void oublierDesPersonnes(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros, @Param("le") Instant le);

    List<Identites.PersonneNommee> personnesNommees(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<Identites.EleveNomme> elevesNommes(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<Identites.Porte> portes(@Param("couples") String couples);

    void dire(@Param("constats") List<Identites.Porte> constats);

    void taire(@Param("couples") String couples);

    /** Un élève et un de ses établissements. */
    record EtablissementDEleve(
            long eleveId, String uai, @Nullable String classe) {}
}
