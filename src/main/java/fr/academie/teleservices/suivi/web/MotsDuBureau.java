package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.agent.LigneBureau;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Balises;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Une ligne du journal du bureau, dite en mots : l'acte, puis ses précisions. Une ligne écrite par une autre version, avec une clé ou une
 * valeur qui n'a pas de mots, dit qu'il y a une précision de plus, que l'export donne.
 */
@Named("motsDuBureau")
@Singleton
public class MotsDuBureau {

    private static final String DETAIL = "bureau.journal.detail.";

    private final Textes textes;
    private final HeureDeLAcademie heure;
    private final Balises balises;

    @Inject
    public MotsDuBureau(Textes textes, HeureDeLAcademie heure, Balises balises) {
        this.textes = textes;
        this.heure = heure;
        this.balises = balises;
    }

    /** « Recherche : mots « dupont », classe 6A, 3 lignes » ; ce qu'un agent a saisi y est marqué pour {@link Balises#html}. */
    public String dire(LigneBureauLue lue) {
        String acte = textes.de("bureau.journal." + lue.ligne().action().name());
        List<String> precisions = precisions(lue.ligne());
        return precisions.isEmpty() ? acte : textes.avec("bureau.journal.phrase", acte, String.join(", ", precisions));
    }

    private List<String> precisions(LigneBureau ligne) {
        JsonObject details = FabriqueJson.lireObjet(ligne.details());
        List<String> dites = new ArrayList<>();
        Stream.of(DetailDuJournal.values())
                .filter(detail -> details.containsKey(detail.cle()))
                .filter(detail -> detail != DetailDuJournal.UAI || !Objects.equals(texte(details, detail), ligne.uai()))
                .map(detail -> dire(detail, details))
                .filter(mots -> !mots.isEmpty())
                .forEach(dites::add);
        if (details.keySet().stream().anyMatch(cle -> DetailDuJournal.deCle(cle).isEmpty())) {
            dites.add(autre());
        }
        return dites.stream().distinct().toList();
    }

    private String dire(DetailDuJournal detail, JsonObject details) {
        String cle = DETAIL + detail.name();
        String valeur = texte(details, detail);
        return switch (detail.forme()) {
            case TEXTE -> valeur.isBlank() ? "" : textes.avec(cle, balises.nom(valeur));
            case NOMBRE ->
                details.get(detail.cle()) instanceof JsonNumber nombre ? textes.avec(cle, nombre.longValue()) : autre();
            case CHOIX -> mots(cle + "." + valeur);
            case ETAT -> nomme(cle, "compte.etat." + valeur);
            case ACTION -> nomme(cle, "bureau.journal." + valeur);
            case INSTANT -> jour(cle, valeur, 0);
            case FIN -> jour(cle, valeur, 1);
            case MUET -> "";
        };
    }

    private String jour(String cle, String instant, int avant) {
        try {
            return textes.avec(
                    cle, heure.jourCourt(heure.date(Instant.parse(instant)).minusDays(avant)));
        } catch (DateTimeParseException e) {
            return autre();
        }
    }

    private String nomme(String cle, String sonMot) {
        return textes.contient(sonMot) ? textes.avec(cle, textes.de(sonMot)) : autre();
    }

    private String mots(String cle) {
        return textes.contient(cle) ? textes.de(cle) : autre();
    }

    private String autre() {
        return textes.de("bureau.journal.autre");
    }

    private static String texte(JsonObject details, DetailDuJournal detail) {
        JsonValue valeur = details.get(detail.cle());
        return valeur instanceof JsonString chaine ? chaine.getString() : String.valueOf(valeur);
    }
}
