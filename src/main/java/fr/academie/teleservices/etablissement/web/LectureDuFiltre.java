package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.etablissement.EtatCherche;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.Tri;
import fr.academie.teleservices.socle.web.Demande;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Le filtre d'une liste, tel que l'adresse le dit. */
final class LectureDuFiltre {

    /** Une classe choisie parmi celles de plusieurs établissements dit le sien, qui l'emporte : {@code 0330001A:6A}. */
    private static final Pattern CLASSE = Pattern.compile("([0-9]{7}[A-Z]):(.+)");

    private static final String OUI = "oui";
    private static final String NON = "non";

    private LectureDuFiltre() {}

    static Filtre lire(HttpServletRequest requete) {
        String texte = Demande.texte(requete.getParameter("q"));
        String classe = Demande.texte(requete.getParameter("classe"));
        Matcher choisie = CLASSE.matcher(classe == null ? "" : classe);
        boolean avecSonEtablissement = choisie.matches();
        return new Filtre(
                texte == null ? "" : texte,
                Demande.choix(EtatCherche.class, requete.getParameter("etat")).orElse(null),
                ouiNon(requete.getParameter("mail")),
                ouiNon(requete.getParameter("courrier")),
                avecSonEtablissement ? choisie.group(2) : classe,
                avecSonEtablissement ? choisie.group(1) : Demande.uai(requete.getParameter("uai")),
                Demande.choix(Tri.class, requete.getParameter("tri")).orElse(Tri.ELEVE),
                "desc".equals(requete.getParameter("sens")));
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
