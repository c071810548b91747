package fr.academie.teleservices.opposition.web;

import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.OppositionService;
import fr.academie.teleservices.opposition.OppositionService.Effet;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Le lien reçu par courriel pour s'opposer à un acte : le jeton est la seule preuve, la page n'a pas de session.
 *
 * <p>Ouvrir le lien ne fait rien : une messagerie l'ouvre parfois d'elle-même. C'est le bouton qui agit.
 */
@Named("lienDOpposition")
@RequestScoped
public class LienDOppositionBean {

    private static final int SUITES_AU_PLUS = 5;

    private final OppositionService oppositions;
    private final Textes textes;
    private final HttpServletRequest requete;
    private @Nullable String jeton;
    private @Nullable Changement acte;
    private @Nullable Effet effet;
    private boolean lu;

    @Inject
    public LienDOppositionBean(OppositionService oppositions, Textes textes, HttpServletRequest requete) {
        this.oppositions = oppositions;
        this.textes = textes;
        this.requete = requete;
    }

    /** Ce que le lien ferait ; {@code null} s'il ne vaut plus rien. */
    public @Nullable Effet getEffet() {
        if (!lu) {
            effet = jeton == null ? null : oppositions.effet(jeton).orElse(null);
            lu = true;
        }
        return effet;
    }

    /** Ce qui s'est passé, en une phrase ; {@code {0}} est l'instant de l'acte, puis viennent les valeurs de la prévision. */
    public String getTexte() {
        return phrase("opposition.texte.");
    }

    /** Ce que fera le bouton, une phrase par ligne. */
    public List<String> getSuites() {
        String cle = "opposition.suite." + lire().acte().name() + ".";
        return IntStream.rangeClosed(1, SUITES_AU_PLUS)
                .mapToObj(i -> cle + i)
                .filter(textes::contient)
                .map(this::avecSesValeurs)
                .toList();
    }

    /** Ce que le bouton ne peut plus défaire. */
    public String getReserve() {
        return phrase("opposition.partie.");
    }

    /** Pourquoi plus rien ne se défait d'ici. */
    public String getRefus() {
        return textes.de("opposition.refus."
                + Objects.requireNonNull(lire().prevision().refus()).name());
    }

    /** S'OPPOSER ; un lien devenu périmé, ou un acte qui ne se défait plus, remontre la page, qui le dit. */
    public @Nullable String opposer() {
        try {
            Changement fait = oppositions.opposer(String.valueOf(jeton), requete.getRemoteAddr());
            return "/mail/retabli?faces-redirect=true&acte=" + fait.name();
        } catch (OppositionRefusee e) {
            lu = false;
            return null;
        }
    }

    public @Nullable String getJeton() {
        return jeton;
    }

    public void setJeton(String jeton) {
        this.jeton = jeton;
    }

    /** L'acte qui vient d'être défait, pour la page qui le dit. */
    public Changement getActe() {
        return acte == null ? Changement.MAIL : acte;
    }

    public void setActe(Changement acte) {
        this.acte = acte;
    }

    private String phrase(String cle) {
        return avecSesValeurs(cle + lire().acte().name());
    }

    private String avecSesValeurs(String cle) {
        Prevision prevision = lire().prevision();
        Object[] valeurs = new Object[prevision.valeurs().size() + 1];
        valeurs[0] = lire().faitLe();
        for (int i = 1; i < valeurs.length; i++) {
            valeurs[i] = prevision.valeurs().get(i - 1);
        }
        return textes.avec(cle, valeurs);
    }

    private Effet lire() {
        return Objects.requireNonNull(getEffet());
    }
}
