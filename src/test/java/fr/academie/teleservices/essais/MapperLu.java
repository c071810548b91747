package fr.academie.teleservices.essais;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Un mapper MyBatis lu dans ses sources, pour en juger le SQL sans l'exécuter.
 *
 * @param paquet paquet du mapper
 * @param nom nom simple de l'interface
 * @param xml texte du fichier
 * @param voisins tous les mappers par nom complet, où prendre les fragments inclus
 */
public record MapperLu(String paquet, String nom, String xml, Map<String, MapperLu> voisins) {

    private static final String RACINE = "fr.academie.teleservices.";
    private static final Set<String> REQUETES = Set.of("select", "insert", "update", "delete");
    private static final Pattern PARAMETRE = Pattern.compile("[#$]\\{\\s*([\\w.()]+)");

    /** Tous les {@code *Mapper.xml} sous ce dossier. */
    public static List<MapperLu> tous(Path sources) throws IOException {
        Map<String, MapperLu> voisins = new LinkedHashMap<>();
        try (Stream<Path> chemins = Files.walk(sources)) {
            chemins.filter(c -> c.toString().endsWith("Mapper.xml")).sorted().forEach(chemin -> {
                String paquet =
                        sources.relativize(chemin.getParent()).toString().replace('/', '.');
                String nom = chemin.getFileName().toString().replace(".xml", "");
                voisins.put(paquet + "." + nom, new MapperLu(paquet, nom, lire(chemin), voisins));
            });
        }
        return List.copyOf(voisins.values());
    }

    /** Les méthodes de mappers qui portent leur SQL en annotation ; il doit n'y en avoir aucune. */
    public static List<String> annotationsSql(String racine) {
        List<String> trouvees = new ArrayList<>();
        try {
            for (MapperLu mapper : tous(Path.of("src/main/java"))) {
                for (Method methode : mapper.type().getDeclaredMethods()) {
                    for (Class<? extends Annotation> sql :
                            List.of(Select.class, Insert.class, Update.class, Delete.class)) {
                        if (methode.isAnnotationPresent(sql) && mapper.paquet.startsWith(racine)) {
                            trouvees.add(methode.toString());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trouvees;
    }

    /** La pièce : le premier paquet sous la racine. */
    public String piece() {
        return paquet.substring(RACINE.length()).split("\\.", 2)[0];
    }

    /** Le même, où ce texte est remplacé : un défaut planté. */
    public MapperLu avec(String avant, String apres) {
        if (!xml.contains(avant)) {
            throw new IllegalArgumentException("« " + avant + " » n'est pas dans " + nom + ".");
        }
        return new MapperLu(paquet, nom, xml.replace(avant, apres), voisins);
    }

    /** Le texte du fichier, sans les balises : ce que cette pièce écrit elle-même. */
    public String texte() {
        return racine().getTextContent();
    }

    /** Le texte des requêtes, fragments d'autrui compris. */
    public String texteDeplie() {
        StringBuilder texte = new StringBuilder();
        requetes()
                .forEach(requete -> deplier(requete, Map.of(), noeud -> {
                    if (noeud.getNodeType() == Node.TEXT_NODE || noeud.getNodeType() == Node.CDATA_SECTION_NODE) {
                        texte.append(noeud.getTextContent());
                    }
                }));
        return texte.toString();
    }

    /** Chaque paramètre ou liste d'une requête que la méthode de l'interface ne passe pas : « requête : chemin ». */
    public List<String> parametresInconnus() {
        List<String> fautes = new ArrayList<>();
        for (Element requete : requetes()) {
            Optional<Method> methode = Arrays.stream(type().getDeclaredMethods())
                    .filter(m -> m.getName().equals(requete.getAttribute("id")))
                    .findFirst();
            if (methode.isEmpty()) {
                fautes.add(nom + "." + requete.getAttribute("id") + " : aucune méthode ne la nomme");
            } else {
                verifier(requete, Map.of(), portee(methode.get()), nom + "." + requete.getAttribute("id"), fautes);
            }
        }
        return fautes;
    }

    private Class<?> type() {
        try {
            return Class.forName(paquet + "." + nom);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ce que MyBatis connaît : chaque paramètre par son nom, et les propriétés d'un paramètre seul et sans nom. */
    private static Map<String, Type> portee(Method methode) {
        Map<String, Type> portee = new HashMap<>();
        Parameter[] parametres = methode.getParameters();
        for (Parameter parametre : parametres) {
            Param nomme = parametre.getAnnotation(Param.class);
            portee.put(nomme == null ? parametre.getName() : nomme.value(), parametre.getParameterizedType());
        }
        if (parametres.length == 1 && parametres[0].getAnnotation(Param.class) == null) {
            portee.put("", parametres[0].getParameterizedType());
        }
        return portee;
    }

    private void verifier(
            Node noeud, Map<String, String> valeurs, Map<String, Type> portee, String ou, List<String> fautes) {
        NodeList enfants = noeud.getChildNodes();
        Map<String, Type> ici = portee;
        for (int i = 0; i < enfants.getLength(); i++) {
            Node enfant = enfants.item(i);
            if (enfant instanceof Element element) {
                switch (element.getTagName()) {
                    case "include" ->
                        fragment(element, valeurs)
                                .mapper()
                                .verifier(
                                        fragment(element, valeurs).corps(),
                                        proprietes(element, valeurs),
                                        ici,
                                        ou,
                                        fautes);
                    case "bind" -> {
                        ici = new HashMap<>(ici);
                        ici.put(element.getAttribute("name"), Object.class);
                    }
                    case "foreach" -> {
                        String liste = remplacer(element.getAttribute("collection"), valeurs);
                        Type type = resoudre(liste, ici);
                        if (type == null) {
                            fautes.add(ou + " : " + liste);
                        }
                        Map<String, Type> dedans = new HashMap<>(ici);
                        dedans.put(element.getAttribute("item"), type == null ? Object.class : element(type));
                        if (element.hasAttribute("index")) {
                            dedans.put(element.getAttribute("index"), Object.class);
                        }
                        verifier(element, valeurs, dedans, ou, fautes);
                    }
                    case "selectKey" -> {}
                    default -> verifier(element, valeurs, ici, ou, fautes);
                }
            } else if (enfant.getNodeType() == Node.TEXT_NODE || enfant.getNodeType() == Node.CDATA_SECTION_NODE) {
                Matcher parametre = PARAMETRE.matcher(remplacer(enfant.getTextContent(), valeurs));
                while (parametre.find()) {
                    if (resoudre(parametre.group(1), ici) == null) {
                        fautes.add(ou + " : " + parametre.group(1));
                    }
                }
            }
        }
    }

    /** Le type de ce chemin ; nul s'il ne mène nulle part, {@code Object} s'il ne se sait pas. */
    private static @Nullable Type resoudre(String chemin, Map<String, Type> portee) {
        String[] pas = chemin.split("\\.", -1);
        Type type = portee.get(nu(pas[0]));
        int suivant = 1;
        if (type == null && portee.containsKey("")) {
            type = propriete(portee.get(""), nu(pas[0]));
        }
        while (type != null && suivant < pas.length && type != Object.class) {
            type = propriete(type, nu(pas[suivant++]));
        }
        return type;
    }

    /** Le type de cette propriété, comme MyBatis et OGNL la trouvent : méthode du même nom, accesseur, sinon champ. */
    private static @Nullable Type propriete(@Nullable Type type, String nom) {
        Class<?> classe = type == null ? Object.class : classe(type);
        String capitale = Character.toUpperCase(nom.charAt(0)) + nom.substring(1);
        for (Method methode : classe.getMethods()) {
            if (methode.getParameterCount() == 0
                    && Set.of(nom, "get" + capitale, "is" + capitale).contains(methode.getName())) {
                return methode.getGenericReturnType();
            }
        }
        for (Class<?> c = classe; c != null; c = c.getSuperclass()) {
            for (Field champ : c.getDeclaredFields()) {
                if (champ.getName().equals(nom)) {
                    return champ.getGenericType();
                }
            }
        }
        return null;
    }

    private static String nu(String pas) {
        return pas.endsWith("()") ? pas.substring(0, pas.length() - 2) : pas;
    }

    private static Class<?> classe(Type type) {
        if (type instanceof Class<?> classe) {
            return classe;
        }
        if (type instanceof ParameterizedType parametre) {
            return classe(parametre.getRawType());
        }
        if (type instanceof WildcardType joker) {
            return classe(joker.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? classe(variable.getBounds()[0]) : Object.class;
    }

    private static Type element(Type liste) {
        if (liste instanceof ParameterizedType parametre && Collection.class.isAssignableFrom(classe(liste))) {
            return parametre.getActualTypeArguments()[0];
        }
        return liste instanceof Class<?> tableau && tableau.isArray() ? tableau.getComponentType() : Object.class;
    }

    private record Fragment(MapperLu mapper, Element corps) {}

    private Fragment fragment(Element inclusion, Map<String, String> valeurs) {
        String ref = remplacer(inclusion.getAttribute("refid"), valeurs);
        int point = ref.lastIndexOf('.');
        MapperLu mapper = point < 0 || ref.startsWith(paquet + "." + nom + ".")
                ? this
                : Optional.ofNullable(voisins.get(ref.substring(0, point)))
                        .orElseThrow(() -> new IllegalStateException("Mapper inconnu : " + ref));
        String id = ref.substring(point + 1);
        return new Fragment(
                mapper,
                enfants(mapper.racine())
                        .filter(e -> e.getTagName().equals("sql")
                                && e.getAttribute("id").equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Fragment inconnu : " + ref)));
    }

    private void deplier(Node noeud, Map<String, String> valeurs, java.util.function.Consumer<Node> lecture) {
        NodeList enfants = noeud.getChildNodes();
        for (int i = 0; i < enfants.getLength(); i++) {
            Node enfant = enfants.item(i);
            if (enfant instanceof Element element && element.getTagName().equals("include")) {
                Fragment fragment = fragment(element, valeurs);
                fragment.mapper().deplier(fragment.corps(), proprietes(element, valeurs), lecture);
            } else {
                lecture.accept(enfant);
                deplier(enfant, valeurs, lecture);
            }
        }
    }

    private static Map<String, String> proprietes(Element inclusion, Map<String, String> valeurs) {
        Map<String, String> proprietes = new HashMap<>(valeurs);
        enfants(inclusion)
                .filter(e -> e.getTagName().equals("property"))
                .forEach(e -> proprietes.put(e.getAttribute("name"), remplacer(e.getAttribute("value"), valeurs)));
        return proprietes;
    }

    private static String remplacer(String texte, Map<String, String> valeurs) {
        String rempli = texte;
        for (Map.Entry<String, String> valeur : valeurs.entrySet()) {
            rempli = rempli.replace("${" + valeur.getKey() + "}", valeur.getValue());
        }
        return rempli;
    }

    private List<Element> requetes() {
        return enfants(racine()).filter(e -> REQUETES.contains(e.getTagName())).toList();
    }

    private static Stream<Element> enfants(Element parent) {
        List<Element> enfants = new ArrayList<>();
        NodeList noeuds = parent.getChildNodes();
        for (int i = 0; i < noeuds.getLength(); i++) {
            if (noeuds.item(i) instanceof Element element) {
                enfants.add(element);
            }
        }
        return enfants.stream();
    }

    private Element racine() {
        try {
            DocumentBuilder lecteur = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            // La DTD de MyBatis n'est pas lue : rien à aller chercher.
            lecteur.setEntityResolver((publique, systeme) -> new InputSource(new StringReader("")));
            Document document = lecteur.parse(new InputSource(new StringReader(xml)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(nom, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path chemin) {
        try {
            return Files.readString(chemin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
