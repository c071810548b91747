package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.pdf.CodeQr;
import fr.academie.teleservices.socle.pdf.DocumentPdf;
import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Met les lettres en pages : une par page, l'adresse devant la fenêtre de l'enveloppe, aux mots des guides. */
@Singleton
public final class LettresPdf {

    /** Lettres rendues ensemble : assez pour amortir les polices, assez peu pour que leur mise en page tienne en peu de mémoire. */
    private static final int PAR_PARTIE = 25;

    /** Signes d'un identifiant qui tiennent sur une ligne en grand ; le plus long, 64, y tient en plus petit. */
    private static final int SUR_UNE_LIGNE = 34;

    /** Élèves nommés en grand au-dessus de la fenêtre de l'enveloppe ; davantage y tiennent en plus petit. */
    private static final int EN_GRAND = 2;

    /** La page qui lit le code. */
    private static final String PAGE = "/courrier";

    private final DocumentPdf pdf;
    private final ProfilAcademie profil;
    private final Textes textes;
    private final HeureDeLAcademie heure;
    private final SecondeLangue secondes;
    private final BlocTraduit francais;
    private final Gabarit gabarit = Gabarit.balise(LettresPdf.class, "courrier.xhtml");

    @Inject
    public LettresPdf(
            DocumentPdf pdf, ProfilAcademie profil, Textes textes, HeureDeLAcademie heure, SecondeLangue secondes) {
        this.pdf = pdf;
        this.profil = profil;
        this.textes = textes.pourLeCompte(null);
        this.heure = heure;
        this.secondes = secondes;
        this.francais = new BlocTraduit(this.textes, heure);
    }

    /** Comme {@link #ecrire(List, String, String, OutputStream)}, la seconde langue laissée à la famille et au réglage. */
    public void ecrire(List<Lettre> lettres, String adresse, OutputStream sortie) throws IOException {
        ecrire(lettres, adresse, null, sortie);
    }

    /**
     * Écrit les lettres en un seul PDF.
     *
     * @param lettres au moins une
     * @param adresse où se connecter
     * @param seconde ce que l'agent a choisi (voir {@link SecondeLangue#pour}) ; nul s'il n'a rien choisi
     */
    public void ecrire(List<Lettre> lettres, String adresse, @Nullable String seconde, OutputStream sortie)
            throws IOException {
        pdf.ecrireTous(new Parties(lettres, adresse, seconde), sortie);
    }

    private final class Parties implements Iterator<String> {

        private final List<Lettre> lettres;
        private final String adresse;
        private final @Nullable String seconde;
        private int debut;

        Parties(List<Lettre> lettres, String adresse, @Nullable String seconde) {
            this.lettres = lettres;
            this.adresse = adresse;
            this.seconde = seconde;
        }

        @Override
        public boolean hasNext() {
            return debut < lettres.size();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<Map<String, ?>> valeurs = new ArrayList<>();
            for (Lettre lettre : lettres.subList(debut, Math.min(debut + PAR_PARTIE, lettres.size()))) {
                valeurs.add(valeurs(lettre, adresse, seconde, "l" + (debut + valeurs.size())));
            }
            debut += valeurs.size();
            return gabarit.rendre(Map.of(
                    "langue", textes.getLangue().lang(),
                    "sens", textes.getLangue().sens(),
                    "titre", textes.de("courrier.pdf.titre"),
                    "sujet", textes.avec("courrier.pdf.sujet", lettres.size()),
                    "academie", profil.academie(),
                    "lettres", valeurs));
        }
    }

    private Map<String, ?> valeurs(Lettre lettre, String adresse, @Nullable String seconde, String ancre) {
        Destinataire destinataire = lettre.destinataire();
        Compte compte = destinataire.compte();
        Etablissement etablissement = destinataire.etablissement();
        Map<String, Object> valeurs = new LinkedHashMap<>();
        valeurs.put("ancre", ancre);
        valeurs.put("signet", compte.identite().nomComplet() + " – " + classeDe(destinataire));
        valeurs.put("etablissement", etablissement.nom());
        valeurs.put("coordonnees", coordonnees(etablissement));
        valeurs.put("eleves", eleves(destinataire));
        valeurs.put("tailleDesEleves", destinataire.eleves().size() > EN_GRAND ? " nombreux" : "");
        valeurs.put("destinataire", destinataire.adresse().lignes(compte.identite()));
        valeurs.put("remise", destinataire.adresse().connue() ? List.of() : List.of(remise(destinataire)));
        valeurs.put(
                "date",
                textes.avec(
                        etablissement.commune() == null ? "courrier.date" : "courrier.date.lieu",
                        heure.date(lettre.faiteLe()),
                        String.valueOf(etablissement.commune())));
        valeurs.put("objet", textes.de("courrier.objet"));
        valeurs.put("texte", francais.texte(destinataire, nomApresArticle(etablissement)));
        valeurs.put("libelleIdentifiant", textes.de("courrier.identifiant"));
        valeurs.put("identifiant", compte.identifiant().valeur());
        valeurs.put("taille", compte.identifiant().valeur().length() > SUR_UNE_LIGNE ? " long" : "");
        valeurs.put("libelleMotDePasse", textes.de("courrier.motDePasse"));
        valeurs.put("motDePasse", lettre.motDePasse());
        valeurs.put("cadre", lettre.code() == null ? "" : "avec-code");
        valeurs.put("code", codeAScanner(lettre, adresse));
        valeurs.put("note", textes.de("courrier.note"));
        valeurs.put("connexion", textes.avec("courrier.connexion", adresse));
        valeurs.put("validite", francais.validite(lettre));
        valeurs.put("autres", textes.de("courrier.autres"));
        valeurs.put("remplace", francais.remplace(destinataire.motif()));
        valeurs.put("aide", textes.avec("courrier.aide", etablissement.nom()));
        List<Map<String, ?>> traduits = new ArrayList<>();
        secondes.pour(compte, seconde)
                .ifPresent(langue -> traduits.add(new BlocTraduit(textes.en(langue), heure).valeurs(lettre, adresse)));
        valeurs.put("traduit", traduits);
        valeurs.put("bilingue", traduits.isEmpty() ? "" : " bilingue");
        return valeurs;
    }

    /** Le secret est dans le fragment de l'adresse : aucun serveur, mandataire ou journal ne le voit passer. */
    private List<Map<String, String>> codeAScanner(Lettre lettre, String adresse) {
        return Stream.ofNullable(lettre.code())
                .map(code -> Map.of(
                        "image",
                        CodeQr.image(adresse + PAGE + "#" + code),
                        "alternative",
                        textes.de("courrier.code.alternative"),
                        "titre",
                        textes.de("courrier.code.titre"),
                        "texte",
                        textes.de("courrier.code.texte")))
                .toList();
    }

    /** La classe et l'élève, à lire d'une pile de lettres qu'on trie puis distribue. */
    private List<String> eleves(Destinataire destinataire) {
        return destinataire.eleves().stream()
                .map(eleve -> eleve.classe() == null
                        ? eleve.nomComplet()
                        : textes.avec("courrier.eleve", eleve.classe(), eleve.nomComplet()))
                .distinct()
                .toList();
    }

    /**
     * « l’École » ou « l’École du Port », « le Collège du Moulin », « l’établissement IME du Parc » : le nom porte d'ordinaire sa nature ;
     * sinon on l'ajoute.
     */
    private String nomApresArticle(Etablissement etablissement) {
        NatureEtablissement nature = etablissement.nature();
        String mot = textes.de("etablissement.nature." + nature.name());
        boolean laPorte = etablissement.nom().toLowerCase(Locale.ROOT).startsWith(mot.toLowerCase(Locale.ROOT));
        return laPorte ? etablissement.nom() : mot + " " + etablissement.nom();
    }

    private List<String> coordonnees(Etablissement etablissement) {
        return Stream.of(
                        Stream.ofNullable(etablissement.commune()),
                        Stream.ofNullable(etablissement.telephone())
                                .map(telephone -> textes.avec("courrier.telephone", telephone)),
                        Stream.ofNullable(etablissement.courriel()))
                .flatMap(ligne -> ligne)
                .toList();
    }

    private String remise(Destinataire destinataire) {
        Eleve eleve = destinataire.eleves().get(0);
        return textes.avec(
                eleve.classe() == null ? "courrier.remise" : "courrier.remise.classe",
                eleve.nomComplet(),
                String.valueOf(eleve.classe()));
    }

    private static String classeDe(Destinataire destinataire) {
        Eleve eleve = destinataire.eleves().get(0);
        return eleve.classe() == null ? eleve.nomComplet() : eleve.classe() + ", " + eleve.nomComplet();
    }
}
