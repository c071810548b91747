package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Attente;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Un refus attendu : rien n'a été modifié. */
public final class RegroupementRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusRegroupement code;
    private final transient @Nullable Attente attente;
    private final int restants;
    private final @Nullable String identifiantSaisi;
    private final @Nullable Instant regroupeLe;
    private final List<String> changes;

    public RegroupementRefuse(RefusRegroupement code) {
        this(code, null, 0, null, null, List.of());
    }

    private RegroupementRefuse(
            RefusRegroupement code,
            @Nullable Attente attente,
            int restants,
            @Nullable String identifiantSaisi,
            @Nullable Instant regroupeLe,
            List<String> changes) {
        super(code.name());
        this.code = code;
        this.attente = attente;
        this.restants = restants;
        this.identifiantSaisi = identifiantSaisi;
        this.regroupeLe = regroupeLe;
        this.changes = List.copyOf(changes);
    }

    static RegroupementRefuse attendre(Attente attente) {
        return new RegroupementRefuse(RefusRegroupement.TROP_D_ESSAIS, attente, 0, null, null, List.of());
    }

    static RegroupementRefuse preuveRefusee(int restants) {
        return new RegroupementRefuse(RefusRegroupement.PREUVE_REFUSEE, null, restants, null, null, List.of());
    }

    static RegroupementRefuse dejaAbsorbe(Instant le) {
        return new RegroupementRefuse(RefusRegroupement.DEJA_ABSORBE, null, 0, null, le, List.of());
    }

    /** La demande est périmée ; l'identifiant déjà saisi évite de le retaper. */
    static RegroupementRefuse perimee(String identifiantSaisi) {
        return new RegroupementRefuse(RefusRegroupement.DEMANDE_PERIMEE, null, 0, identifiantSaisi, null, List.of());
    }

    /** Ces comptes du lot ne sont plus ce que la page a montré. */
    static RegroupementRefuse changes(List<String> identifiants) {
        return new RegroupementRefuse(RefusRegroupement.COMPTES_CHANGES, null, 0, null, null, identifiants);
    }

    public RefusRegroupement code() {
        return code;
    }

    /** L'attente demandée ; nulle si le refus n'en est pas une. */
    public @Nullable Attente attente() {
        return attente;
    }

    /** Essais qui restent après une preuve refusée ; sinon 0. */
    public int restants() {
        return restants;
    }

    /** Quand ce compte a été regroupé avec celui qui le demande ; nul pour tout autre refus. */
    public @Nullable Instant regroupeLe() {
        return regroupeLe;
    }

    /** Les identifiants des comptes d'un lot de plusieurs qui ont changé ; vide pour tout autre refus. */
    public List<String> changes() {
        return changes;
    }

    /** L'identifiant saisi à l'étape 1 par ce même responsable ; nul s'il n'est pas connu. */
    public @Nullable String identifiantSaisi() {
        return identifiantSaisi;
    }
}
