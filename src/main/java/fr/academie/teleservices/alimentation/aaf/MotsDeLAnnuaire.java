package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.MotsDesRemarques;
import fr.academie.teleservices.alimentation.RapportCsv;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.Avancement;
import fr.academie.teleservices.alimentation.livraison.Decompte;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonService;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ce que la commande et le dossier surveillé disent d'une livraison de l'annuaire, et son rapport. */
@Singleton
public final class MotsDeLAnnuaire {

    private final Textes textes;
    private final MotsDesRemarques remarques;
    private final HeureDeLAcademie heure;
    private final long jours;

    @Inject
    public MotsDeLAnnuaire(Textes textes, MotsDesRemarques remarques, HeureDeLAcademie heure, ProfilAcademie profil) {
        this.textes = textes;
        this.remarques = remarques;
        this.heure = heure;
        this.jours = profil.imports().delaiDesRetraits().toDays();
    }

    /** La phrase de cette clé. */
    public String de(String cle, @Nullable Object... valeurs) {
        return textes.avec("alimenter." + cle, valeurs);
    }

    /** Ce qu'elle change, sorte par sorte ; puis les liens qui attendent, s'il y en a. */
    public List<String> resume(Livraison livraison) {
        List<String> lignes = new ArrayList<>();
        lignes.add(de("livraison", livraison.perimetre(), livraison.nature().name(), fichiers(livraison)));
        for (Sorte sorte : Sorte.values()) {
            Decompte d = livraison.compteurs().de(sorte);
            lignes.add(de(
                    "sorte",
                    sorte.name(),
                    d.lues(),
                    d.nouvelles(),
                    d.changees(),
                    d.inchangees(),
                    d.refusees(),
                    d.partis()));
        }
        if (livraison.compteurs().liensEnAttente() > 0) {
            lignes.add(de("enAttente", livraison.compteurs().liensEnAttente(), jours));
        }
        return lignes;
    }

    /** Combien de liens elle retire, en centièmes de ceux que l'on connaissait. */
    public String aConfirmer(Livraison livraison) {
        return de("aConfirmer", Math.round(100 * livraison.compteurs().partDesRetraits()));
    }

    public String avancement(Avancement avancement) {
        return de("application", avancement.pourcent(), avancement.faits(), avancement.total());
    }

    public String dejaAppliquee(@Nullable Livraison celle) {
        return de("dejaAppliquee", quand(celle == null ? null : celle.finieLe()));
    }

    public String occupee(@Nullable Livraison celle) {
        return celle == null
                ? de("occupee.libre")
                : de("occupee", celle.perimetre(), celle.etat().name(), quand(celle.recueLe()), fichiers(celle));
    }

    /** Pourquoi la livraison est refusée, où, et que faire. */
    public String refusee(Remarque remarque) {
        return de(
                remarque.ligne() == 0 ? "refusee" : "refusee.ligne",
                remarque.fichier(),
                String.valueOf(remarque.ligne()),
                remarques.raison(remarque),
                remarques.quoiFaire(remarque));
    }

    /** Écrit tout ce qui a été refusé ou signalé, en tableau. */
    public void rapport(LivraisonService livraisons, Livraison livraison, Path fichier) throws IOException {
        try (Writer sortie = Files.newBufferedWriter(fichier)) {
            RapportCsv rapport = new RapportCsv(sortie, remarques, textes);
            livraisons.<IOException>chaqueRemarque(livraison, rapport::ligne);
        }
    }

    private String quand(@Nullable Instant le) {
        return le == null ? "" : heure.court(le);
    }

    private static String fichiers(Livraison livraison) {
        List<String> noms = livraison.fichiers();
        return noms.isEmpty() ? "" : noms.get(0);
    }
}
