package fr.academie.teleservices.courrier.web;

import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.LettresPdf;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.courrier.RefusCourrier;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /etablissement/courrier.pdf} : fait un courrier et le rend aussitôt, en pièce à enregistrer.
 *
 * <p>La demande porte ce que la page a montré : le motif et la version du compte. Envoyée deux fois, elle ne change le mot de passe
 * qu'une fois ; la seconde revient à la page, qui dit ce qui est fait et comment refaire. Un formulaire d'un autre site est arrêté avant,
 * par {@code OrigineFilter}.
 */
@Singleton
public final class CourrierServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CourrierServlet.class);

    private final transient CourrierService courriers;
    private final transient LettresPdf lettres;
    private final transient Garde garde;
    private final transient UtilisateurCourant utilisateur;
    private final transient Adresses adresses;

    @Inject
    public CourrierServlet(
            CourrierService courriers,
            LettresPdf lettres,
            Garde garde,
            UtilisateurCourant utilisateur,
            Adresses adresses) {
        this.garde = garde;
        this.courriers = courriers;
        this.lettres = lettres;
        this.utilisateur = utilisateur;
        this.adresses = adresses;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        long compte = Parametres.numero(requete.getParameter("id")).orElse(0);
        String uai = Parametres.texte(requete.getParameter("uai"));
        MotifCourrier motif = Parametres.choix(MotifCourrier.class, requete.getParameter("motif"))
                .orElse(null);
        RaisonDuPapier raison = Parametres.choix(RaisonDuPapier.class, requete.getParameter("raison"))
                .orElse(null);
        long version = Parametres.numero(requete.getParameter("version")).orElse(-1);
        Agent agent = utilisateur.agent();
        if (uai == null
                || motif == null
                || courriers.destinataire(agent, compte, uai).isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            garde.admettre(Operation.COURRIER, agent.identifiant().valeur(), requete.getRemoteAddr());
            envoyer(courriers.faire(agent, compte, uai, Set.of(motif), (int) version, raison), requete, reponse);
        } catch (CourrierRefuse e) {
            revenir(requete, reponse, compte, uai, e.code());
        } catch (TropDEssais e) {
            LOG.info("Un courrier attendra : {}", e.getMessage());
            revenir(requete, reponse, compte, uai, RefusCourrier.SERVEUR_OCCUPE);
        } catch (ServiceSature e) {
            LOG.info("Un courrier attendra : le serveur est trop chargé.", e);
            revenir(requete, reponse, compte, uai, RefusCourrier.SERVEUR_OCCUPE);
        }
    }

    /** Mise en page avant le premier octet : si elle échoue, l'agent peut encore l'apprendre. */
    private void envoyer(Lettre lettre, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        byte[] pdf = mettreEnPage(
                lettre, requete.getParameter("seconde"), adresses.adressePublique(requete.getContextPath()));
        if (pdf == null) {
            revenir(
                    requete,
                    reponse,
                    lettre.destinataire().compte().id(),
                    lettre.destinataire().etablissement().uai(),
                    RefusCourrier.LETTRE_PERDUE);
            return;
        }
        Fichiers.envoyer(
                reponse,
                Fichiers.PDF,
                "courrier-" + lettre.destinataire().compte().identifiant() + ".pdf",
                pdf);
    }

    private byte @Nullable [] mettreEnPage(Lettre lettre, @Nullable String seconde, String adresse) {
        try {
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            lettres.ecrire(List.of(lettre), adresse, seconde, sortie);
            return sortie.toByteArray();
        } catch (IOException | RuntimeException e) {
            LOG.error("Une lettre n'a pas pu être mise en page.", e);
            return null;
        }
    }

    private static void revenir(
            HttpServletRequest requete, HttpServletResponse reponse, long compte, String uai, RefusCourrier refus)
            throws IOException {
        reponse.sendRedirect(new Question(requete.getContextPath() + "/etablissement/courrier")
                .avec("id", compte)
                .avec("uai", uai)
                .avec("refus", refus.name())
                .adresse());
    }
}
