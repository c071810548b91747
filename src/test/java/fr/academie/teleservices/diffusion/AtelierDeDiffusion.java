package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.evenement.Evenement.CompteActive;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Des abonnés, leurs remises et de quoi faire naître des événements. */
final class AtelierDeDiffusion {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Duration DELAI = Duration.ofSeconds(10);

    final Atelier atelier;
    final Reglages reglages;
    final EvenementService evenements;
    final Abonnements abonnements;
    final RemiseDesEvenements remises;

    AtelierDeDiffusion(Map<String, URI> abonnes) {
        this(BaseDEssai.partagee().source(), abonnes);
    }

    AtelierDeDiffusion(DataSource source, Map<String, URI> abonnes) {
        this(
                new Atelier(source),
                reglages(abonnes, Map.of()),
                abonne -> new Facteur(abonne, InetAddress::getAllByName, Certificats.deLaMachine(), DELAI));
    }

    AtelierDeDiffusion(Atelier atelier, Reglages reglages, Function<Abonne, Facteur> facteurs) {
        this.atelier = atelier;
        this.reglages = reglages;
        evenements = new EvenementService(atelier.scolarite, atelier.transactions);
        abonnements = new Abonnements(reglages, evenements, atelier.transactions, atelier.horloge);
        remises = new RemiseDesEvenements(
                abonnements, evenements, atelier.transactions, reglages, atelier.horloge, facteurs);
    }

    /** Des abonnés sur cette machine, à ces adresses. */
    static Reglages reglages(Map<String, URI> abonnes, Map<String, String> autres) {
        Map<String, String> cles = new LinkedHashMap<>();
        cles.put("diffusion.abonnes", String.join(", ", abonnes.keySet()));
        abonnes.forEach((nom, adresse) -> {
            cles.put("diffusion." + nom + ".adresse", adresse.toString());
            cles.put("diffusion." + nom + ".secret", SECRET);
            cles.put("diffusion." + nom + ".adresses_privees", "127.0.0.1");
        });
        cles.putAll(autres);
        return Atelier.reglages(cles);
    }

    /** Inscrit les abonnés et leur remet l'instantané qu'ils ont à relire : il ne reste rien à remettre. */
    void inscrire() {
        abonnements.inscrire();
        BaseDEssai.partagee().executer("DELETE FROM remise", "DELETE FROM evenement");
    }

    Abonne abonne(String nom) {
        return abonnements.abonnes().stream()
                .filter(abonne -> abonne.nom().equals(nom))
                .findFirst()
                .orElseThrow();
    }

    int remettre(String nom) {
        return remises.remettre(abonne(nom));
    }

    /** Un événement de ce compte. */
    String annoncer(long compte, String identifiant) {
        atelier.transactions.executer(() -> evenements.deposer(new CompteActive(
                atelier.horloge.instant(), new Sujet(compte, new Identifiant(identifiant), List.of()))));
        return BaseDEssai.partagee().lire("SELECT MAX(id) FROM evenement").get(0);
    }
}
