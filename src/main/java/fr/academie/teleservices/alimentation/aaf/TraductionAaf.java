package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.LigneRefusee;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Des demandes de l'annuaire à ce que l'on en garde. Une par fil : elle compte. */
public final class TraductionAaf {

    private final ReceveurAaf receveur;
    private final Bilan bilan;

    public TraductionAaf(ReceveurAaf receveur, Bilan bilan) {
        this.receveur = receveur;
        this.bilan = bilan;
    }

    /** Vérifie une demande et remet ce qu'elle dit ; un lien refusé ne fait pas refuser l'élève. */
    public void traduire(FicheAaf fiche) {
        Guichet guichet = new Guichet(fiche.fichier(), receveur, bilan);
        switch (fiche.operation()) {
            case AJOUT -> ajouter(fiche, guichet);
            case MODIFICATION ->
                guichet.passer(
                        fiche.categorie().sorte(),
                        fiche.ligne(),
                        fiche.id(),
                        () -> receveur.changement(
                                new TraductionDUnChangement(fiche, guichet).traduire(), fiche.ligne()));
            case RETRAIT ->
                guichet.passer(
                        fiche.categorie().sorte(),
                        fiche.ligne(),
                        fiche.id(),
                        () -> receveur.retrait(fiche.categorie(), fiche.id(), fiche.ligne()));
        }
    }

    private void ajouter(FicheAaf fiche, Guichet guichet) {
        int ligne = fiche.ligne();
        guichet.passer(fiche.categorie().sorte(), ligne, fiche.id(), () -> {
            switch (fiche.categorie()) {
                case ETABLISSEMENT -> receveur.etablissement(etablissement(fiche), ligne);
                case PERSONNE -> receveur.personne(personne(fiche, guichet), ligne);
                case ELEVE -> {
                    receveur.eleve(eleve(fiche, guichet), ligne);
                    classes(fiche, guichet).forEach(classe -> receveur.classe(classe, ligne));
                    liens(fiche, guichet).forEach(lien -> receveur.lien(lien, ligne));
                }
            }
        });
    }

    private static EtablissementLu etablissement(FicheAaf fiche) throws LigneRefusee {
        String uai = fiche.dit(Attribut.UAI) ? fiche.premiere(Attribut.UAI) : fiche.premiere(Attribut.UAI_2D);
        // CLG$DU MOULIN$TALENCE
        String[] nom = Champs.exige(Champ.NOM_D_ETABLISSEMENT, fiche.premiere(Attribut.NOM_COURANT))
                .split("\\$", -1);
        String commune = fiche.premiere(Attribut.COMMUNE);
        return new EtablissementLu(
                fiche.id(),
                Champs.uai(uai),
                nom.length > 1 ? (nom[0] + " " + nom[1]).strip() : nom[0],
                Champs.texte(Champ.COMMUNE, commune == null && nom.length > 2 ? nom[2] : commune),
                nature(fiche.premiere(Attribut.TYPE)));
    }

    private static @Nullable NatureEtablissement nature(@Nullable String type) {
        String capitales = type == null ? "" : Identite.normaliser(type).toUpperCase(Locale.ROOT);
        return capitales.startsWith("COLLEGE")
                ? NatureEtablissement.COLLEGE
                : capitales.startsWith("LYCEE")
                        ? NatureEtablissement.LYCEE
                        : capitales.startsWith("ECOLE") ? NatureEtablissement.ECOLE : null;
    }

    private static PersonneLue personne(FicheAaf fiche, Guichet guichet) throws LigneRefusee {
        Noms noms = noms(fiche);
        return new PersonneLue(
                fiche.id(),
                Champs.civilite(fiche.premiere(Attribut.CIVILITE)),
                noms.famille(),
                noms.usage(),
                Champs.texte(Champ.PRENOM, fiche.premiere(Attribut.PRENOM)),
                guichet.mail(fiche.premiere(Attribut.MAIL), fiche.ligne(), fiche.id()),
                guichet.portable(fiche.premiere(Attribut.MOBILE), fiche.ligne(), fiche.id()),
                voie(fiche),
                Champs.texte(Champ.CODE_POSTAL, fiche.premiere(Attribut.CODE_POSTAL)),
                Champs.texte(Champ.COMMUNE, fiche.premiere(Attribut.VILLE)));
    }

    /** {@code 3 rue Neuve$$$} : quatre lignes, dont des vides. */
    static @Nullable String voie(FicheAaf fiche) throws LigneRefusee {
        String adresse = fiche.premiere(Attribut.VOIE);
        return Champs.texte(Champ.VOIE, adresse == null ? null : adresse.replace('$', ' '));
    }

    private static EleveLu eleve(FicheAaf fiche, Guichet guichet) throws LigneRefusee {
        Noms noms = noms(fiche);
        LocalDate naissance = Champs.jour(Champ.NAISSANCE, fiche.premiere(Attribut.NAISSANCE));
        if (naissance == null) {
            throw new LigneRefusee(CodeRemarque.CHAMP_VIDE, Champ.NAISSANCE.name());
        }
        return new EleveLu(
                fiche.id(),
                Champs.texte(Champ.NUMERO, fiche.premiere(Attribut.NUMERO_SIECLE)),
                guichet.ine(fiche.premiere(Attribut.INE), fiche.ligne(), fiche.id()),
                noms.famille(),
                noms.usage(),
                Champs.exige(Champ.PRENOM, fiche.premiere(Attribut.PRENOM)),
                naissance,
                null);
    }

    /** Le nom de famille, et celui d'usage s'il en diffère. */
    private record Noms(String famille, @Nullable String usage) {}

    private static Noms noms(FicheAaf fiche) throws LigneRefusee {
        String patronymique = Champs.texte(Champ.NOM, fiche.premiere(Attribut.NOM_PATRONYMIQUE));
        String courant = Champs.texte(Champ.NOM_D_USAGE, fiche.premiere(Attribut.NOM));
        String famille = patronymique == null ? Champs.exige(Champ.NOM, courant) : patronymique;
        boolean pareil = courant == null
                || courant.equals(famille)
                || Identite.normaliser(courant).equals(Identite.normaliser(famille));
        return new Noms(famille, pareil ? null : courant);
    }

    /** Les liens d'un élève ; une personne dite deux fois garde le plus fort. */
    static List<LienLu> liens(FicheAaf fiche, Guichet guichet) {
        Map<String, LienLu> parPersonne = new LinkedHashMap<>();
        for (String lien : fiche.toutes(Attribut.RESPONSABLES)) {
            retenir(
                    parPersonne,
                    lien,
                    fiche,
                    guichet,
                    () -> LienAaf.deResponsable(fiche.id(), lien, fiche.nomenclature()));
        }
        for (String lien : fiche.toutes(Attribut.AUTORITE_PARENTALE)) {
            retenir(parPersonne, lien, fiche, guichet, () -> LienAaf.dAutoriteParentale(fiche.id(), lien));
        }
        return List.copyOf(parPersonne.values());
    }

    private interface LectureDeLien {
        LienLu lire() throws LigneRefusee;
    }

    private static void retenir(
            Map<String, LienLu> parPersonne, String brut, FicheAaf fiche, Guichet guichet, LectureDeLien lecture) {
        String numero = fiche.id() + " / " + LienAaf.numeroDePersonne(brut);
        guichet.passer(Sorte.LIEN, fiche.ligne(), numero, () -> {
            LienLu lien = lecture.lire();
            LienLu avant = parPersonne.get(lien.personne());
            if (avant != null && !lien.niveau().plusFortQue(avant.niveau())) {
                throw new LigneRefusee(CodeRemarque.LIEN_EN_DOUBLE);
            }
            if (avant != null) {
                guichet.renforcer(fiche.ligne(), numero);
            }
            parPersonne.put(lien.personne(), lien);
        });
    }

    /** Les classes d'un élève ; un établissement dit sans classe en est une sans nom. */
    static List<ClasseLue> classes(FicheAaf fiche, Guichet guichet) {
        Map<String, ClasseLue> parStructure = new LinkedHashMap<>();
        List<String> toutes = new ArrayList<>(fiche.toutes(Attribut.CLASSES));
        toutes.addAll(fiche.toutes(Attribut.CLASSES_1D));
        for (String classe : toutes) {
            guichet.passer(Sorte.CLASSE, fiche.ligne(), fiche.id(), () -> {
                // 501$6 A au second degré ; 900$CP$CE1$77001$01 COURS PREPARATOIRE au premier, où le nom vient en
                // dernier.
                String[] parties = classe.strip().split("\\$", -1);
                String structure = Champs.exige(Champ.NUMERO, parties[0]);
                ClasseLue lue = new ClasseLue(
                        fiche.id(),
                        structure,
                        parties.length < 2 ? null : Champs.texte(Champ.CLASSE, parties[parties.length - 1]));
                if (parStructure.putIfAbsent(structure, lue) != null) {
                    throw new LigneRefusee(CodeRemarque.CLASSE_EN_DOUBLE);
                }
            });
        }
        String rattachement = fiche.premiere(Attribut.RATTACHEMENT);
        if (rattachement != null && !parStructure.containsKey(rattachement.strip())) {
            guichet.passer(Sorte.CLASSE, fiche.ligne(), fiche.id(), () -> {
                String structure = Champs.exige(Champ.NUMERO, rattachement);
                parStructure.put(structure, new ClasseLue(fiche.id(), structure, null));
            });
        }
        return List.copyOf(parStructure.values());
    }
}
