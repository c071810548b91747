package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Les élèves rattachés aux comptes. */
@Singleton
public final class ScolariteService {

    private final ScolariteMapper scolarite;

    @Inject
    public ScolariteService(Transactions transactions) {
        this.scolarite = transactions.mapper(ScolariteMapper.class);
    }

    /** Les élèves du compte par prénom, liens contestés compris, liens retirés exclus ; vide si aucun. */
    public List<Enfant> enfants(long responsableId) {
        return Enfant.reunir(scolarite.enfants(responsableId));
    }

    /** De même pour chacun de ces comptes, en un aller-retour ; un compte inconnu n'y est pas. */
    public Map<Long, List<Enfant>> enfants(Collection<Long> comptes) {
        return comptes.isEmpty()
                ? Map.of()
                : scolarite.enfantsParCompte(comptes).stream()
                        .collect(Collectors.toMap(EnfantsDUnCompte::compteId, EnfantsDUnCompte::enfants));
    }

    /** Ces établissements, par nom ; une UAI inconnue n'en donne aucun. */
    public List<Etablissement> etablissements(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : scolarite.etablissements(uais);
    }

    /**
     * Ceux dont le nom, la commune ou l'UAI contiennent tous ces motifs, par nom ; ceux qu'un autre a remplacés exceptés.
     *
     * @param motifs motifs de {@code LIKE} ; aucun n'en donne aucun
     * @param limite nombre de réponses, au plus
     */
    public List<Etablissement> chercherDesEtablissements(Collection<String> motifs, int limite) {
        return motifs.isEmpty() ? List.of() : scolarite.chercherDesEtablissements(motifs, limite);
    }

    /** Les établissements de ces élèves, chacun une fois ; vide si aucun. */
    public List<Etablissement> etablissementsDe(long responsableId) {
        return enfants(responsableId).stream()
                .flatMap(enfant -> enfant.eleve().etablissements().stream())
                .distinct()
                .toList();
    }

    /** Tous les liens des deux comptes, retirés compris. */
    public List<Rattachement> rattachements(long unId, long autreId) {
        return scolarite.rattachements(unId, autreId);
    }

    /** Tous les liens de ces comptes, retirés compris, dans l'ordre de leurs id. */
    public List<Rattachement> rattachements(Collection<Long> comptes) {
        return comptes.isEmpty() ? List.of() : scolarite.rattachementsDe(comptes);
    }

    /** Tous les liens de ces comptes sous verrou, dans une transaction ouverte par l'appelant et après les comptes. */
    public List<Rattachement> verrouiller(Collection<Long> comptes) {
        return comptes.isEmpty() ? List.of() : scolarite.verrouillerDe(comptes);
    }

    /** Les liens de deux comptes sous verrou, dans une transaction ouverte par l'appelant et après les comptes. */
    public List<Rattachement> verrouiller(long unId, long autreId) {
        return scolarite.verrouiller(unId, autreId);
    }

    /**
     * Les élèves du compte inscrits dans ces établissements, par prénom, liens retirés exclus, et leurs seules inscriptions là ; vide si
     * aucun.
     */
    public List<Enfant> enfants(long responsableId, Collection<String> uais) {
        return uais.isEmpty() ? List.of() : Enfant.reunir(scolarite.enfantsDe(responsableId, uais));
    }

    /**
     * Tous les liens de ces élèves, sur tous les comptes, sous verrou, dans une transaction ouverte par l'appelant et après les
     * comptes.
     */
    public List<Rattachement> verrouillerParEleves(Collection<Long> eleves) {
        return eleves.isEmpty() ? List.of() : scolarite.verrouillerParEleves(eleves);
    }

    /**
     * Donne cette qualité et cette origine à un lien verrouillé dans la transaction de l'appelant.
     *
     * @param retrait ce qui le retire ; nul si {@code qualite} ne l'est pas
     */
    public void requalifier(
            Rattachement lien, Qualite qualite, OrigineRattachement origine, @Nullable Retrait retrait) {
        scolarite.requalifier(lien.id(), qualite, origine, retrait);
    }

    /**
     * L'établissement a répondu à la contestation d'un lien verrouillé dans la transaction de l'appelant. Celui qu'il garde alors que plus
     * aucune source ne le dit est désormais le sien : un import ne le retire pas.
     */
    public void trancher(Rattachement conteste, Qualite apres, Instant le) {
        boolean retire = apres.etat() == EtatRattachement.RETIRE;
        OrigineRattachement origine =
                retire || conteste.dit() != null ? conteste.origine() : OrigineRattachement.SAISIE;
        requalifier(conteste, apres, origine, retire ? new Retrait(le, Retrait.Par.ETABLISSEMENT) : null);
    }

    /** Rattache l'élève au compte, dans la transaction de l'appelant ; sans effet sur un lien qui vit déjà. */
    public void rattacher(
            long responsableId, long eleveId, Qualite qualite, OrigineRattachement origine, Instant depuis) {
        scolarite.rattacher(responsableId, eleveId, qualite, origine, depuis);
    }

    /** Passe à CONTESTE un lien ACTIF, verrouillé dans la transaction de l'appelant. */
    public void contester(Rattachement lien, Instant le) {
        scolarite.contester(lien.id(), le);
    }

    /** Les liens qu'un acte a gardés pour se défaire, par id ; vide s'il n'en avait pas. */
    public List<LienGarde> gardes(String avant) {
        return scolarite.gardes(avant);
    }

    /** Remet ce lien exactement, qu'il ait changé, changé de compte ou disparu ; dans la transaction de l'appelant. */
    public void remettre(LienGarde lien) {
        scolarite.remettre(lien);
    }

    /** Ôte ce lien, que l'acte défait avait seul fait naître ; dans la transaction de l'appelant. */
    public void oter(Rattachement lien) {
        scolarite.oter(lien.id());
    }

    /** Donne ce lien à un autre compte, sans rien en changer ; dans la transaction de l'appelant. */
    public void confier(Rattachement lien, long responsableId) {
        scolarite.confier(lien.id(), responsableId);
    }
}
