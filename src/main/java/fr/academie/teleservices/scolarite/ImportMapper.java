package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.ClesDIdentite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les élèves et les personnes tels que des sources les nomment, et sur ce qu'elles en disent. */
interface ImportMapper {

    void eleves(@Param("p") Perimetre perimetre, ResultHandler<Identites.Connu> chacun);

    void personnes(@Param("p") Perimetre perimetre, ResultHandler<Identites.Connu> chacune);

    void constats(@Param("p") Perimetre perimetre, ResultHandler<Identites.Constat> chacun);

    List<Identites.Connu> elevesParNumero(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<Identites.Connu> personnesParNumero(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<Identites.Constat> constatsDesEleves(@Param("p") Perimetre perimetre, @Param("ids") Collection<Long> eleves);

    List<Identites.Constat> constatsDesPersonnes(@Param("ids") Collection<Long> identites);

    long nombreDeConstats(@Param("p") Perimetre perimetre);

    List<Identites.EleveConnu> elevesDesIdentites(@Param("ids") Collection<Long> ids);

    List<Identites.PersonneConnue> personnesDesIdentites(@Param("ids") Collection<Long> ids);

    List<PersonneDite> personnesDites(@Param("ids") Collection<Long> ids);

    List<PersonneDite> personnesDitesParNumero(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<Identites.EleveConnu> elevesConnus(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    List<EtablissementDEleve> aQuitterPar(@Param("p") Perimetre perimetre, @Param("ids") Collection<Long> eleves);

    List<EtablissementDEleve> places(@Param("p") Perimetre perimetre, @Param("ids") Collection<Long> eleves);

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

    List<Long> creerDesEleves(@Param("eleves") String eleves);

    void changerUnEleve(@Param("e") EleveDeSource eleve);

    void nommerUnEleve(@Param("p") Perimetre perimetre, @Param("e") EleveDeSource eleve);

    /** De même, qu'il le soit déjà ou non. */
    void renommerUnEleve(@Param("p") Perimetre perimetre, @Param("e") EleveDeSource eleve);

    /** Des places en JSON : {@code [[élève, uai, classe, jour]]}, chacune une fois ; de même pour ce qui suit. */
    void changerLesClasses(@Param("places") String places);

    void changerLesInscriptions(@Param("places") String places);

    /** Ouvre celles qui ne le sont pas ; le jour est celui de l'entrée. */
    void inscrire(@Param("places") String places);

    /** Ferme celles qui sont ouvertes ; le jour est celui de la sortie. */
    void sortir(@Param("places") String places);

    List<EtablissementDEleve> autresPrincipales(@Param("ids") Collection<Long> eleves);

    int quitterLesAutres(
            @Param("p") Perimetre perimetre, @Param("eleves") List<EleveDeSource> eleves, @Param("le") LocalDate le);

    int quitter(@Param("p") Perimetre perimetre, @Param("ids") Collection<Long> eleves, @Param("le") LocalDate le);

    List<Identites.Porte> constatsDisparus(
            @Param("source") String source,
            @Param("avant") Instant avant,
            @Param("sauf") Collection<String> saufPerimetres,
            @Param("combien") int combien);

    List<Disparu> elevesDisparus(
            @Param("source") String source,
            @Param("avant") Instant avant,
            @Param("sauf") Collection<String> saufPerimetres,
            @Param("combien") int combien);

    /** Un élève qu'un périmètre ne nomme plus. */
    record Disparu(long eleveId, String perimetre) {}

    void changerLaPrincipale(
            @Param("id") long eleveId, @Param("uai") String uai, @Param("classe") @Nullable String classe);

    void oublierDesEleves(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros, @Param("le") Instant le);

    void nommerUnePersonne(
            @Param("p") Perimetre perimetre, @Param("i") PersonneDeSource personne, @Param("c") ClesDIdentite cles);

    void changerUnePersonne(@Param("p") Perimetre perimetre, @Param("i") PersonneDeSource personne);

    void oublierDesPersonnes(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros, @Param("le") Instant le);

    List<Identites.PersonneNommee> personnesNommees(
            @Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    void direUn(Identites.Porte constat);

    /** De même, qu'il soit déjà dit ou non. */
    void redireUn(Identites.Porte constat);

    /** Les comptes qui portent un constat de ces personnes, et ceux qu'elles nomment. */
    Set<Long> comptesDe(@Param("personnes") Collection<Long> personnes);

    List<Identites.Suite> suites(@Param("personnes") Collection<Long> personnes);

    void suivre(@Param("id") long id, @Param("compteId") long compteId);

    void taire(@Param("couples") String couples);

    /** Un élève et un de ses établissements. */
    record EtablissementDEleve(
            long eleveId, String uai, @Nullable String classe) {}
}
