package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.regroupement.web.RepriseRegroupement.Refus;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Dit un refus dans le récapitulatif, et sur le champ qu'il concerne. */
@Dependent
class RefusAffiche {

    private static final String CHAMP_IDENTIFIANT = "autreIdentifiant-saisie";
    private static final String CHAMP_MOT_DE_PASSE = "autreMotDePasse-saisie";

    private final Recapitulatif recapitulatif;
    private final RepriseRegroupement reprise;
    private final Textes textes;

    private final PhraseDAttente attentes;
    private final Dates dates;

    @Inject
    RefusAffiche(
            Recapitulatif recapitulatif,
            RepriseRegroupement reprise,
            Textes textes,
            PhraseDAttente attentes,
            Dates dates) {
        this.recapitulatif = recapitulatif;
        this.reprise = reprise;
        this.textes = textes;
        this.attentes = attentes;
        this.dates = dates;
    }

    void dire(Refus refus) {
        RefusRegroupement code = refus.cle();
        if (code == null) {
            recapitulatif.signaler(textes.de("regroupement.reprise.SANS_DEMANDE"));
            return;
        }
        if (refus.attente() != null) {
            recapitulatif.signaler(attentes.de(refus.attente()));
            return;
        }
        String cle = "regroupement.refus." + code.name();
        String texte = textes.avec(
                refus.changes().isEmpty() ? cle : cle + ".plusieurs",
                String.join(", ", refus.changes()),
                dates.jour(refus.regroupeLe()),
                RegroupementService.AU_PLUS);
        switch (code) {
            case PREUVE_REFUSEE -> {
                recapitulatif.signaler(texte);
                recapitulatif.signaler(textes.avec("garde.restants", refus.restants()));
                recapitulatif.signaler(CHAMP_IDENTIFIANT, textes.de(cle + ".identifiant"));
                // Pas à pas, le champ du mot de passe est à la page suivante.
                if (!reprise.pasAPas()) {
                    recapitulatif.signaler(CHAMP_MOT_DE_PASSE, textes.de(cle + ".motDePasse"));
                }
            }
            case MEME_COMPTE, DEJA_ABSORBE -> recapitulatif.signaler(CHAMP_IDENTIFIANT, texte);
            default -> recapitulatif.signaler(texte);
        }
    }
}
