package fr.academie.teleservices.banc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Des familles inventées, toujours les mêmes pour une graine : jusqu'à neuf enfants, jumeaux, homonymes pour un même élève, couples qui
 * partagent adresse et téléphone, 5 % de doubles, accents et entités. Source des proportions : vrais fichiers d'académie.
 */
final class GenerateurDeFamilles {

    private static final int PART_SANS_CIVILITE = 23;
    private static final int PART_SANS_CODE_POSTAL = 17;
    private static final int PART_SANS_RESPONSABLE = 3;
    private static final int PART_DE_DOUBLES = 10;
    private static final int PART_DE_JUMEAUX = 4;
    private static final int PART_DE_GRANDS_PARENTS = 3;
    private static final int PART_D_HOMONYMES = 1;
    private static final int PART_D_ENFANTS_SEULS = 92;
    private static final int PART_DE_COUPLES_QUI_PARTAGENT = 40;
    private static final String[] SYLLABES = {
        "ma", "ro", "lé", "vin", "dur", "œu", "ça", "ti", "gna", "bou", "cha", "ri", "né", "lou", "pè", "zu", "mon",
        "far", "ïs", "el"
    };

    private final Random hasard;
    private long personnes = 2_900_000;
    private long eleves = 2_600_000;

    GenerateurDeFamilles(long graine) {
        this.hasard = new Random(graine);
    }

    /** Une personne responsable ; une chaîne vide là où la source ne dit rien. */
    record Personne(
            long numero, String civilite, String nom, String prenom, String mail, String portable, String codePostal) {}

    /** Un élève et le jour où il est né. */
    record Eleve(long numero, String nom, String prenom, String naissance, int etablissement, String classe) {}

    /** Un lien, en nomenclature d'aujourd'hui. */
    record Lien(long eleve, long personne, int niveau, int parente) {}

    /** Une famille : chaque enfant y est à chaque responsable. */
    record Famille(List<Personne> personnes, List<Eleve> eleves, List<Lien> liens) {}

    /** La suivante. */
    Famille famille() {
        String nom = nom();
        List<Personne> adultes = adultes(nom);
        List<Eleve> enfants = enfants(nom);
        List<Lien> liens = new ArrayList<>();
        for (Eleve enfant : enfants) {
            if (part(PART_SANS_RESPONSABLE)) {
                continue;
            }
            for (int i = 0; i < adultes.size(); i++) {
                liens.add(new Lien(
                        enfant.numero(), adultes.get(i).numero(), i < 2 ? 1 : 3, i == 0 ? 10 : i == 1 ? 20 : 38));
            }
        }
        return new Famille(adultes, enfants, liens);
    }

    private List<Personne> adultes(String nom) {
        List<Personne> adultes = new ArrayList<>();
        Personne mere = personne("MME", nom, mot());
        adultes.add(mere);
        if (!part(8)) {
            Personne pere = personne("M.", part(70) ? nom : nom(), mot());
            adultes.add(
                    part(PART_DE_COUPLES_QUI_PARTAGENT)
                            ? new Personne(
                                    pere.numero(),
                                    pere.civilite(),
                                    pere.nom(),
                                    pere.prenom(),
                                    mere.mail(),
                                    mere.portable(),
                                    mere.codePostal())
                            : pere);
        }
        if (part(PART_DE_GRANDS_PARENTS)) {
            adultes.add(personne("MME", nom(), mot()));
        }
        if (part(PART_D_HOMONYMES)) {
            Personne homonyme = adultes.get(adultes.size() - 1);
            adultes.add(personne(homonyme.civilite(), homonyme.nom(), homonyme.prenom()));
        }
        if (part(PART_DE_DOUBLES)) {
            adultes.add(new Personne(
                    ++personnes,
                    mere.civilite(),
                    mere.nom(),
                    mere.prenom(),
                    mere.mail(),
                    mere.portable(),
                    mere.codePostal()));
        }
        return adultes;
    }

    private List<Eleve> enfants(String nom) {
        List<Eleve> enfants = new ArrayList<>();
        int combien = part(1) ? 4 + hasard.nextInt(6) : part(PART_D_ENFANTS_SEULS) ? 1 : part(80) ? 2 : 3;
        int etablissement = hasard.nextInt(800);
        String naissance = naissance();
        for (int i = 0; i < combien; i++) {
            naissance = i > 0 && part(PART_DE_JUMEAUX) ? naissance : naissance();
            String classe = (3 + hasard.nextInt(4)) + " " + (char) ('A' + hasard.nextInt(6));
            enfants.add(new Eleve(++eleves, nom, mot(), naissance, etablissement, classe));
        }
        return enfants;
    }

    private Personne personne(String civilite, String nom, String prenom) {
        long numero = ++personnes;
        return new Personne(
                numero,
                part(PART_SANS_CIVILITE) ? "" : civilite,
                nom,
                prenom,
                part(20) ? "" : "famille." + Long.toString(hasard.nextLong() >>> 20, 36) + "@exemple.fr",
                part(15)
                        ? ""
                        : "06"
                                + String.valueOf(100_000_000 + hasard.nextInt(100_000_000))
                                        .substring(1),
                part(PART_SANS_CODE_POSTAL) ? "" : String.valueOf(33_000 + hasard.nextInt(999)));
    }

    private String naissance() {
        return deux(1 + hasard.nextInt(28)) + "/" + deux(1 + hasard.nextInt(12)) + "/" + (2008 + hasard.nextInt(8));
    }

    private static String deux(int nombre) {
        return nombre < 10 ? "0" + nombre : String.valueOf(nombre);
    }

    private String nom() {
        String nom = (syllabe() + syllabe() + (part(50) ? syllabe() : "")).toUpperCase(java.util.Locale.ROOT);
        return part(3) ? "D’" + nom : nom;
    }

    private String mot() {
        String mot = syllabe() + syllabe();
        return Character.toUpperCase(mot.charAt(0)) + mot.substring(1);
    }

    private String syllabe() {
        return SYLLABES[hasard.nextInt(SYLLABES.length)];
    }

    private boolean part(int pourCent) {
        return hasard.nextInt(100) < pourCent;
    }
}
