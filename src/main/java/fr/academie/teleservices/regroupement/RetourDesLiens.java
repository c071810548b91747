package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.regroupement.RegroupementMapper.Apport;
import fr.academie.teleservices.regroupement.RegroupementMapper.Base;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienGarde;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ScolariteService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Les liens d'un regroupement défait : chacun revient au compte qui se rouvre. Le principal n'en garde que ce qu'il avait avant, et ce que
 * d'autres regroupements faits depuis lui ont amené aussi : plusieurs comptes regroupés ensemble se défont l'un sans l'autre, dans
 * n'importe quel ordre, et tous défaits, chacun retrouve exactement les siens.
 */
final class RetourDesLiens {

    private final ScolariteService scolarite;
    private final RegroupementMapper regroupements;

    RetourDesLiens(ScolariteService scolarite, RegroupementMapper regroupements) {
        this.scolarite = scolarite;
        this.regroupements = regroupements;
    }

    /**
     * @param avant les liens des deux comptes avant le regroupement
     * @param liens ceux d'à présent, sous verrou
     */
    void rendre(
            UUID jeton,
            long principalId,
            long secondaireId,
            List<LienGarde> avant,
            List<Rattachement> liens,
            Instant le) {
        Map<Long, Qualite> bases = new HashMap<>();
        for (Base base : regroupements.bases(jeton)) {
            if (base.qualite() != null) {
                bases.put(base.eleveId(), base.qualite());
            }
        }
        List<Apport> apports = regroupements.apportsApres(jeton, principalId);
        for (LienGarde sien : avant) {
            if (sien.responsableId() == secondaireId) {
                Rattachement actuel = liens.stream()
                        .filter(l -> l.eleveId() == sien.eleveId())
                        .findFirst()
                        .orElseThrow();
                List<Apport> aussi = apports.stream()
                        .filter(a -> a.eleveId() == sien.eleveId())
                        .toList();
                Qualite base = bases.get(sien.eleveId());
                if (aussi.isEmpty()) {
                    rendre(sien, base, du(principalId, sien.eleveId(), avant), actuel);
                } else {
                    partager(sien, base, aussi, actuel, le);
                }
            }
        }
    }

    /** Le lien du compte fermé revient ; celui que le principal avait déjà redevient ce qu'il était, si rien d'autre ne l'a changé. */
    private void rendre(LienGarde sien, @Nullable Qualite base, @Nullable LienGarde duPrincipal, Rattachement actuel) {
        if (base == null) {
            if (!actuel.qualite().equals(sien.qualite())) {
                scolarite.confier(actuel, sien.responsableId());
                return;
            }
            if (actuel.id() != sien.id()) {
                scolarite.oter(actuel);
            }
            scolarite.remettre(sien);
            return;
        }
        if (actuel.qualite().equals(base.fusionner(sien.qualite()))) {
            if (duPrincipal != null && duPrincipal.qualite().equals(base)) {
                scolarite.remettre(duPrincipal);
            } else {
                requalifier(actuel, base);
            }
        }
        scolarite.remettre(sien);
    }

    /**
     * D'autres ont amené cet élève depuis : le principal le garde, à ce que ceux-là en disaient. Ce que l'un d'eux a trouvé et laissé se
     * récrit, comme si celui qu'on défait n'avait pas eu lieu.
     */
    private void partager(LienGarde sien, @Nullable Qualite base, List<Apport> aussi, Rattachement actuel, Instant le) {
        Qualite avec = base == null ? sien.qualite() : base.fusionner(sien.qualite());
        Qualite sans = base;
        for (Apport apport : aussi) {
            avec = avec.fusionner(apport.qualite());
            Qualite apres = sans == null ? apport.qualite() : sans.fusionner(apport.qualite());
            regroupements.recaler(apport, sans, apres);
            sans = apres;
        }
        Qualite reste = sans == null || !actuel.qualite().equals(avec) ? actuel.qualite() : sans;
        scolarite.remettre(sien);
        if (actuel.id() == sien.id()) {
            scolarite.rattacher(actuel.responsableId(), sien.eleveId(), reste, actuel.origine(), le);
        } else {
            requalifier(actuel, reste);
        }
    }

    private void requalifier(Rattachement actuel, Qualite qualite) {
        boolean retire = qualite.etat() == EtatRattachement.RETIRE;
        scolarite.requalifier(actuel, qualite, actuel.origine(), retire ? actuel.retrait() : null);
    }

    private static @Nullable LienGarde du(long compteId, long eleveId, List<LienGarde> avant) {
        return avant.stream()
                .filter(l -> l.responsableId() == compteId && l.eleveId() == eleveId)
                .findFirst()
                .orElse(null);
    }
}
