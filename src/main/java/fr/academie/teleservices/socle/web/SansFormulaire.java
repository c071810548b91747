package fr.academie.teleservices.socle.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** La même demande, sans son formulaire : y chercher un paramètre n'en lit pas le corps, qui peut être un gros fichier. */
public class SansFormulaire extends HttpServletRequestWrapper {

    public SansFormulaire(HttpServletRequest requete) {
        super(requete);
    }

    @Override
    public @Nullable String getParameter(String nom) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String nom) {
        return null;
    }
}
