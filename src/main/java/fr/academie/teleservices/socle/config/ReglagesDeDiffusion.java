package fr.academie.teleservices.socle.config;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * À qui les changements de compte se disent : les clés {@code diffusion.*}.
 *
 * @param abonnes les services qui reçoivent chaque événement ; vide si l'académie n'en a pas
 * @param aaf l'annuaire en fichiers ; nul si l'académie n'en produit pas
 */
public record ReglagesDeDiffusion(
        List<Abonne> abonnes, @Nullable Aaf aaf) {

    private static final Pattern NOM = Pattern.compile("[a-z][a-z0-9]{0,29}");
    private static final Pattern PREFIXE = Pattern.compile("[A-Za-z0-9.-]{1,60}");
    /** Ses clés se confondraient avec celles des fichiers. */
    private static final String NOM_PRIS = "aaf";

    private static final String PREFIXE_DU_SECRET = "whsec_";
    /** Bornes de Standard Webhooks. */
    private static final int SECRET_MINIMAL = 24;

    private static final int SECRET_MAXIMAL = 64;

    public ReglagesDeDiffusion {
        abonnes = List.copyOf(abonnes);
    }

    /**
     * Un service abonné.
     *
     * @param nom celui de ses réglages et de ses remises : en changer est s'abonner de nouveau
     * @param secret clé HMAC, sous la forme {@code whsec_…} de Standard Webhooks ; ni trace ni page ne la montrent
     * @param types ceux qu'il reçoit ; vide : tous
     * @param adressesPrivees adresses IP du réseau interne où l'on peut le joindre ; ailleurs, une adresse privée est refusée
     */
    public record Abonne(String nom, URI adresse, String secret, Set<String> types, Set<InetAddress> adressesPrivees) {

        public Abonne {
            types = Set.copyOf(types);
            adressesPrivees = Set.copyOf(adressesPrivees);
        }

        /** La clé HMAC. */
        public byte[] cle() {
            return octets(secret);
        }

        @Override
        public String toString() {
            return "Abonne[" + nom + " " + adresse + "]";
        }
    }

    /**
     * L'annuaire en fichiers.
     *
     * @param dossier où les livraisons se posent
     * @param prefixe le début de leurs noms
     * @param perimetre l'académie et le degré dont les numéros d'annuaire sont repris, comme « bordeaux-2D »
     * @param quotidien ce qui se produit chaque jour ; la première fois, tout
     */
    public record Aaf(Path dossier, String prefixe, String perimetre, Quotidien quotidien) {

        /** Ce qui se produit chaque jour. */
        public enum Quotidien {
            /** Tout. */
            COMPLET,
            /** Ce qui a changé depuis la veille. */
            DELTA,
            /** Rien, sauf quand un instantané est à relire. */
            AUCUN
        }
    }

    static ReglagesDeDiffusion lire(Proprietes p) {
        return new ReglagesDeDiffusion(
                mots(p.facultatif("diffusion.abonnes")).stream()
                        .map(nom -> abonne(p, nom))
                        .toList(),
                aaf(p));
    }

    private static @Nullable Aaf aaf(Proprietes p) {
        String dossier = p.facultatif("diffusion.aaf.dossier");
        if (dossier == null) {
            return null;
        }
        Path chemin = Path.of(dossier);
        if (!Files.isDirectory(chemin) || !Files.isWritable(chemin)) {
            throw new ErreurDeConfiguration("Le réglage « diffusion.aaf.dossier » vaut « " + dossier
                    + " » : un dossier qui existe, où l'application peut écrire, est attendu.");
        }
        String prefixe = p.texte("diffusion.aaf.prefixe", "TELESERVICES");
        if (!PREFIXE.matcher(prefixe).matches()) {
            throw new ErreurDeConfiguration("Le réglage « diffusion.aaf.prefixe » vaut « " + prefixe
                    + " » : 60 lettres, chiffres, points ou tirets au plus, sans accent, sont attendus.");
        }
        return new Aaf(
                chemin,
                prefixe,
                p.texte("diffusion.aaf.perimetre"),
                p.choix("diffusion.aaf.quotidien", Aaf.Quotidien.class, Aaf.Quotidien.DELTA));
    }

    private static Abonne abonne(Proprietes p, String nom) {
        if (!NOM.matcher(nom).matches() || nom.equals(NOM_PRIS)) {
            throw new ErreurDeConfiguration(
                    "Le réglage « diffusion.abonnes » nomme « " + nom
                            + " » : une minuscule, puis des minuscules ou des chiffres (30 signes au plus) sont attendus, autres que « aaf ».");
        }
        String prefixe = "diffusion." + nom + ".";
        String cleDuSecret = prefixe + "secret";
        String secret = p.texte(cleDuSecret);
        if (!estUnSecret(secret)) {
            throw new ErreurDeConfiguration("Le réglage « " + cleDuSecret + " » n'est pas un secret : « "
                    + PREFIXE_DU_SECRET + " », puis " + SECRET_MINIMAL + " à " + SECRET_MAXIMAL
                    + " octets tirés au hasard, en base64, sont attendus.");
        }
        Set<InetAddress> privees = p.facultatif(prefixe + "adresses_privees") == null
                ? Set.of()
                : p.adressesIp(prefixe + "adresses_privees", Set.of());
        return new Abonne(
                nom,
                adresse(p, prefixe + "adresse", privees),
                secret,
                Set.copyOf(mots(p.facultatif(prefixe + "types"))),
                privees);
    }

    /** HTTPS, sauf vers cette machine quand les réglages disent que l'abonné y est : la démonstration. */
    private static URI adresse(Proprietes p, String cle, Set<InetAddress> privees) {
        URI adresse = p.adresse(cle);
        boolean surCetteMachine = !privees.isEmpty() && privees.stream().allMatch(InetAddress::isLoopbackAddress);
        if (!"https".equals(adresse.getScheme()) && !surCetteMachine) {
            throw new ErreurDeConfiguration(
                    "Le réglage « " + cle + " » vaut « " + adresse + " » : une adresse https est attendue.");
        }
        return adresse;
    }

    private static boolean estUnSecret(String secret) {
        if (!secret.startsWith(PREFIXE_DU_SECRET)) {
            return false;
        }
        try {
            int longueur = octets(secret).length;
            return longueur >= SECRET_MINIMAL && longueur <= SECRET_MAXIMAL;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] octets(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIXE_DU_SECRET.length()));
    }

    private static Set<String> mots(@Nullable String liste) {
        return liste == null
                ? Set.of()
                : Arrays.stream(liste.split(","))
                        .map(String::strip)
                        .filter(mot -> !mot.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
