package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** PROFIL : changer le mot de passe, contre l'actuel. */
@Named("motDePasse")
@RequestScoped
public class MotDePasseBean extends SaisieDeMotDePasse {

    private static final String CHAMP_ACTUEL = "actuel-saisie";

    private final MotDePasseService motsDePasse;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;

    private String actuel = "";

    @Inject
    public MotDePasseBean(
            MotDePasseService motsDePasse,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        super(recapitulatif, textes);
        this.motsDePasse = motsDePasse;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** ENREGISTRER. */
    public @Nullable String enregistrer() {
        return enregistrer(motDePasse -> {
            try {
                motsDePasse.changer(utilisateur.demandeur(), actuel, motDePasse);
                return "/compte/profil?faces-redirect=true&fait=motDePasse";
            } catch (MotDePasseService.ActuelFaux e) {
                recapitulatif.signaler(CHAMP_ACTUEL, textes.de("motDePasse.actuel.faux"));
                recapitulatif.signaler(textes.avec("garde.restants", e.restants()));
                return null;
            } catch (TropDEssais e) {
                recapitulatif.signaler(attentes.de(e.attente()));
                return null;
            }
        });
    }

    public String getActuel() {
        return actuel;
    }

    public void setActuel(String actuel) {
        this.actuel = actuel;
    }
}
