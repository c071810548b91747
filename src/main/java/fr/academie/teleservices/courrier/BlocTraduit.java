package fr.academie.teleservices.courrier;

import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Textes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ce qu'une lettre dit, dans une langue ; et le bloc qui le redit dans celle de la famille, au bas de la page. */
final class BlocTraduit {

    private final Textes textes;
    private final HeureDeLAcademie heure;

    BlocTraduit(Textes textes, HeureDeLAcademie heure) {
        this.textes = textes;
        this.heure = heure;
    }

    /** Les valeurs du bloc : ce que la lettre donne, ce qu'il faut en faire, jusqu'à quand. */
    Map<String, ?> valeurs(Lettre lettre, String adresse) {
        Destinataire destinataire = lettre.destinataire();
        Langue langue = textes.getLangue();
        List<String> phrases = new ArrayList<>();
        phrases.add(textes.de("courrier.note"));
        if (lettre.code() != null) {
            phrases.add(textes.de("courrier.code.titre") + ". " + textes.de("courrier.code.texte"));
        }
        phrases.add(textes.avec("courrier.connexion", adresse));
        phrases.add(validite(lettre));
        remplace(destinataire.motif()).forEach(phrases::add);
        phrases.add(textes.de("courrier.autres"));
        return Map.of(
                "lang",
                langue.lang(),
                "direction",
                langue.sens(),
                "titre",
                textes.de("courrier.objet"),
                "texte",
                texte(destinataire, destinataire.etablissement().nom()),
                "libelleIdentifiant",
                textes.de("courrier.identifiant"),
                "libelleMotDePasse",
                textes.de("courrier.motDePasse"),
                "suite",
                phrases);
    }

    /**
     * « Vous trouverez ci-dessous… ».
     *
     * @param nom de l'établissement, tel qu'il suit son article
     */
    String texte(Destinataire destinataire, String nom) {
        Etablissement etablissement = destinataire.etablissement();
        Map<Long, String> complets = NomsDistincts.complets(destinataire.eleves());
        List<String> noms = destinataire.eleves().stream()
                .map(Eleve::id)
                .distinct()
                .map(complets::get)
                .toList();
        return textes.avec(
                "courrier.texte",
                etablissement.nature().name(),
                nom,
                noms.size() == 1
                        ? noms.get(0)
                        : textes.avec(
                                "courrier.et",
                                String.join(", ", noms.subList(0, noms.size() - 1)),
                                noms.get(noms.size() - 1)));
    }

    /** Le dernier jour du mot de passe. */
    String validite(Lettre lettre) {
        return textes.avec("courrier.validite", heure.date(dernierJour(lettre.expireLe())));
    }

    /** Ce que la lettre remplace ; vide si c'est la première. */
    List<String> remplace(MotifCourrier motif) {
        return Stream.of(motif)
                .filter(m -> m != MotifCourrier.PREMIER)
                .map(m -> textes.de("courrier.remplace." + m.name()))
                .toList();
    }

    private static Instant dernierJour(Instant expireLe) {
        return expireLe.minusMillis(1);
    }
}
