package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Entourage;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ce que l'on sait d'un titulaire et qu'un mot de passe ne devrait pas redire. Source : DOMAIN §4. */
@Singleton
public final class EntourageService {

    private final ScolariteService scolarite;
    private final ProfilAcademie profil;

    @Inject
    public EntourageService(ScolariteService scolarite, ProfilAcademie profil) {
        this.scolarite = scolarite;
        this.profil = profil;
    }

    /** Le service et son académie, que tout le monde connaît. */
    public Entourage duService() {
        return Entourage.de(nomsDuService());
    }

    /**
     * Le service, les enfants du compte et leurs établissements, liens contestés compris. Un enfant que la session ne montre pas
     * compte aussi : le refus ne dit jamais quel mot l'a causé.
     */
    public Entourage de(Compte compte) {
        List<@Nullable String> textes = new ArrayList<>(nomsDuService());
        scolarite.enfants(compte.id()).forEach(enfant -> {
            Eleve eleve = enfant.eleve();
            textes.add(eleve.nom());
            textes.add(eleve.prenom());
            eleve.inscriptions().forEach(inscription -> {
                Etablissement etablissement = inscription.etablissement();
                textes.add(inscription.classe());
                textes.add(etablissement.nom());
                textes.add(etablissement.commune());
                textes.add(etablissement.uai());
            });
        });
        return Entourage.de(textes);
    }

    private List<@Nullable String> nomsDuService() {
        return List.of(profil.service(), profil.academie(), "Téléservices", "EduConnect", "mot de passe", "password");
    }
}
