package fr.academie.teleservices.rupture;

import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deux frères d'un même collège, leurs liens et leur venue sur le compte {@link #SOURCE}. */
final class LiensDEssai {

    static final String UAI = "0330001A";
    static final long SOURCE = 7;
    static final long ELEVE = 50;
    static final long FRERE = 51;
    static final Qualite MERE_ACTIVE =
            new Qualite(NiveauResponsabilite.REPRESENTANT_LEGAL, LienParente.MERE, EtatRattachement.ACTIF);

    private static final Etablissement COLLEGE =
            new Etablissement(UAI, NatureEtablissement.COLLEGE, "Collège du Moulin", null, null, null, null);

    private LiensDEssai() {}

    static Rattachement lien(long id, long responsable, long eleve, Qualite qualite) {
        return new Rattachement(
                id,
                responsable,
                eleve,
                qualite,
                new ReferenceEleve(null, UAI, List.of()),
                OrigineRattachement.SAISIE,
                null,
                null);
    }

    static Enfant enfant(long id, Qualite qualite) {
        return new Enfant(new Eleve(id, "Durand", "Prénom" + id, LocalDate.of(2012, 4, 11), COLLEGE, "6A"), qualite);
    }

    /** La venue d'un élève du compte {@code secondaire} sur le compte {@link #SOURCE}. */
    static Arrivee arrivee(
            long regroupement,
            long secondaire,
            long eleve,
            @Nullable Qualite auPrincipal,
            @Nullable Qualite auSecondaire,
            Qualite apres) {
        return new Arrivee(
                regroupement,
                SOURCE,
                secondaire,
                "compte" + secondaire,
                Instant.EPOCH,
                eleve,
                auPrincipal,
                auSecondaire,
                apres,
                false);
    }
}
