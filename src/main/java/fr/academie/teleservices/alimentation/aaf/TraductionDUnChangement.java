package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.Champs;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Guichet;
import fr.academie.teleservices.alimentation.LigneRefusee;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Une modification : les champs qu'elle dit, et eux seuls. Une valeur vide efface, sauf un nom ou un prénom. */
final class TraductionDUnChangement {

    private final FicheAaf fiche;
    private final Guichet guichet;
    private final Map<Champ, @Nullable String> champs = new EnumMap<>(Champ.class);

    TraductionDUnChangement(FicheAaf fiche, Guichet guichet) {
        this.fiche = fiche;
        this.guichet = guichet;
    }

    private interface Lecture {
        @Nullable
        String lire(@Nullable String brut) throws LigneRefusee;
    }

    ChangementAaf traduire() throws LigneRefusee {
        prendre(Attribut.NOM_PATRONYMIQUE, Champ.NOM, brut -> Champs.texte(Champ.NOM, brut));
        prendre(Attribut.NOM, Champ.NOM_D_USAGE, brut -> Champs.texte(Champ.NOM_D_USAGE, brut));
        prendre(Attribut.PRENOM, Champ.PRENOM, brut -> Champs.texte(Champ.PRENOM, brut));
        prendre(Attribut.CIVILITE, Champ.CIVILITE, Champs::civilite);
        prendreSiLisible(CodeRemarque.MAIL_ILLISIBLE, Attribut.MAIL, Champ.MAIL, Champs::mail);
        prendreSiLisible(
                CodeRemarque.TELEPHONE_ILLISIBLE,
                Attribut.MOBILE,
                Champ.PORTABLE,
                brut -> guichet.portableOuRefus(brut, fiche.ligne(), fiche.id()));
        prendre(Attribut.VOIE, Champ.VOIE, brut -> TraductionAaf.voie(fiche));
        prendre(Attribut.CODE_POSTAL, Champ.CODE_POSTAL, brut -> Champs.texte(Champ.CODE_POSTAL, brut));
        prendre(Attribut.VILLE, Champ.COMMUNE, brut -> Champs.texte(Champ.COMMUNE, brut));
        prendre(Attribut.INE, Champ.INE, brut -> guichet.ine(brut, fiche.ligne(), fiche.id()));
        prendre(Attribut.NUMERO_SIECLE, Champ.NUMERO, brut -> Champs.texte(Champ.NUMERO, brut));
        if (fiche.categorie() == Categorie.ELEVE) {
            prendre(Attribut.NAISSANCE, Champ.NAISSANCE, this::naissance);
        }
        if (fiche.categorie() == Categorie.ETABLISSEMENT) {
            prendre(
                    Attribut.NOM_COURANT,
                    Champ.NOM_D_ETABLISSEMENT,
                    brut -> Champs.exige(Champ.NOM_D_ETABLISSEMENT, brut));
            prendre(Attribut.COMMUNE, Champ.COMMUNE, brut -> Champs.texte(Champ.COMMUNE, brut));
        }
        boolean liens = fiche.dit(Attribut.RESPONSABLES) || fiche.dit(Attribut.AUTORITE_PARENTALE);
        boolean classes = Stream.of(Attribut.CLASSES, Attribut.CLASSES_1D, Attribut.RATTACHEMENT)
                .anyMatch(fiche::dit);
        return new ChangementAaf(
                fiche.categorie(),
                fiche.id(),
                champs,
                liens ? TraductionAaf.liens(fiche, guichet) : null,
                classes ? TraductionAaf.classes(fiche, guichet) : null);
    }

    private String naissance(@Nullable String brut) throws LigneRefusee {
        LocalDate jour = Champs.jour(Champ.NAISSANCE, brut);
        if (jour == null) {
            throw new LigneRefusee(CodeRemarque.CHAMP_VIDE, Champ.NAISSANCE.name());
        }
        return jour.toString();
    }

    /** Une valeur illisible est laissée : celle d'avant reste, rien ne s'efface. */
    private void prendreSiLisible(CodeRemarque code, Attribut attribut, Champ champ, Lecture lecture) {
        try {
            prendre(attribut, champ, lecture);
        } catch (LigneRefusee illisible) {
            guichet.signaler(
                    code,
                    fiche.categorie().sorte(),
                    fiche.ligne(),
                    fiche.id(),
                    Guichet.lisible(fiche.premiere(attribut)));
        }
    }

    private void prendre(Attribut attribut, Champ champ, Lecture lecture) throws LigneRefusee {
        if (!fiche.dit(attribut)) {
            return;
        }
        String valeur = lecture.lire(fiche.premiere(attribut));
        if (valeur == null && EffetNet.NE_S_EFFACENT_PAS.contains(attribut)) {
            guichet.signaler(
                    CodeRemarque.NOM_NON_EFFACE, fiche.categorie().sorte(), fiche.ligne(), fiche.id(), champ.name());
        } else {
            champs.put(champ, valeur);
        }
    }
}
