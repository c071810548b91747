package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.Nomenclature;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.ArrayList;
import java.util.List;

/** Un lien tel que l'annuaire l'écrit : {@code id$lien$financier$légal$contact$paiement} au second degré, {@code id$lien} au premier. */
final class LienAaf {

    private LienAaf() {}

    /** Le code de parenté d'un lien ; vide s'il n'en a pas. */
    static String parente(String lien) {
        List<String> parties = parties(lien);
        return parties.size() < 2 ? "" : parties.get(1);
    }

    /** Le numéro de la personne d'un lien, tel quel. */
    static String numeroDePersonne(String lien) {
        return parties(lien).get(0);
    }

    /**
     * Un lien du second degré.
     *
     * @throws LigneRefusee LIEN_ILLISIBLE, PARENTE_INCONNUE, NIVEAU_INCONNU, NIVEAU_ABSENT
     */
    static LienLu deResponsable(String eleve, String lien, Nomenclature nomenclature) throws LigneRefusee {
        List<String> parties = parties(lien);
        if (parties.size() < 4) {
            throw new LigneRefusee(CodeRemarque.LIEN_ILLISIBLE, lien);
        }
        String legal = parties.get(3);
        if (legal.isEmpty()) {
            throw new LigneRefusee(CodeRemarque.NIVEAU_ABSENT);
        }
        NiveauResponsabilite niveau =
                nomenclature.legal(legal).orElseThrow(() -> new LigneRefusee(CodeRemarque.NIVEAU_INCONNU, legal));
        return new LienLu(eleve, personne(parties), niveau, parente(parties, nomenclature));
    }

    /**
     * Un lien du premier degré : qui a l'autorité parentale est représentant légal.
     *
     * @throws LigneRefusee LIEN_ILLISIBLE, PARENTE_INCONNUE
     */
    static LienLu dAutoriteParentale(String eleve, String lien) throws LigneRefusee {
        List<String> parties = parties(lien);
        if (parties.size() != 2) {
            throw new LigneRefusee(CodeRemarque.LIEN_ILLISIBLE, lien);
        }
        return new LienLu(
                eleve,
                personne(parties),
                NiveauResponsabilite.REPRESENTANT_LEGAL,
                parente(parties, Nomenclature.ACTUELLE));
    }

    private static String personne(List<String> parties) throws LigneRefusee {
        return Champs.exige(Champ.NUMERO, parties.get(0));
    }

    private static LienParente parente(List<String> parties, Nomenclature nomenclature) throws LigneRefusee {
        String code = parties.get(1);
        return code.isEmpty()
                ? LienParente.AUTRE
                : nomenclature.parente(code).orElseThrow(() -> new LigneRefusee(CodeRemarque.PARENTE_INCONNUE, code));
    }

    /** Sans expression régulière : une académie en a un million. */
    private static List<String> parties(String lien) {
        List<String> parties = new ArrayList<>(6);
        int debut = 0;
        for (int fin = lien.indexOf('$'); fin >= 0; fin = lien.indexOf('$', debut)) {
            parties.add(lien.substring(debut, fin).strip());
            debut = fin + 1;
        }
        parties.add(lien.substring(debut).strip());
        return parties;
    }
}
