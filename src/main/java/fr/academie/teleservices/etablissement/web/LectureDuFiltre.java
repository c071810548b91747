package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.etablissement.EtatCherche;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.Tri;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Le filtre d'une liste, tel que l'adresse le dit. */
final class LectureDuFiltre {

    private static final String OUI = "oui";
    private static final String NON = "non";

    private LectureDuFiltre() {}

    /** Une classe choisie parmi celles de plusieurs établissements dit le sien, qui l'emporte : {@code 0330001A:6A}. */
    static Filtre lire(UnaryOperator<@Nullable String> parametres) {
        String texte = Parametres.texte(parametres.apply("q"));
        String classe = Parametres.texte(parametres.apply("classe"));
        int separation = classe == null ? -1 : classe.indexOf(':');
        String sonEtablissement =
                classe == null || separation < 0 ? null : Parametres.uai(classe.substring(0, separation));
        return new Filtre(
                texte == null ? "" : texte,
                Parametres.choix(EtatCherche.class, parametres.apply("etat")).orElse(null),
                ouiNon(parametres.apply("mail")),
                ouiNon(parametres.apply("courrier")),
                classe == null || sonEtablissement == null
                        ? classe
                        : Parametres.texte(classe.substring(separation + 1)),
                sonEtablissement != null ? sonEtablissement : Parametres.uai(parametres.apply("uai")),
                Parametres.choix(Tri.class, parametres.apply("tri")).orElse(Tri.ELEVE),
                "desc".equals(parametres.apply("sens")));
    }

    /** L'adresse qui redonne ce filtre. */
    static Question question(String adresse, Filtre filtre) {
        Question question = new Question(adresse);
        for (Map.Entry<String, Object> parametre : parametres(filtre).entrySet()) {
            question = question.avec(parametre.getKey(), parametre.getValue());
        }
        return question;
    }

    /** Les paramètres qui redonnent ce filtre. */
    static Map<String, Object> parametres(Filtre filtre) {
        Map<String, Object> parametres = new LinkedHashMap<>();
        parametres.put("q", filtre.texte());
        parametres.put("etat", filtre.etat() == null ? "" : filtre.etat().name());
        parametres.put("mail", ouiNon(filtre.mailConnu()));
        parametres.put("courrier", ouiNon(filtre.courrierFait()));
        parametres.put("classe", filtre.classe() == null ? "" : filtre.classe());
        parametres.put("uai", filtre.uai() == null ? "" : filtre.uai());
        parametres.put("tri", filtre.tri() == Tri.ELEVE ? "" : filtre.tri().name());
        parametres.put("sens", filtre.decroissant() ? "desc" : "");
        return parametres;
    }

    private static @Nullable Boolean ouiNon(@Nullable String valeur) {
        if (OUI.equals(valeur)) {
            return Boolean.TRUE;
        }
        return NON.equals(valeur) ? Boolean.FALSE : null;
    }

    private static String ouiNon(@Nullable Boolean valeur) {
        if (valeur == null) {
            return "";
        }
        return valeur ? OUI : NON;
    }
}
