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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Un regroupement à annoncer, et les liens qui s'y opposent. */
    record Annonce(ActeDeRegroupement acte, List<NouvelleOpposition.Lien> liens) {}

    /**
     * Ce qu'une adresse a à apprendre d'un des regroupements.
     *
     * @param lien de quoi s'y opposer ; nul si l'adresse n'est pas sûre
     */
    private record Mention(
            ActeDeRegroupement acte, String mail, boolean duPrincipal, NouvelleOpposition.@Nullable Lien lien) {}

    /**
     * Un courriel à chaque adresse du compte qui reste, qui dit d'une fois tout ce qui l'a rejoint, et un à celles de chaque compte fermé : à une adresse sûre, avec le lien qui
     * s'oppose à chacun ; à une adresse connue qui ne l'est pas, sans lien, si c'est le titulaire qui a regroupé. Le rapprochement n'écrit
     * qu'aux premières : celle d'un établissement est peut-être à quelqu'un d'autre.
     */
    List<CourrielADeposer> courriels(List<Annonce> annonces, Instant le) {
        Map<String, List<Mention>> parAdresse = new LinkedHashMap<>();
        for (Annonce annonce : annonces) {
            for (Mention mention : mentions(annonce)) {
                parAdresse
                        .computeIfAbsent(mention.mail().toLowerCase(Locale.ROOT), cle -> new ArrayList<>())
                        .add(mention);
            }
        }
        return parAdresse.values().stream()
                .flatMap(mentions -> mentions.size() > 1 && mentions.stream().anyMatch(Mention::duPrincipal)
                        ? Stream.of(courriel(mentions, le))
                        : mentions.stream().map(mention -> courriel(mention, le)))
                .toList();
    }

    private static List<Mention> mentions(Annonce annonce) {
        ActeDeRegroupement acte = annonce.acte();
        List<Mention> mentions = new ArrayList<>();
        annonce.liens()
                .forEach(lien -> mentions.add(new Mention(
                        acte, lien.mail(), lien.compteId() == acte.principal().id(), lien)));
        if (acte.origine() == OrigineDuRegroupement.TITULAIRE) {
            ajouterSansLien(mentions, acte, acte.principal().mail(), true);
            ajouterSansLien(mentions, acte, acte.secondaire().mail(), false);
        }
        return mentions;
    }

    private static void ajouterSansLien(
            List<Mention> mentions, ActeDeRegroupement acte, @Nullable String mail, boolean duPrincipal) {
        if (mail != null
                && Courriel.peutAllerA(mail)
                && mentions.stream().noneMatch(m -> m.mail().equalsIgnoreCase(mail))) {
            mentions.add(new Mention(acte, mail, duPrincipal, null));
        }
    }

    private CourrielADeposer courriel(Mention mention, Instant le) {
        ActeDeRegroupement acte = mention.acte();
        String sorte = acte.origine() == OrigineDuRegroupement.TITULAIRE ? "regroupement" : "rapprochement";
        return rediger(
                mention,
                modele(sorte, mention.lien() != null, mention.duPrincipal()),
                acte.secondaire().identifiant().valeur(),
                le,
                mention.lien() == null ? "" : avis.adresse(mention.lien()));
    }

    /** Plusieurs regroupements faits ensemble, dits d'une fois ; chacun se défait par son lien. */
    private CourrielADeposer courriel(List<Mention> mentions, Instant le) {
        Mention premiere = mentions.get(0);
        List<String> liens = new ArrayList<>();
        for (Mention mention : mentions) {
            if (mention.lien() != null) {
                liens.add(
                        mention.acte().secondaire().identifiant().valeur() + "\u00a0: " + avis.adresse(mention.lien()));
            }
        }
        return rediger(
                premiere,
                modele("regroupements", !liens.isEmpty(), true),
                mentions.stream()
                        .map(m -> m.acte().secondaire().identifiant().valeur())
                        .toList(),
                le,
                liens);
    }

    private static String modele(String sorte, boolean opposable, boolean duPrincipal) {
        return sorte + (opposable ? ".opposable" : "") + (duPrincipal ? ".principal" : ".secondaire");
    }

    /**
     * @param mention qui l'on prévient, dans sa langue
     * @param fermes un identifiant, ou plusieurs
     * @param liens un lien, vide sans lui, ou plusieurs
     */
    private CourrielADeposer rediger(Mention mention, String modele, Object fermes, Instant le, Object liens) {
        Compte principal = mention.acte().principal();
        String sienne =
                mention.duPrincipal() ? null : mention.acte().secondaire().langue();
        Courriel courriel = modeles.redigerEn(
                sienne == null ? principal.langue() : sienne,
                modele,
                mention.mail(),
                principal.identite().nomCourant(),
                principal.identifiant().valeur(),
                fermes,
                le,
                liens,
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
