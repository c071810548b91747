package fr.academie.teleservices.navigateur;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Regarde d'un écran ce qu'axe ne regarde pas : un texte agrandi seul qui reste entier, des champs obligatoires annoncés avant eux, des
 * boutons voisins de même casse, des étiquettes d'une pièce, des noms que le navigateur ne traduit pas.
 */
final class EcranEntier {

    private static final String A_DEUX_CENTS = "racine => { racine.style.fontSize = '200%'; }";

    /** Les espacements que le RGAA fait supporter (10.12) : ni l'interligne, ni les lettres, ni les mots serrés n'ont rien à couper. */
    private static final String ESPACE =
            "() => { for (const e of document.body.querySelectorAll('*')) { e.style.setProperty('line-height', '1.5', 'important');"
                    + " e.style.setProperty('letter-spacing', '0.12em', 'important');"
                    + " e.style.setProperty('word-spacing', '0.16em', 'important'); } }";

    /** Le texte ainsi préparé, sans le reste : ce qui en sort de la page, ce qui en est coupé, ce qui en sort de son bouton. */
    private static final String DEBORDE = "preparer => { const racine = document.documentElement; preparer(racine);"
            + " const defauts = []; const nom = e => e.tagName.toLowerCase() + '.' + e.className + ' « '"
            + "   + e.textContent.replace(/\\s+/g, ' ').trim().slice(0, 50) + ' »';"
            + " const largeur = racine.scrollWidth - racine.clientWidth;"
            + " if (largeur > 0) { defauts.push('dépasse de ' + largeur);"
            + "   for (const e of document.body.querySelectorAll('*')) {"
            + "     if (e.checkVisibility({visibilityProperty: true}) && e.children.length === 0 && e.getBoundingClientRect().right > racine.clientWidth + 1)"
            + "       defauts.push('sort : ' + nom(e)); } }"
            + " const textes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
            + " const plage = document.createRange();"
            + " while (textes.nextNode()) { const texte = textes.currentNode; const e = texte.parentElement;"
            + "   if (!texte.data.trim() || !e.checkVisibility({visibilityProperty: true})"
            + "     || e.closest('.fr-sr-only, .fr-skiplinks, .ts-evite, .fr-btn--menu, .fr-btn--close, .ts-recherche .fr-btn')) continue;"
            + "   plage.selectNodeContents(texte);"
            + "   for (let boite = e; boite && boite !== document.body; boite = boite.parentElement) {"
            + "     const style = getComputedStyle(boite); const b = boite.getBoundingClientRect();"
            + "     if (style.clipPath !== 'none' || b.width <= 1) break;"
            + "     const bouton = boite.matches('.fr-btn, .fr-nav__link, .fr-sidemenu__link, .fr-badge, .fr-input');"
            + "     const coupeX = style.overflowX === 'hidden' || style.overflowX === 'clip' || bouton;"
            + "     const coupeY = style.overflowY === 'hidden' || style.overflowY === 'clip' || bouton;"
            + "     for (const r of plage.getClientRects()) {"
            + "       if (coupeX && (r.right > b.right + 2 || r.left < b.left - 2)"
            + "           || coupeY && (r.bottom > b.bottom + 4 || r.top < b.top - 4)) {"
            + "         defauts.push('coupé : ' + nom(e) + ' par ' + boite.className + ' de '"
            + "   + Math.round(Math.max(r.right - b.right, b.left - r.left, r.bottom - b.bottom, b.top - r.top))); break; } } } }"
            + " racine.style.fontSize = ''; for (const e of document.body.querySelectorAll('*')) for (const p of"
            + " ['line-height', 'letter-spacing', 'word-spacing']) e.style.removeProperty(p);"
            + " return [...new Set(defauts)]; }";

    /** Les deux, l'un après l'autre : ce que chacun montre. */
    private static final String DEBORDEMENTS = "() => [" + A_DEUX_CENTS + ", " + ESPACE + "].map(" + DEBORDE + ")";

    /** Un champ marqué d'un astérisque a, avant lui dans son formulaire, la phrase qui dit ce qu'il signifie. */
    private static final String OBLIGATOIRES = "phrase => [...document.querySelectorAll('main label, main legend')]"
            + ".filter(l => l.checkVisibility() && l.textContent.split('(')[0].includes('*'))"
            + ".filter(l => ![...document.querySelectorAll('main p')].some(p => p.textContent.trim() === phrase"
            + " && p.closest('form') === l.closest('form')"
            + " && p.compareDocumentPosition(l) & Node.DOCUMENT_POSITION_FOLLOWING))"
            + ".map(l => l.textContent.trim())";

    /** Les étiquettes qu'une disposition en colonnes met en morceaux : un texte, et à côté un nom, dans une boîte flexible. */
    private static final String MORCEAUX = "() => [...document.querySelectorAll('main label, main legend')]"
            + ".filter(e => e.checkVisibility() && getComputedStyle(e).display.includes('flex'))"
            + ".filter(e => [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE ? n.data.trim() : n.nodeType === Node.ELEMENT_NODE"
            + " && n.matches('span, a, strong, em, b, code') && !n.matches('.fr-hint-text, .fr-sr-only')).length > 1)"
            + ".map(e => e.textContent.replace(/\\s+/g, ' ').trim())";

    /** Les rangées de boutons où l'un est en capitales et l'autre non. */
    private static final String CASSES = "() => [...document.querySelectorAll('main .ts-actions, main .fr-btns-group')]"
            + ".map(rangee => [...rangee.querySelectorAll('.fr-btn')].filter(b => b.checkVisibility())"
            + ".map(b => (b.value || b.textContent).trim() + ' (' + getComputedStyle(b).textTransform + ')'))"
            + ".filter(noms => new Set(noms.map(n => n.replace(/.*\\(/, ''))).size > 1).map(noms => noms.join(' | '))";

    /** Les textes que le traducteur du navigateur traduirait. */
    private static final String TRADUITS = "() => { const lus = [];"
            + " const textes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
            + " while (textes.nextNode()) { const e = textes.currentNode.parentElement;"
            + "   if (!e.closest('[translate=no], script, style, option')) lus.push(textes.currentNode.data); }"
            + " if (document.querySelector('title').translate) lus.push(document.title);"
            + " return lus.map(t => t.replace(/\\s+/g, ' ').trim()).filter(t => t !== ''); }";

    /** L'identifiant de qui n'a aucune lettre dans son nom : aussi un mot des pages. */
    private static final String SANS_LETTRES = "responsable";

    private static final Pattern MARQUES = Pattern.compile("[\uE000\uE001]");

    private final Pile pile;
    private final Set<String> defauts = new LinkedHashSet<>();
    private final List<String> vus = new ArrayList<>();

    EcranEntier(Pile pile) {
        this.pile = pile;
    }

    Set<String> defauts() {
        return defauts;
    }

    int vus() {
        return vus.size();
    }

    /** Regarde la page affichée, désignée par ce nom dans les défauts ; la laisse à la largeur d'un téléphone. */
    void controler(Visiteur visiteur, String nom) {
        vus.add(nom);
        noter(nom, "obligatoire, ", (List<?>) visiteur.page().evaluate(OBLIGATOIRES, "*Champ obligatoire"));
        if (!PagesDuBureau.estDUnBureau(nom)) {
            noter(nom, "traduit, ", traduits(visiteur));
        }

        noter(nom, "en morceaux, ", (List<?>) visiteur.page().evaluate(MORCEAUX));
        noter(nom, "casse, ", (List<?>) visiteur.page().evaluate(CASSES));
        for (int largeur : new int[] {Navigateur.ORDINATEUR, Navigateur.TELEPHONE}) {
            visiteur.elargir(largeur);
            List<?> debordements = (List<?>) visiteur.page().evaluate(DEBORDEMENTS);
            noter(nom, "à 200 % sur " + largeur + ", ", (List<?>) debordements.get(0));
            noter(nom, "espacé sur " + largeur + ", ", (List<?>) debordements.get(1));
        }
    }

    /** Les noms d'une page d'un parent que le navigateur traduirait ; l'adresse mail n'est pas un nom. */
    private List<String> traduits(Visiteur visiteur) {
        Pattern noms = noms();
        return ((List<?>) visiteur.page().evaluate(TRADUITS))
                .stream()
                        .map(texte -> String.valueOf(texte).replaceAll("\\S+@\\S+", ""))
                        .flatMap(texte -> Stream.concat(
                                        noms.matcher(texte).results(),
                                        MARQUES.matcher(texte).results())
                                .limit(1)
                                .map(nom -> texte + " (« " + nom.group() + " »)"))
                        .toList();
    }

    /** Les noms et identifiants que la base porte à cet instant. */
    private Pattern noms() {
        Set<String> lus = new LinkedHashSet<>();
        for (String colonnes : List.of(
                "nom_famille, nom_usage, prenom, identifiant FROM responsable",
                "nom, prenom FROM eleve",
                "nom, prenom FROM agent WHERE profil = 'ETABLISSEMENT'")) {
            pile.base().lire("SELECT DISTINCT " + colonnes).forEach(ligne -> lus.addAll(List.of(ligne.split("\\|"))));
        }
        return Pattern.compile(
                lus.stream()
                        .filter(nom -> nom.length() > 2 && !nom.equals(SANS_LETTRES))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}.@])(?:", ")(?![\\p{L}@])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void noter(String nom, String quoi, List<?> trouves) {
        trouves.forEach(trouve -> defauts.add(nom + " : " + quoi + trouve));
    }
}
