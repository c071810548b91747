package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.demonstration.donnees.Responsable.Personne;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Les personnes que la base élèves du collège du Moulin donne et qui n'ont pas encore de compte : de quoi les créer un par un, ou toute
 * une classe. Deux d'entre elles en ont déjà un : l'une sous le même nom, que personne n'a encore rapprochée ; l'autre connue, à qui il
 * manque un enfant.
 */
final class Attendus {

    private static final int MERE = 10;
    private static final int PERE = 20;
    private static final String SIXIEME = "6A";
    private static final String QUATRIEME = "4B";
    private static final Adresse RUE_DU_BIEF =
            new Adresse("14 rue du Bief", Ecole.DU_MOULIN.codePostal(), Ecole.DU_MOULIN.commune());
    private static final Adresse LES_PINS =
            new Adresse("Résidence Les Pins, bâtiment C\n3 allée des Résiniers", "33998", "Castelnau-les-Vignes");

    private final Ecriture ecriture;
    private final String empreinte;
    private final Instant maintenant;
    private int derniere = 481_200;

    /** Où écrire ; les lignes de la voie sont séparées par un saut de ligne. */
    record Adresse(String voie, String codePostal, String commune) {}

    Attendus(Ecriture ecriture, String empreinte, Instant maintenant) {
        this.ecriture = ecriture;
        this.empreinte = empreinte;
        this.maintenant = maintenant;
    }

    void ecrire() throws SQLException {
        long leonie = eleve("BARTHÉLEMY", "Léonie", SIXIEME);
        mere("BARTHÉLEMY", null, "Sophie", RUE_DU_BIEF, leonie);
        pere("BARTHÉLEMY", "Jean-François", RUE_DU_BIEF, leonie);
        long ibrahim = eleve("DIALLO", "Ibrahim", SIXIEME);
        long aissatou = eleve("DIALLO", "Aïssatou", QUATRIEME);
        mere("DIALLO", null, "Fatoumata", LES_PINS, ibrahim, aissatou);
        pere("DIALLO", "Mamadou", null, ibrahim, aissatou);
        mere("NGUYEN", null, "Thi Mai", RUE_DU_BIEF, eleve("NGUYEN", "Minh", SIXIEME));
        mere("LE GOFF", null, "Gwenaëlle", LES_PINS, eleve("LE GOFF", "Erwan", SIXIEME));
        pere("TESSIER", "Paul", LES_PINS, eleve("TESSIER", "Nina", SIXIEME));
        long deniz = eleve("ÖZTÜRK", "Deniz", QUATRIEME);
        mere("LEMAÎTRE", "ÖZTÜRK", "Claire", RUE_DU_BIEF, deniz);
        pere("ÖZTÜRK", "Emre", null, deniz);
        mere("SANTOS", null, "Maria", null, eleve("SANTOS", "João", QUATRIEME));
        dejaUnCompte();
        dontSiecleNeSaitPasEcrireLeNom();
    }

    private void dejaUnCompte() throws SQLException {
        compte("karine.vasseur", new Personne("MME", "Vasseur", null, "Karine"), eleve("VASSEUR", "Mathis", QUATRIEME));
        mere("VASSEUR", null, "Karine", RUE_DU_BIEF, eleve("VASSEUR", "Jade", SIXIEME));
        Personne connue = new Personne("MME", "KERVELLA", null, "Anne-Laure");
        long compte = compte("anne-laure.kervella", connue, eleve("KERVELLA", "Manon", QUATRIEME));
        attendu(connue, LES_PINS, compte, MERE, eleve("KERVELLA", "Hugo", SIXIEME));
    }

    /** Deux lettres de leur nom ne s'écrivent pas dans un fichier de SIECLE ({@link FichiersAImporter}). */
    private void dontSiecleNeSaitPasEcrireLeNom() throws SQLException {
        Personne mere = new Personne("MME", "WIŚNIEWSKA", null, "Małgorzata");
        compte("malgorzata.wisniewska", mere, eleve("WIŚNIEWSKI", "Michał", QUATRIEME));
    }

    private void mere(String nom, @Nullable String usage, String prenom, @Nullable Adresse adresse, long... eleves)
            throws SQLException {
        attendu(new Personne("MME", nom, usage, prenom), adresse, null, MERE, eleves);
    }

    private void pere(String nom, String prenom, @Nullable Adresse adresse, long... eleves) throws SQLException {
        attendu(new Personne("M.", nom, null, prenom), adresse, null, PERE, eleves);
    }

    private void attendu(Personne qui, @Nullable Adresse adresse, @Nullable Long compte, int lien, long... eleves)
            throws SQLException {
        long id = ecriture.attendu(Ecole.DU_MOULIN, String.valueOf(++derniere), qui, adresse, compte);
        for (long eleve : eleves) {
            ecriture.eleveAttendu(id, eleve, 1, lien);
        }
    }

    private long compte(String identifiant, Personne qui, long eleve) throws SQLException {
        long id = ecriture.responsable(Responsable.actif(
                identifiant,
                qui,
                identifiant + "@example.org",
                "06 39 98 20 30",
                empreinte,
                maintenant.minus(Duration.ofDays(200))));
        ecriture.rattachement(id, eleve, 1, MERE, "ACTIF", maintenant.minus(Duration.ofDays(80)));
        return id;
    }

    private long eleve(String nom, String prenom, String classe) throws SQLException {
        int age = SIXIEME.equals(classe) ? 11 : 13;
        LocalDate naissance = LocalDate.of(Familles.rentree(maintenant) - age, 1 + prenom.length(), 3 + nom.length());
        return ecriture.eleve(nom, prenom, naissance, Ecole.DU_MOULIN, classe);
    }
}
