package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Les établissements que l'annuaire nomme. Il crée ceux que l'on ne connaît pas ; d'un établissement connu, il ne change que ce qu'il en
 * avait dit lui-même et que personne n'a corrigé depuis, et ne l'efface jamais.
 */
@Singleton
public final class EtablissementsDeSource {

    private final EtablissementDeSourceMapper etablissements;

    @Inject
    public EtablissementsDeSource(Transactions transactions) {
        this.etablissements = transactions.mapper(EtablissementDeSourceMapper.class);
    }

    /** Ceux que ce périmètre a déjà nommés, tels qu'il les a dits. */
    public List<EtablissementDeSource> connus(Perimetre perimetre) {
        return etablissements.connus(perimetre);
    }

    /** Vrai si l'on connaît un établissement de cette UAI. */
    public boolean existe(String uai) {
        return etablissements.existe(uai);
    }

    /** Les établissements fondus dans un autre, et celui où ils ont abouti. */
    public Map<String, String> remplaces() {
        Map<String, String> suivants = new HashMap<>();
        etablissements.remplaces().forEach(r -> suivants.put(r.uai(), r.remplacePar()));
        Map<String, String> derniers = new HashMap<>();
        for (String uai : suivants.keySet()) {
            Set<String> vus = new HashSet<>();
            String dernier = uai;
            // Deux établissements qui se remplaceraient l'un l'autre ne font pas une boucle.
            for (String suivant = suivants.get(uai);
                    suivant != null && vus.add(suivant);
                    suivant = suivants.get(suivant)) {
                dernier = suivant;
            }
            derniers.put(uai, dernier);
        }
        return derniers;
    }

    /** Crée ou suit ces établissements, et retient ce que l'annuaire en dit ; dans la transaction de l'appelant. */
    public void ecrire(Perimetre perimetre, List<EtablissementDeSource> dits) {
        if (dits.isEmpty()) {
            return;
        }
        dits.forEach(dit -> etablissements.suivre(perimetre, dit));
        etablissements.creer(dits);
        etablissements.nommer(perimetre, dits);
    }

    /** L'annuaire ne nomme plus ces numéros : les établissements restent. Dans la transaction de l'appelant. */
    public void oublier(Perimetre perimetre, Collection<String> numeros) {
        if (!numeros.isEmpty()) {
            etablissements.oublier(perimetre, numeros);
        }
    }
}
