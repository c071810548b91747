package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.Evenement.CompteFerme;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.socle.courriel.Courriel;
import fr.academie.teleservices.socle.courriel.CourrielADeposer;
import fr.academie.teleservices.socle.courriel.ModelesDeCourriel;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ce qu'un regroupement laisse derrière lui : journal (de quoi rejouer), événements pour les services, courriels aux titulaires. */
@Singleton
final class TracesDuRegroupement {

    private final ModelesDeCourriel modeles;
    private final AvisAuTitulaire avis;

    @Inject
    TracesDuRegroupement(ModelesDeCourriel modeles, AvisAuTitulaire avis) {
        this.modeles = modeles;
        this.avis = avis;
    }

    /** Une ligne pour chaque compte ; la même opération y porte le même jeton. */
    List<LigneJournal> lignes(ActeDeRegroupement acte, PlanDeRegroupement plan, Instant le) {
        long principalId = acte.principal().id();
        long secondaireId = acte.secondaire().id();
        JsonObjectBuilder details = FabriqueJson.objet()
                .add("jeton", acte.jeton().toString())
                .add("principal", principalId)
                .add("secondaire", secondaireId)
                .add("correspondance", acte.correspondance().name());
        if (acte.origine() != OrigineDuRegroupement.TITULAIRE) {
            details.add("origine", acte.origine().name());
        }
        String tous = details.add("rattachements", rattachements(plan)).build().toString();
        return List.of(
                new LigneJournal(le, ActionJournal.REGROUPEMENT, principalId, acte.auteur(), tous),
                new LigneJournal(le, ActionJournal.FERMETURE, secondaireId, acte.auteur(), tous));
    }

    /** La fermeture de l'un, qui n'a plus de lien ; les liens de l'autre. */
    List<Evenement> evenements(Compte principal, Compte secondaire, PlanDeRegroupement plan, Instant le) {
        List<Evenement.Lien> liens = plan.liens().stream()
                .map(l -> new Evenement.Lien(l.reference(), l.apres()))
                .toList();
        return List.of(
                new CompteFerme(
                        le, new Sujet(secondaire.id(), secondaire.identifiant(), List.of()), principal.identifiant()),
                new RattachementsModifies(le, new Sujet(principal.id(), principal.identifiant(), liens)));
    }

    /**
     * Un courriel à chaque adresse sûre, avec le lien qui s'oppose ; à une adresse connue qui ne l'est pas, sans lien, si c'est le titulaire
     * qui a regroupé. Le rapprochement n'écrit qu'aux premières : celle d'un établissement est peut-être à quelqu'un d'autre.
     */
    List<CourrielADeposer> courriels(ActeDeRegroupement acte, List<NouvelleOpposition.Lien> liens, Instant le) {
        Compte principal = acte.principal();
        Compte secondaire = acte.secondaire();
        boolean duTitulaire = acte.origine() == OrigineDuRegroupement.TITULAIRE;
        String modele = (duTitulaire ? "regroupement" : "rapprochement") + ".opposable.";
        List<CourrielADeposer> courriels = new ArrayList<>();
        for (NouvelleOpposition.Lien lien : liens) {
            String qui = lien.compteId() == principal.id() ? "principal" : "secondaire";
            courriels.add(courriel(modele + qui, lien.mail(), principal, secondaire, le, avis.adresse(lien)));
        }
        if (duTitulaire) {
            String unique = principal.mail();
            if (unique != null && Courriel.peutAllerA(unique) && absente(unique, liens)) {
                courriels.add(courriel("regroupement.principal", unique, principal, secondaire, le, ""));
            }
            String autre = secondaire.mail();
            if (autre != null
                    && Courriel.peutAllerA(autre)
                    && !autre.equalsIgnoreCase(unique)
                    && absente(autre, liens)) {
                courriels.add(courriel("regroupement.secondaire", autre, principal, secondaire, le, ""));
            }
        }
        return courriels;
    }

    private static boolean absente(String mail, List<NouvelleOpposition.Lien> liens) {
        return liens.stream().noneMatch(lien -> lien.mail().equalsIgnoreCase(mail));
    }

    private CourrielADeposer courriel(
            String modele, String adresse, Compte principal, Compte secondaire, Instant le, String lien) {
        boolean auSecondaire = modele.endsWith("secondaire") && secondaire.langue() != null;
        Courriel courriel = modeles.redigerEn(
                auSecondaire ? secondaire.langue() : principal.langue(),
                modele,
                adresse,
                principal.identite().nomCourant(),
                principal.identifiant().valeur(),
                secondaire.identifiant().valeur(),
                le,
                lien,
                AvisAuTitulaire.DELAI.toHours());
        return new CourrielADeposer(courriel, le);
    }

    private static JsonArrayBuilder rattachements(PlanDeRegroupement plan) {
        JsonArrayBuilder liens = FabriqueJson.tableau();
        plan.liens().forEach(l -> {
            JsonObjectBuilder lien = FabriqueJson.objet().add("eleve", l.eleveId());
            ajouter(lien, "principal", l.avantPrincipal());
            ajouter(lien, "secondaire", l.avantSecondaire());
            ajouter(lien, "apres", l.apres());
            liens.add(lien);
        });
        return liens;
    }

    private static void ajouter(JsonObjectBuilder lien, String cle, @Nullable Qualite qualite) {
        if (qualite == null) {
            lien.add(cle, JsonValue.NULL);
        } else {
            lien.add(cle, RattachementsJson.qualite(qualite));
        }
    }
}
