package fr.academie.teleservices.diffusion.aaf;

import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.CompteRelu;
import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.EleveRelu;
import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.EtablissementRelu;
import fr.academie.teleservices.diffusion.aaf.AnnuaireMapper.LienRelu;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * L'annuaire, page par page, dans l'ordre des clés. Une fiche par compte ouvert : des comptes regroupés n'en font qu'une, et chaque élève
 * cite celle qui reste. Ni mail, ni téléphone, ni adresse, ni INE.
 */
final class LectureDeLAnnuaire {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int NUMERO_MAXIMAL = 32;
    private static final String DU_SERVICE = "ts.";
    private static final int CHIFFRES_DE_L_UAI = 7;
    private static final int LETTRES = 26;

    private final AnnuaireMapper annuaire;
    private final String perimetre;

    /** @param perimetre l'espace des numéros de l'annuaire ; ceux d'un autre pourraient s'y confondre */
    LectureDeLAnnuaire(AnnuaireMapper annuaire, String perimetre) {
        this.annuaire = annuaire;
        this.perimetre = perimetre;
    }

    /** Les fiches d'une page, et jusqu'où elle va : la dernière si elle ne rend pas {@code nombre} clés. */
    record Page(List<FicheDite> fiches, long derniere) {}

    Page page(CategorieDiffusee categorie, long apres, int nombre) {
        return switch (categorie) {
            case ETABLISSEMENT -> etablissements(apres, nombre);
            case PERSONNE -> personnes(apres, nombre);
            case ELEVE -> eleves(apres, nombre);
        };
    }

    private Page etablissements(long apres, int nombre) {
        List<EtablissementRelu> relus = annuaire.etablissements(apres <= 0 ? "" : uai(apres), nombre);
        List<FicheDite> fiches = relus.stream().map(LectureDeLAnnuaire::fiche).toList();
        return new Page(
                fiches,
                fiches.size() < nombre
                        ? Long.MAX_VALUE
                        : fiches.get(fiches.size() - 1).cle());
    }

    private Page personnes(long apres, int nombre) {
        List<CompteRelu> relus = annuaire.comptes(perimetre, apres, nombre);
        return new Page(
                relus.stream().map(LectureDeLAnnuaire::fiche).toList(),
                relus.size() < nombre
                        ? Long.MAX_VALUE
                        : relus.get(relus.size() - 1).id());
    }

    private Page eleves(long apres, int nombre) {
        List<Long> ids = annuaire.eleves(apres, nombre);
        if (ids.isEmpty()) {
            return new Page(List.of(), Long.MAX_VALUE);
        }
        long premier = ids.get(0);
        long dernier = ids.get(ids.size() - 1);
        Map<Long, List<LienRelu>> liens =
                annuaire.liens(perimetre, premier, dernier).stream().collect(Collectors.groupingBy(LienRelu::eleveId));
        List<FicheDite> fiches = annuaire.inscrits(perimetre, premier, dernier).stream()
                .collect(Collectors.groupingBy(EleveRelu::id, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> fiche(e.getValue(), liens.getOrDefault(e.getKey(), List.of())))
                .toList();
        return new Page(fiches, ids.size() < nombre ? Long.MAX_VALUE : dernier);
    }

    private static FicheDite fiche(EtablissementRelu relu) {
        Map<String, List<String>> attributs = new LinkedHashMap<>();
        attributs.put("ENTStructureJointure", List.of(relu.uai()));
        attributs.put("ENTStructureUAI", List.of(relu.uai()));
        attributs.put("ENTStructureNomCourant", List.of(sansSeparateur(relu.nom())));
        attributs.put("ENTStructureTypeStruct", List.of(relu.nature()));
        attributs.put("l", valeur(relu.commune()));
        return new FicheDite(cle(relu.uai()), relu.uai(), attributs);
    }

    private static FicheDite fiche(CompteRelu relu) {
        String numero = numero(relu.numero(), relu.identifiant());
        Map<String, List<String>> attributs = new LinkedHashMap<>();
        attributs.put("ENTPersonJointure", valeur(numero));
        attributs.put("ENTPersonLogin", List.of(relu.identifiant()));
        attributs.put("ENTPersonNomPatro", List.of(relu.nomFamille()));
        attributs.put("sn", List.of(relu.nomUsage() == null ? relu.nomFamille() : relu.nomUsage()));
        attributs.put("givenName", List.of(relu.prenom()));
        attributs.put("personalTitle", valeur(relu.civilite()));
        return new FicheDite(relu.id(), numero, attributs);
    }

    private static FicheDite fiche(List<EleveRelu> inscriptions, List<LienRelu> liens) {
        EleveRelu principale = inscriptions.get(0);
        String numero = numero(principale.numero(), principale.identifiant());
        Map<String, List<String>> attributs = new LinkedHashMap<>();
        attributs.put("ENTPersonJointure", valeur(numero));
        attributs.put("ENTEleveStructRattachId", valeur(principale.numeroSiecle()));
        attributs.put("ENTPersonDateNaissance", List.of(jour(principale.dateNaissance())));
        attributs.put("ENTPersonNomPatro", List.of(principale.nom()));
        attributs.put("sn", List.of(principale.nom()));
        attributs.put("givenName", List.of(principale.prenom()));
        attributs.put("ENTElevePersRelEleve", liens(liens));
        attributs.put("ENTPersonStructRattach", List.of(principale.uai()));
        attributs.put(
                "ENTEleveClasses",
                inscriptions.stream()
                        .map(i -> i.classe() == null ? i.uai() : i.uai() + "$" + sansSeparateur(i.classe()))
                        .toList());
        return new FicheDite(principale.id(), numero, attributs);
    }

    /** {@code id$lien$financier$légal$contact$paiement}, dans la nomenclature actuelle : légal 1, 2 en charge, 0 contact. */
    private static List<String> liens(List<LienRelu> liens) {
        List<String> ecrits = new ArrayList<>();
        for (LienRelu lien : liens) {
            String numero = numero(lien.numero(), lien.identifiant());
            if (numero != null) {
                int legal = lien.niveau() == 3 ? 0 : lien.niveau();
                ecrits.add(numero + "$" + lien.lien() + "$0$" + legal + "$" + (legal == 0 ? 1 : 0) + "$0");
            }
        }
        return ecrits;
    }

    /** Celui d'une source ; sinon un du service, qui ne peut être celui d'aucune. */
    private static @Nullable String numero(@Nullable String numero, @Nullable String identifiant) {
        String retenu = numero != null ? numero : identifiant == null ? null : DU_SERVICE + identifiant;
        return retenu == null || retenu.length() > NUMERO_MAXIMAL ? null : retenu;
    }

    private static String jour(LocalDate jour) {
        return JOUR.format(jour);
    }

    private static List<String> valeur(@Nullable String valeur) {
        return valeur == null ? List.of() : List.of(valeur);
    }

    /** « $ » sépare les parties d'une valeur : il ne peut pas y être. */
    private static String sansSeparateur(String valeur) {
        return valeur.replace('$', ' ');
    }

    /** Une UAI, en nombre : même ordre. */
    private static long cle(String uai) {
        return Long.parseLong(uai.substring(0, CHIFFRES_DE_L_UAI)) * LETTRES
                + (uai.charAt(CHIFFRES_DE_L_UAI) - 'A')
                + 1;
    }

    private static String uai(long cle) {
        long rang = cle - 1;
        return "%07d%c".formatted(rang / LETTRES, (char) ('A' + rang % LETTRES));
    }
}
