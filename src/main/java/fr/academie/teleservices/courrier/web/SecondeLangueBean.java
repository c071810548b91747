package fr.academie.teleservices.courrier.web;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.courrier.SecondeLangue;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Le choix de la seconde langue des courriers, à qui les imprime. */
@Named("secondeLangue")
@Singleton
public class SecondeLangueBean {

    private final SecondeLangue secondes;
    private final Textes textes;

    @Inject
    public SecondeLangueBean(SecondeLangue secondes, Textes textes) {
        this.secondes = secondes;
        this.textes = textes;
    }

    public List<Langue> getProposees() {
        return secondes.proposees();
    }

    /** Le nom de cette langue, dans ses mots. */
    public String nom(Langue langue) {
        return textes.en(langue).de("langue.nom");
    }

    /** Ce que vaut de ne rien choisir : pour ce compte, ou pour chacun d'un travail si le compte est nul. */
    public String parDefaut(@Nullable Compte compte) {
        String reglee = secondes.reglee().map(this::nom).orElse("");
        if (compte == null) {
            return textes.avec("courrier.seconde.chacune", reglee.isEmpty() ? "non" : "oui", reglee);
        }
        return textes.avec(
                "courrier.seconde.famille",
                compte.langue() == null ? "non" : "oui",
                secondes.pour(compte, null).map(this::nom).orElse(textes.de("courrier.seconde.aucune")));
    }

    /** Le choix de qui ne veut que le français. */
    public String getAucune() {
        return SecondeLangue.AUCUNE;
    }
}
