package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les livraisons, leurs remarques, et ce qu'un aperçu montre de leurs écarts. */
interface LivraisonMapper {

    /** Combien de livraisons, encore gardées, sont dans cet état. */
    int enEtat(@Param("etat") EtatLivraison etat);

    /** Ajoute une livraison RECUE et lui donne son numéro ; lève une violation de contrainte si une autre retient le périmètre. */
    void ajouter(Recue recue);

    @Nullable
    LigneLivraison parId(long id);

    @Nullable
    LigneLivraison verrouiller(long id);

    /** Celle qui retient ce périmètre ; nulle s'il est libre. */
    @Nullable
    LigneLivraison ouverte(@Param("source") Source source, @Param("perimetre") String perimetre);

    /** Celle qui a appliqué ce contenu ; nulle s'il n'y en a pas. */
    @Nullable
    LigneLivraison appliquee(
            @Param("source") Source source, @Param("perimetre") String perimetre, @Param("empreinte") String empreinte);

    /** L'horodatage le plus récent qui ait été appliqué ; nul s'il n'y en a pas. */
    @Nullable
    Instant derniereProduite(@Param("source") Source source, @Param("perimetre") String perimetre);

    /** Quand la dernière qui a changé quelque chose a fini de s'appliquer ; nul si aucune. */
    @Nullable
    Instant derniereAppliquee();

    /** Les périmètres qu'une livraison retient. */
    Set<String> perimetresOccupes(@Param("source") Source source);

    List<LigneLivraison> dernieres(
            @Param("source") Source source,
            @Param("perimetres") Collection<String> perimetres,
            @Param("combien") int combien);

    /** Rend 0 si elle n'est plus en lecture. */
    int lue(@Param("id") long id, @Param("compteurs") String compteurs, @Param("le") Instant le);

    void confirmer(
            @Param("id") long id,
            @Param("de") String de,
            @Param("adresse") @Nullable String adresse,
            @Param("le") Instant le);

    /** Rend 0 si elle était finie. */
    int finir(@Param("id") long id, @Param("etat") EtatLivraison etat, @Param("le") Instant le);

    /** Dit qu'on la lit encore ; rend 0 si elle n'est plus en lecture. */
    int battre(@Param("id") long id, @Param("le") Instant le);

    /** Abandonne celle de ce périmètre dont la lecture s'est tue depuis {@code avant} ; rend 0 s'il n'y en a pas. */
    int reprendre(
            @Param("source") Source source,
            @Param("perimetre") String perimetre,
            @Param("avant") Instant avant,
            @Param("le") Instant le);

    void avancer(
            @Param("id") long id,
            @Param("etape") int etape,
            @Param("curseur") long curseur,
            @Param("faits") long faits,
            @Param("le") Instant le);

    void ajouterRemarques(
            @Param("id") long id, @Param("rang") int rang, @Param("remarques") List<LigneRemarque> remarques);

    int dernierRangDeRemarque(long id);

    List<LigneRemarque> remarques(@Param("id") long id, @Param("apres") int apres, @Param("combien") int combien);

    List<EleveApercu> eleves(
            @Param("id") long id,
            @Param("ecart") Ecart ecart,
            @Param("debut") int debut,
            @Param("combien") int combien);

    List<PersonneApercu> personnes(
            @Param("id") long id,
            @Param("ecart") Ecart ecart,
            @Param("debut") int debut,
            @Param("combien") int combien);

    List<LienApercu> liens(
            @Param("id") long id,
            @Param("ecart") Ecart ecart,
            @Param("debut") int debut,
            @Param("combien") int combien);

    /** Efface les livraisons finies avant {@code avant}, et tout ce qui en reste ; rend leur nombre. */
    int purger(@Param("avant") Instant avant, @Param("combien") int combien);

    /** Abandonne les lectures que rien n'a fait avancer depuis {@code avant}, et les aperçus que personne n'a validés. */
    int abandonner(@Param("avant") Instant avant, @Param("le") Instant le);

    /** Une livraison à ajouter ; {@code id} lui est donné. */
    final class Recue {
        long id;
        final Source source;
        final String perimetre;
        final NatureLivraison nature;
        final @Nullable Integer annee;
        final Instant produiteLe;
        final String empreinte;
        final String fichiers;
        final int etape;
        final String de;
        final Instant le;

        Recue(Annonce annonce, String fichiers, String de, Instant le) {
            this.source = annonce.source();
            this.perimetre = annonce.perimetre();
            this.nature = annonce.nature();
            this.annee = annonce.annee();
            this.produiteLe = annonce.produiteLe();
            this.empreinte = annonce.empreinte();
            this.fichiers = fichiers;
            this.etape = (annonce.source() == Source.AAF ? Etape.ETABLISSEMENTS : Etape.ELEVES).code();
            this.de = de;
            this.le = le;
        }
    }

    /** Une ligne de {@code livraison}. */
    record LigneLivraison(
            long id,
            Source source,
            String perimetre,
            NatureLivraison nature,
            @Nullable Integer annee,
            Instant produiteLe,
            String empreinte,
            String fichiers,
            EtatLivraison etat,
            Instant recueLe,
            String recueDe,
            Instant avanceLe,
            @Nullable Instant confirmeeLe,
            @Nullable String confirmeeDe,
            @Nullable String adresse,
            @Nullable Instant finieLe,
            String compteurs,
            int etape,
            long curseur,
            long faits) {}

    /** Une ligne de {@code livraison_remarque} ; {@code rang} est nul tant qu'elle n'y est pas. */
    record LigneRemarque(
            @Nullable Integer rang,
            String code,
            String fichier,
            int ligne,
            @Nullable Sorte sorte,
            @Nullable String numero,
            String valeurs) {}
}
