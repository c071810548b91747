package fr.academie.teleservices.essais;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** La version du DSFR : {@code dsfr.version} du POM, que les adresses des pages portent. */
public final class VersionDuDsfr {

    private static final Pattern DANS_LE_POM = Pattern.compile("<dsfr\\.version>([^<]+)</dsfr\\.version>");

    private VersionDuDsfr() {}

    public static String lire() throws IOException {
        Matcher trouvee = DANS_LE_POM.matcher(Files.readString(Path.of("pom.xml")));
        if (!trouvee.find()) {
            throw new IllegalStateException("Le POM ne dit pas dsfr.version.");
        }
        return trouvee.group(1);
    }
}
