package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.etablissement.AFaire;
import fr.academie.teleservices.etablissement.AFaireService;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ce qui attend l'agent, pour le menu et pour le haut de son bureau : une lecture de la base par page. */
@Named("aFaire")
@RequestScoped
public class AFaireBean {

    private final AFaireService service;
    private final UtilisateurCourant utilisateur;
    private @Nullable List<AFaire> lu;

    @Inject
    public AFaireBean(AFaireService service, UtilisateurCourant utilisateur) {
        this.service = service;
        this.utilisateur = utilisateur;
    }

    /** Le plus ancien d'abord ; vide sans agent connecté. */
    public List<AFaire> getListe() {
        List<AFaire> liste = lu;
        if (liste == null) {
            liste = utilisateur.isAgent() ? service.pour(utilisateur.agent()) : List.of();
            lu = liste;
        }
        return liste;
    }

    /** Combien attendent, tous ses établissements ensemble : {@code SIGNALEMENTS}, {@code COMPTES} ou {@code COURRIERS}. */
    public long nombre(String quoi) {
        return getListe().stream()
                .filter(travail -> travail.quoi() == AFaire.Quoi.valueOf(quoi))
                .mapToLong(AFaire::nombre)
                .sum();
    }

    /** Tous ces nombres, l'un après l'autre : ce dont le menu dépend. */
    public String getNombres() {
        return Arrays.stream(AFaire.Quoi.values())
                .map(quoi -> String.valueOf(nombre(quoi.name())))
                .collect(Collectors.joining(" "));
    }

    /** Ce même travail dans les autres établissements de l'agent, le plus ancien d'abord. */
    public List<AFaire> ailleurs(String quoi, String uai) {
        return getListe().stream()
                .filter(travail -> travail.quoi() == AFaire.Quoi.valueOf(quoi)
                        && !travail.uai().equals(uai))
                .toList();
    }

    /** La page où ce travail se fait, pour cet établissement. */
    public String adresse(AFaire travail) {
        return new Question(travail.quoi().adresse()).avec("uai", travail.uai()).adresse();
    }
}
