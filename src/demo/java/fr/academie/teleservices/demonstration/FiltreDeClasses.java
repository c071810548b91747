package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ne montre à une application web que le JDK et ce qu'un Tomcat installé lui montrerait.
 *
 * <p>Sans lui, les bibliothèques du classpath des essais cacheraient un jar oublié dans le WAR, ou s'y ajouteraient.
 */
final class FiltreDeClasses extends ClassLoader {

    private static final List<String> PAQUETS = List.of(
            "jakarta.servlet.",
            "jakarta.el.",
            "jakarta.websocket.",
            "jakarta.annotation.",
            "jakarta.security.auth.message.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.el.",
            "org.apache.juli.",
            "org.apache.naming.",
            "org.apache.tomcat.");

    private static final Pattern JAR_DE_TOMCAT = Pattern.compile("/tomcat-(?:embed|annotations)[^/]*\\.jar!/");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader origine;

    /**
     * @param origine chargeur qui porte les classes de Tomcat en marche
     */
    FiltreDeClasses(ClassLoader origine) {
        super("tomcat", ClassLoader.getPlatformClassLoader());
        this.origine = origine;
    }

    @Override
    protected Class<?> findClass(String nom) throws ClassNotFoundException {
        if (PAQUETS.stream().anyMatch(nom::startsWith)) {
            return origine.loadClass(nom);
        }
        throw new ClassNotFoundException(nom);
    }

    @Override
    protected @Nullable URL findResource(String nom) {
        return findResources(nom).hasMoreElements() ? findResources(nom).nextElement() : null;
    }

    @Override
    protected Enumeration<URL> findResources(String nom) {
        try {
            List<URL> visibles = Collections.list(origine.getResources(nom)).stream()
                    .filter(url -> JAR_DE_TOMCAT.matcher(url.toString()).find())
                    .toList();
            return Collections.enumeration(visibles);
        } catch (IOException e) {
            return Collections.emptyEnumeration();
        }
    }
}
