package fr.academie.teleservices.demonstration.donnees;

import fr.academie.teleservices.demonstration.donnees.Responsable.Personne;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Des familles tirées d'une graine : toujours les mêmes noms et les mêmes liens, des dates relatives au jour du tirage.
 *
 * <p>Tous leurs comptes partagent une seule empreinte de mot de passe, pour que la démonstration démarre vite.
 */
final class Familles {

    private static final int MERE = 10;
    private static final int PERE = 20;
    private static final int ASCENDANT = 38;
    private static final int ASSISTANT_FAMILIAL = 42;

    private final Ecriture ecriture;
    private final String empreinte;
    private final Instant maintenant;
    private final int rentree;
    private final SplittableRandom hasard;
    private final Map<String, Integer> homonymes = new HashMap<>();

    private record Enfant(long id, Ecole ecole) {}

    Familles(Ecriture ecriture, String empreinte, Instant maintenant, long graine) {
        this.ecriture = ecriture;
        this.empreinte = empreinte;
        this.maintenant = maintenant;
        this.rentree = rentree(maintenant);
        this.hasard = new SplittableRandom(graine);
    }

    /** L'année civile de la dernière rentrée. */
    static int rentree(Instant maintenant) {
        LocalDate jour = LocalDate.ofInstant(maintenant, ZoneOffset.UTC);
        return jour.getMonthValue() >= 8 ? jour.getYear() : jour.getYear() - 1;
    }

    void ecrire(int nombre) throws SQLException {
        for (int i = 0; i < nombre; i++) {
            famille(Noms.FAMILLES.get(i % Noms.FAMILLES.size()));
        }
    }

    private void famille(String nom) throws SQLException {
        List<Enfant> enfants = enfants(nom, 1 + hasard.nextInt(3));
        int cas = hasard.nextInt(100);
        if (cas < 78) {
            mere(nom, enfants);
            pere(nom, enfants);
        } else if (cas < 90) {
            mere(nom, enfants);
        } else if (cas < 95) {
            pere(nom, enfants);
        } else {
            mere(nom, enfants);
            Personne proche = new Personne("M.", autreNom(nom), null, tire(Noms.PERES));
            rattacher(compte(proche), enfants, cas < 98 ? 3 : 2, cas < 98 ? ASCENDANT : ASSISTANT_FAMILIAL, "ACTIF");
        }
    }

    private List<Enfant> enfants(String nom, int nombre) throws SQLException {
        Enfant[] enfants = new Enfant[nombre];
        for (int i = 0; i < nombre; i++) {
            int age = 6 + hasard.nextInt(12);
            List<Ecole> possibles =
                    Ecole.toutes().stream().filter(e -> e.accueille(age)).toList();
            Ecole ecole = tire(possibles);
            LocalDate naissance = LocalDate.ofYearDay(rentree - age, 1 + hasard.nextInt(365));
            long id = ecriture.eleve(
                    nom.toUpperCase(Locale.FRENCH),
                    tire(Noms.ENFANTS),
                    naissance,
                    ecole,
                    ecole.classe(age, hasard.nextInt(4)));
            enfants[i] = new Enfant(id, ecole);
        }
        return List.of(enfants);
    }

    /** Une mère sur quatre a un compte par établissement, que les secrétariats n'écrivent pas de la même façon. */
    private void mere(String nom, List<Enfant> enfants) throws SQLException {
        boolean nomUsage = hasard.nextInt(3) == 0;
        Personne mere = new Personne("MME", nomUsage ? autreNom(nom) : nom, nomUsage ? nom : null, tire(Noms.MERES));
        boolean unSeulEtablissement =
                enfants.stream().map(Enfant::ecole).distinct().count() == 1;
        if (unSeulEtablissement || hasard.nextInt(4) != 0) {
            rattacher(compte(mere), enfants, 1, MERE, "ACTIF");
            return;
        }
        Personne enCapitales = new Personne(
                mere.civilite(),
                mere.nomFamille().toUpperCase(Locale.FRENCH),
                mere.nomUsage(),
                mere.prenom().replace('-', ' '));
        Ecole premiere = enfants.get(0).ecole();
        rattacher(
                compte(mere),
                enfants.stream().filter(e -> e.ecole().equals(premiere)).toList(),
                1,
                MERE,
                "ACTIF");
        rattacher(
                compte(enCapitales),
                enfants.stream().filter(e -> !e.ecole().equals(premiere)).toList(),
                1,
                MERE,
                "ACTIF");
    }

    private void pere(String nom, List<Enfant> enfants) throws SQLException {
        String etat = hasard.nextInt(40) == 0 ? "CONTESTE" : "ACTIF";
        rattacher(compte(new Personne("M.", nom, null, tire(Noms.PERES))), enfants, 1, PERE, etat);
    }

    /** Deux familles sur trois ont une adresse postale, dans la commune de l'aîné. */
    private void loger(long responsable, Ecole ecole) throws SQLException {
        if (responsable % 3 != 0) {
            String voie = 1 + responsable % 90 + " " + Noms.VOIES.get((int) (responsable % Noms.VOIES.size()));
            ecriture.adresse(responsable, new Attendus.Adresse(voie, ecole.codePostal(), ecole.commune()));
        }
    }

    private long compte(Personne personne) throws SQLException {
        String identifiant = identifiant(personne);
        @Nullable String mail = hasard.nextInt(10) == 0 ? null : identifiant + "@example.org";
        String telephone = String.format(Locale.ROOT, "06 39 98 %02d %02d", hasard.nextInt(100), hasard.nextInt(100));
        if (mail == null || hasard.nextInt(10) < 3) {
            Instant creeLe = maintenant.minus(Duration.ofDays(hasard.nextInt(120)));
            return ecriture.responsable(Responsable.cree(identifiant, personne, mail, telephone, empreinte, creeLe));
        }
        Instant creeLe = maintenant.minus(Duration.ofDays(30 + hasard.nextInt(700)));
        return ecriture.responsable(Responsable.actif(identifiant, personne, mail, telephone, empreinte, creeLe));
    }

    private void rattacher(long responsable, List<Enfant> enfants, int niveau, int lien, String etat)
            throws SQLException {
        loger(responsable, enfants.get(0).ecole());
        for (Enfant enfant : enfants) {
            Instant depuis = maintenant.minus(Duration.ofDays(10 + hasard.nextInt(300)));
            ecriture.rattachement(responsable, enfant.id(), niveau, lien, etat, depuis);
        }
    }

    /** prénom.nom sans accents ni espaces, suivi d'un numéro à partir du deuxième. */
    private String identifiant(Personne personne) {
        String nom = personne.nomUsage() == null ? personne.nomFamille() : personne.nomUsage();
        String base = ascii(personne.prenom()) + "." + ascii(nom);
        int rang = homonymes.merge(base, 1, Integer::sum);
        return rang == 1 ? base : base + (rang - 1);
    }

    private static String ascii(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("ı", "i")
                .replaceAll("[^a-z-]", "");
    }

    private String autreNom(String nom) {
        String autre = tire(Noms.FAMILLES);
        return autre.equals(nom) ? nom + "-" + nom : autre;
    }

    private <T> T tire(List<T> liste) {
        return liste.get(hasard.nextInt(liste.size()));
    }
}
