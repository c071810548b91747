package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.regroupement.AtelierDeRegroupement;
import fr.academie.teleservices.scolarite.ClesDesIdentites;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Le rapprochement assemblé à la main, et de quoi dire ce que des établissements disent. */
public final class AtelierDuRapprochement {

    public static final Auteur EXPLOITATION = new Auteur(new Identifiant("exploitation"), Profil.EXPLOITATION, null);
    static final String MAIL = "c.durand@exemple.fr";
    static final String PORTABLE = "+33612345678";

    public final RapprochementService rapprochements;
    public final ExecutionDuRapprochement execution;
    final CalculDuRapprochement calcul;

    private final BaseDEssai base;
    private int numero;

    public AtelierDuRapprochement(BaseDEssai base, Atelier atelier) {
        this(base, atelier, Map.of());
    }

    public AtelierDuRapprochement(BaseDEssai base, Atelier atelier, Map<String, String> reglages) {
        this.base = base;
        rapprochements = new RapprochementService(atelier.planificateur, atelier.transactions, atelier.horloge);
        calcul = new CalculDuRapprochement(
                new ClesDesIdentites(atelier.transactions),
                new LectureDuRapprochement(atelier.lignee, atelier.transactions, atelier.horloge));
        execution = new ExecutionDuRapprochement(
                calcul,
                atelier.comptes,
                AtelierDeRegroupement.sansTitulaire(
                        atelier.scolarite,
                        atelier.avis,
                        Atelier.profil(Map.of()),
                        atelier.transactions,
                        atelier.horloge),
                atelier.transactions,
                Atelier.reglages(reglages),
                atelier.horloge);
    }

    /** Fait ce qui attend, comme un serveur. */
    public void servir() {
        Taches.faire(base, execution.tache());
    }

    /** Une personne aux quatre données de Cristelle Durand, sur ce compte. */
    public long dire(@Nullable Long compte) {
        return dire(compte, "MME", MAIL, PORTABLE);
    }

    public long dire(
            @Nullable Long compte, @Nullable String civilite, @Nullable String mail, @Nullable String portable) {
        return dire(compte, civilite, "DURAND", null, "Cristelle", mail, portable);
    }

    public long dire(
            @Nullable Long compte,
            @Nullable String civilite,
            String nom,
            @Nullable String usage,
            @Nullable String prenom,
            @Nullable String mail,
            @Nullable String portable) {
        String id = compte == null ? "NULL" : compte.toString();
        base.executer("INSERT INTO identite_responsable (source, perimetre, numero, civilite, nom_famille, nom_usage,"
                + " prenom, mail, telephone_portable, origine_id, responsable_id) VALUES ('SIECLE', '" + Familles.UAI
                + "', 'P" + ++numero + "', " + ouNul(civilite) + ", " + ouNul(nom) + ", " + ouNul(usage) + ", "
                + ouNul(prenom) + ", " + ouNul(mail) + ", " + ouNul(portable) + ", " + id + ", " + id + ")");
        return base.compter("SELECT MAX(id) FROM identite_responsable");
    }

    private static String ouNul(@Nullable String valeur) {
        return valeur == null ? "NULL" : "'" + valeur.replace("'", "''") + "'";
    }

    /** L'aperçu d'un rapprochement demandé à l'instant. */
    public long apercu() {
        long id = rapprochements.demander(EXPLOITATION).id();
        Taches.faire(base, execution.tache());
        assertThat(rapprochements.parId(id).orElseThrow().etat()).isEqualTo(EtatDuRapprochement.CALCULE);
        return id;
    }

    /** Fait tout ce que montre un aperçu demandé à l'instant ; rend le nombre de comptes fermés. */
    public int rapprocher() {
        return valider(apercu());
    }

    public int valider(long id) {
        assertThat(rapprochements.valider(id, EXPLOITATION)).isTrue();
        Taches.faire(base, execution.tache());
        assertThat(rapprochements.parId(id).orElseThrow().etat()).isEqualTo(EtatDuRapprochement.FINI);
        return rapprochements.bilan(id).issues().getOrDefault(IssueDUnePaire.FAITE, 0);
    }

    /** Ce que l'aperçu d'à présent montre : motif (∅ si à regrouper), compte qui reste, compte qui se ferme. */
    List<String> paires() {
        long id = apercu();
        List<String> paires =
                base.lire("SELECT motif, compte_id, autre_id FROM rapprochement_paire WHERE rapprochement_id = " + id
                        + " ORDER BY rang");
        assertThat(rapprochements.abandonner(id)).isTrue();
        return paires;
    }
}
