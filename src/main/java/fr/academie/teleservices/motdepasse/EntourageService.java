package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Entourage;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
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
     * Le service, les enfants que voit la session et leurs établissements, liens contestés compris. Un enfant qu'elle ne montre pas ne
     * compte pas : qui tient le courrier d'un établissement apprendrait les autres, un nom essayé après l'autre, à ce qui est refusé.
     *
     * @param portee l'établissement auquel la session se limite ; nul si elle voit tout le compte
     */
    public Entourage de(Compte compte, @Nullable String portee) {
        List<@Nullable String> textes = new ArrayList<>(nomsDuService());
        enfants(compte, portee).forEach(enfant -> {
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

    private List<Enfant> enfants(Compte compte, @Nullable String portee) {
        return portee == null ? scolarite.enfants(compte.id()) : scolarite.enfants(compte.id(), List.of(portee));
    }

    private List<@Nullable String> nomsDuService() {
        return List.of(profil.service(), profil.academie(), "Téléservices", "EduConnect", "mot de passe", "password");
    }
}
