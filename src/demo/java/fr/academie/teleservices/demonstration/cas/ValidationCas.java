package fr.academie.teleservices.demonstration.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /serviceValidate} et {@code /p3/serviceValidate} (CAS 3.0 §2.5 et 2.8) ; pas de tickets de mandataire. */
final class ValidationCas {

    private static final Logger JOURNAL = Logger.getLogger(ValidationCas.class.getName());

    private final RegistreCas registre;
    private final ComptesCas comptes;
    private volatile Map<String, List<String>> imposes = Map.of();

    ValidationCas(RegistreCas registre, ComptesCas comptes) {
        this.registre = registre;
        this.comptes = comptes;
    }

    /** Donne ces valeurs à ces attributs dans chaque réponse, quoi que disent les comptes ; aucune valeur : l'attribut manque. */
    void imposer(Map<String, List<String>> attributs) {
        imposes = Map.copyOf(attributs);
    }

    /** @param avecAttributs vrai pour {@code /p3/} */
    void valider(HttpServletRequest requete, HttpServletResponse reponse, boolean avecAttributs) throws IOException {
        reponse.setContentType("application/xml;charset=UTF-8");
        reponse.getWriter()
                .write(verdict(
                        requete.getParameter("ticket"),
                        requete.getParameter("service"),
                        "true".equals(requete.getParameter("renew")),
                        avecAttributs));
    }

    private String verdict(@Nullable String valeur, @Nullable String service, boolean renew, boolean avecAttributs) {
        if (valeur == null || service == null || valeur.isEmpty() || service.isEmpty()) {
            return ReponsesCas.echec("INVALID_REQUEST", "Les paramètres ticket et service sont obligatoires.");
        }
        Optional<RegistreCas.Ticket> consomme = registre.consommer(valeur);
        if (consomme.isEmpty()) {
            return ReponsesCas.echec("INVALID_TICKET", "Ce ticket est inconnu, périmé ou déjà utilisé.");
        }
        RegistreCas.Ticket ticket = consomme.get();
        if (!ticket.service().equals(service)) {
            return ReponsesCas.echec("INVALID_SERVICE", "Ce ticket a été remis pour un autre service.");
        }
        if (renew && !ticket.primaire()) {
            return ReponsesCas.echec("INVALID_TICKET_SPEC", "Ce ticket ne vient pas d'une saisie du mot de passe.");
        }
        try {
            Optional<CompteCas> compte = comptes.chercher(ticket.session().identifiant());
            if (compte.isEmpty()) {
                return ReponsesCas.echec("INVALID_TICKET", "Ce compte n'existe plus.");
            }
            return ReponsesCas.succes(
                    ticket.session().saisi(), avecAttributs ? attributs(ticket, compte.get()) : Map.of());
        } catch (SQLException e) {
            JOURNAL.log(Level.WARNING, "Les comptes sont illisibles.", e);
            return ReponsesCas.echec("INTERNAL_ERROR", "Les comptes sont momentanément illisibles.");
        }
    }

    private Map<String, List<String>> attributs(RegistreCas.Ticket ticket, CompteCas compte) {
        Map<String, List<String>> attributs = new LinkedHashMap<>();
        attributs.put(
                "authenticationDate",
                List.of(ticket.session()
                        .ouverteLe()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString()));
        attributs.put("longTermAuthenticationRequestTokenUsed", List.of("false"));
        attributs.put("isFromNewLogin", List.of(Boolean.toString(ticket.primaire())));
        attributs.put("profil", List.of(compte.profil()));
        attributs.put("nom", List.of(compte.nom()));
        attributs.put("prenom", List.of(compte.prenom()));
        if (compte.mail() != null) {
            attributs.put("mail", List.of(compte.mail()));
        }
        attributs.putAll(imposes);
        return attributs;
    }
}
