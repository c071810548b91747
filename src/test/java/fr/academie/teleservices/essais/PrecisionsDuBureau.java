package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.LigneBureau;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.web.Balises;
import fr.academie.teleservices.suivi.web.MotsDuBureau;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Les lignes qu'un essai laisse au journal du bureau : chaque précision qu'elles gardent a ses mots, ou se tait à dessein. */
public final class PrecisionsDuBureau {

    private static final Auteur QUELQU_UN = new Auteur(new Identifiant("quelqu.un"), Profil.ETABLISSEMENT, "127.0.0.1");

    private final Requetes requetes;
    private final MotsDuBureau mots;
    private final String sansMots = Atelier.textes().de("bureau.journal.autre");
    private long dernier;

    public PrecisionsDuBureau(Requetes requetes) {
        this.requetes = requetes;
        ProfilAcademie profil = Atelier.profil(Map.of());
        mots = new MotsDuBureau(Atelier.textes(), new HeureDeLAcademie(profil, Communs.langues(profil)), new Balises());
    }

    /** Échoue avec chaque ligne, depuis la dernière vérification, qui se lirait avec une précision sans mots. */
    public synchronized void verifier() {
        List<String> lignes = requetes.lire("SELECT MAX(id), action, details FROM journal_bureau WHERE id > " + dernier
                + " GROUP BY action, details ORDER BY 1");
        if (!lignes.isEmpty()) {
            dernier = Long.parseLong(colonnes(lignes.get(lignes.size() - 1))[0]);
        }
        assertThat(lignes)
                .as("précisions du journal du bureau qui ont leurs mots")
                .allSatisfy(ligne -> assertThat(dire(colonnes(ligne))).doesNotContain(sansMots));
    }

    private String dire(String[] colonnes) {
        return mots.dire(new LigneBureauLue(
                1,
                new LigneBureau(
                        Instant.EPOCH, ActionBureau.valueOf(colonnes[1]), QUELQU_UN, null, null, null, colonnes[2]),
                null,
                null,
                null));
    }

    private static String[] colonnes(String ligne) {
        return ligne.split(Pattern.quote("|"), 3);
    }
}
