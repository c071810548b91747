package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Nomenclature;
import fr.academie.teleservices.alimentation.Numeros;
import fr.academie.teleservices.alimentation.Receveur;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Les liens d'un export. Les premiers attendent que l'on sache comment le fichier les écrit : cela se décide une fois, et vaut pour tous.
 *
 * <p>Le niveau est NIVEAU_RESPONSABILITE dès qu'un lien le dit, sinon RESP_LEGAL ; la parenté suit le plus grand nombre. Les deux balises
 * présentes, c'est la première qui vaut.
 */
final class LiensDuFichier {

    /** Un collège a mille liens et plus : le début du fichier en dit assez, et tient en mémoire. */
    private static final int POUR_DECIDER = 1000;

    private final Guichet guichet;
    private final Receveur receveur;
    private final Numeros eleves;
    private final Numeros personnes;
    private final CouplesVus vus = new CouplesVus();
    private final List<LienBrut> enAttente = new ArrayList<>();
    private @Nullable Nomenclature nomenclature;
    private boolean parNiveau;

    LiensDuFichier(Guichet guichet, Receveur receveur, Numeros eleves, Numeros personnes) {
        this.guichet = guichet;
        this.receveur = receveur;
        this.eleves = eleves;
        this.personnes = personnes;
    }

    void ajouter(LienBrut lien) {
        if (nomenclature != null) {
            remettre(lien, nomenclature);
            return;
        }
        enAttente.add(lien);
        if (enAttente.size() == POUR_DECIDER) {
            finir();
        }
    }

    /** Décide avec ce qui est là, et remet ce qui attendait. */
    void finir() {
        Nomenclature dite =
                Nomenclature.dite(enAttente.stream().map(LienBrut::parente).toList());
        if (nomenclature == null) {
            nomenclature = dite;
            parNiveau = enAttente.stream().anyMatch(lien -> !lien.niveau().isEmpty())
                    || enAttente.stream().allMatch(lien -> lien.legal().isEmpty());
        }
        Nomenclature decidee = nomenclature;
        enAttente.forEach(lien -> remettre(lien, decidee));
        enAttente.clear();
    }

    private void remettre(LienBrut brut, Nomenclature decidee) {
        String numero = brut.eleve() + " / " + brut.personne();
        guichet.passer(Sorte.LIEN, brut.ligne(), numero, () -> {
            String eleve = Champs.exige(Champ.NUMERO, brut.eleve());
            String personne = Champs.exige(Champ.NUMERO, brut.personne());
            if (!eleves.contient(eleve)) {
                throw new LigneRefusee(CodeRemarque.ELEVE_INCONNU, eleve);
            }
            if (!personnes.contient(personne)) {
                throw new LigneRefusee(CodeRemarque.PERSONNE_INCONNUE, personne);
            }
            LienLu lien = new LienLu(eleve, personne, niveau(brut), parente(brut.parente(), decidee));
            boolean deja = vus.connait(lien);
            if (!vus.plusFort(lien)) {
                throw new LigneRefusee(CodeRemarque.LIEN_EN_DOUBLE);
            }
            if (deja) {
                guichet.renforcer(brut.ligne(), numero);
            }
            receveur.lien(lien, brut.ligne());
        });
    }

    private NiveauResponsabilite niveau(LienBrut brut) throws LigneRefusee {
        String code = parNiveau ? brut.niveau() : brut.legal();
        if (code.isEmpty()) {
            throw new LigneRefusee(CodeRemarque.NIVEAU_ABSENT);
        }
        Optional<NiveauResponsabilite> niveau = parNiveau
                ? Arrays.stream(NiveauResponsabilite.values())
                        .filter(n -> String.valueOf(n.code()).equals(code))
                        .findFirst()
                : Nomenclature.ANCIENNE.legal(code);
        return niveau.orElseThrow(() -> new LigneRefusee(CodeRemarque.NIVEAU_INCONNU, code));
    }

    /** Une parenté que l'école n'a pas remplie ne fait pas perdre le lien. */
    private static LienParente parente(String code, Nomenclature decidee) throws LigneRefusee {
        return code.isEmpty()
                ? LienParente.AUTRE
                : decidee.parente(code).orElseThrow(() -> new LigneRefusee(CodeRemarque.PARENTE_INCONNUE, code));
    }
}
