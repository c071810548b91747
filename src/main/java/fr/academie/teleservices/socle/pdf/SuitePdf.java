package fr.academie.teleservices.socle.pdf;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/**
 * Un PDF balisé écrit au fil de l'eau : chaque partie est un petit PDF, dont les pages, les balises et les signets partent aussitôt
 * vers la sortie. Seuls restent en mémoire la place de chaque objet et la table des pages : mille pages ne pèsent pas plus que dix.
 *
 * <p>Langue, métadonnées et rôles sont ceux de la première partie. Source : ISO 32000-1, §7.5 (fichier) et §14.7 (balises).
 */
final class SuitePdf implements Closeable {

    private static final int CATALOGUE = 1;
    private static final int PAGES = 2;
    private static final int BALISES = 3;
    private static final int DERNIER_RESERVE = BALISES;

    private final SortieComptee sortie;
    private final List<Integer> pages = new ArrayList<>();
    private final List<Integer> racines = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Signet> signets = new ArrayList<>();
    private long[] places = new long[1024];
    private int dernier = DERNIER_RESERVE;
    private @Nullable ByteArrayOutputStream catalogue;
    private @Nullable ByteArrayOutputStream racineDesBalises;
    private int informations;

    /** Un signet : son titre et l'objet de sa page. */
    private record Signet(COSString titre, int page) {}

    SuitePdf(OutputStream sortie) throws IOException {
        this.sortie = new SortieComptee(sortie);
        ecrire("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /** Ajoute toutes les pages de ce PDF balisé, et les envoie. */
    void ajouter(byte[] pdf) throws IOException {
        try (PDDocument partie = Loader.loadPDF(pdf)) {
            new Partie(partie).ecrire();
        }
        sortie.flush();
    }

    /** Écrit les tables et la fin du fichier ; la sortie elle-même reste ouverte. Sans aucune partie, rien de plus n'est écrit. */
    @Override
    public void close() throws IOException {
        if (catalogue == null || racineDesBalises == null) {
            return;
        }
        int arbreDesParents = nouveau();
        objet(arbreDesParents, "<</Nums[" + paires() + "]>>");
        objet(
                BALISES,
                racineDesBalises.toString(StandardCharsets.ISO_8859_1)
                        + "/K[" + references(racines) + "]/ParentTree " + arbreDesParents + " 0 R/ParentTreeNextKey "
                        + parents.size() + ">>");
        objet(PAGES, "<</Type/Pages/Count " + pages.size() + "/Kids[" + references(pages) + "]>>");
        int plan = ecrireLesSignets();
        objet(
                CATALOGUE,
                catalogue.toString(StandardCharsets.ISO_8859_1) + "/Pages " + PAGES + " 0 R/StructTreeRoot " + BALISES
                        + " 0 R" + (plan == 0 ? "" : "/Outlines " + plan + " 0 R") + ">>");
        ecrireLaTable();
        sortie.flush();
    }

    private String paires() {
        StringBuilder paires = new StringBuilder();
        for (int cle = 0; cle < parents.size(); cle++) {
            paires.append(cle).append(' ').append(parents.get(cle)).append(" 0 R ");
        }
        return paires.toString();
    }

    private static String references(List<Integer> objets) {
        StringBuilder suite = new StringBuilder();
        objets.forEach(objet -> suite.append(objet).append(" 0 R "));
        return suite.toString();
    }

    private int ecrireLesSignets() throws IOException {
        if (signets.isEmpty()) {
            return 0;
        }
        int plan = nouveau();
        int premier = dernier + 1;
        int fin = dernier + signets.size();
        for (Signet signet : signets) {
            int ce = nouveau();
            ouvrir(ce);
            ecrire("<</Parent " + plan + " 0 R/Dest[" + signet.page() + " 0 R/Fit]/Title ");
            EcritureCos.chaine(signet.titre(), sortie);
            ecrire((ce > premier ? "/Prev " + (ce - 1) + " 0 R" : "") + (ce < fin ? "/Next " + (ce + 1) + " 0 R" : "")
                    + ">>");
            fermer();
        }
        objet(plan, "<</Type/Outlines/First " + premier + " 0 R/Last " + fin + " 0 R/Count " + signets.size() + ">>");
        return plan;
    }

    private void ecrireLaTable() throws IOException {
        long debut = sortie.ecrits();
        ecrire("xref\n0 " + (dernier + 1) + "\n0000000000 65535 f \n");
        for (int objet = 1; objet <= dernier; objet++) {
            ecrire(String.format(Locale.ROOT, "%010d 00000 n \n", places[objet]));
        }
        String id = String.format(Locale.ROOT, "%032x", Arrays.hashCode(places) & 0xFFFFFFFFL);
        ecrire("trailer\n<</Size " + (dernier + 1) + "/Root " + CATALOGUE + " 0 R/Info " + informations + " 0 R/ID[<"
                + id + "><" + id + ">]>>\nstartxref\n" + debut + "\n%%EOF\n");
    }

    private int nouveau() {
        dernier++;
        if (dernier >= places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        return dernier;
    }

    private void ouvrir(int objet) throws IOException {
        places[objet] = sortie.ecrits();
        ecrire(objet + " 0 obj\n");
    }

    private void fermer() throws IOException {
        ecrire("\nendobj\n");
    }

    private void objet(int numero, String contenu) throws IOException {
        ouvrir(numero);
        ecrire(contenu);
        fermer();
    }

    private void ecrire(String latin) throws IOException {
        sortie.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Une partie en cours d'écriture : ses objets prennent un numéro de la suite quand on les rencontre. */
    private final class Partie {

        private final PDDocument document;
        private final IdentityHashMap<COSBase, Integer> numeros = new IdentityHashMap<>();
        private final Deque<COSBase> aEcrire = new ArrayDeque<>();
        private final int decalage = parents.size();

        Partie(PDDocument document) {
            this.document = document;
        }

        void ecrire() throws IOException {
            COSDictionary racine = document.getDocumentCatalog().getCOSObject();
            COSDictionary arbre = obligatoire(racine.getCOSDictionary(COSName.STRUCT_TREE_ROOT));
            numeros.put(racine, CATALOGUE);
            numeros.put(obligatoire(racine.getCOSDictionary(COSName.PAGES)), PAGES);
            numeros.put(arbre, BALISES);
            if (catalogue == null) {
                reprendreLEntete(racine, arbre);
            }
            for (PDPage page : document.getPages()) {
                pages.add(numero(page.getCOSObject()));
            }
            reprendreLesSignets();
            COSBase racinesDeLaPartie = obligatoire(arbre.getDictionaryObject(COSName.K));
            if (racinesDeLaPartie instanceof COSArray plusieurs) {
                for (int i = 0; i < plusieurs.size(); i++) {
                    racines.add(numero(plusieurs.getObject(i)));
                }
            } else {
                racines.add(numero(racinesDeLaPartie));
            }
            reprendreLesParents(obligatoire(arbre.getCOSDictionary(COSName.PARENT_TREE)));
            vider();
        }

        private void vider() throws IOException {
            for (COSBase objet = aEcrire.poll(); objet != null; objet = aEcrire.poll()) {
                ouvrir(numero(objet));
                new EcritureCos(sortie, this::numero, decalage).objet(objet);
                fermer();
            }
        }

        private void reprendreLEntete(COSDictionary racine, COSDictionary arbre) throws IOException {
            informations = numero(document.getDocumentInformation().getCOSObject());
            catalogue = entete(racine, COSName.PAGES, COSName.STRUCT_TREE_ROOT, COSName.OUTLINES, COSName.NAMES);
            racineDesBalises =
                    entete(arbre, COSName.K, COSName.PARENT_TREE, COSName.PARENT_TREE_NEXT_KEY, COSName.ID_TREE);
        }

        /** Le dictionnaire, sans ces clés et encore ouvert : la fin de la suite le complète. */
        private ByteArrayOutputStream entete(COSDictionary dictionnaire, COSName... sans) throws IOException {
            COSDictionary reste = new COSDictionary(dictionnaire);
            for (COSName cle : sans) {
                reste.removeItem(cle);
            }
            ByteArrayOutputStream ecrit = new ByteArrayOutputStream();
            EcritureCos ecriture = new EcritureCos(ecrit, this::numero, decalage);
            ecriture.debutDeDictionnaire(reste);
            return ecrit;
        }

        private void reprendreLesSignets() throws IOException {
            PDDocumentOutline plan = document.getDocumentCatalog().getDocumentOutline();
            if (plan == null) {
                return;
            }
            for (PDOutlineItem signet : plan.children()) {
                PDPage page = signet.findDestinationPage(document);
                if (page != null) {
                    signets.add(new Signet(new COSString(signet.getTitle()), numero(page.getCOSObject())));
                }
            }
        }

        /** Chaque page (clé StructParents, de 0 en 0 dans la partie) et les balises de ses contenus. */
        private void reprendreLesParents(COSDictionary arbre) throws IOException {
            COSArray nombres = arbre.getCOSArray(COSName.NUMS);
            if (nombres != null) {
                for (int i = 0; i + 1 < nombres.size(); i += 2) {
                    poser(decalage + nombres.getInt(i), numero(obligatoire(nombres.getObject(i + 1))));
                }
            }
            COSArray branches = arbre.getCOSArray(COSName.KIDS);
            for (int i = 0; branches != null && i < branches.size(); i++) {
                reprendreLesParents((COSDictionary) obligatoire(branches.getObject(i)));
            }
        }

        private void poser(int cle, int objet) throws IOException {
            if (cle != parents.size()) {
                throw new IOException("Les balises de cette partie ne se suivent pas.");
            }
            parents.add(objet);
        }

        private int numero(COSBase rencontre) {
            COSBase objet = rencontre instanceof COSObject reference ? reference.getObject() : rencontre;
            Integer connu = numeros.get(objet);
            if (connu != null) {
                return connu;
            }
            int numero = nouveau();
            numeros.put(objet, numero);
            aEcrire.add(objet);
            return numero;
        }

        private static <T> T obligatoire(@Nullable T valeur) throws IOException {
            if (valeur == null) {
                throw new IOException("Cette partie n'est pas un PDF balisé.");
            }
            return valeur;
        }
    }
}
