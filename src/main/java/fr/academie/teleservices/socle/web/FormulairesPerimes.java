package fr.academie.teleservices.socle.web;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Un formulaire dont le serveur n'a plus l'état (trop d'onglets, page trop ancienne, état fabriqué) n'est pas exécuté : la même page
 * revient par redirection et dit que rien n'a été enregistré. Toute autre erreur suit son cours.
 */
public final class FormulairesPerimes extends ExceptionHandlerFactory {

    private static final Pattern DEMANDE = Pattern.compile("[0-9a-fA-F-]{36}");

    public FormulairesPerimes(ExceptionHandlerFactory suivante) {
        super(suivante);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Reprise(getWrapped().getExceptionHandler());
    }

    private static final class Reprise extends ExceptionHandlerWrapper {

        Reprise(ExceptionHandler suivant) {
            super(suivant);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> evenements =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (evenements.hasNext()) {
                ExceptionQueuedEventContext evenement = evenements.next().getContext();
                HttpServletRequest requete = (HttpServletRequest)
                        evenement.getContext().getExternalContext().getRequest();
                if (etatIllisible(evenement) && "POST".equals(requete.getMethod())) {
                    evenements.remove();
                    reprendre(evenement.getContext(), requete);
                }
            }
            super.handle();
        }

        private static boolean etatIllisible(ExceptionQueuedEventContext evenement) {
            return PhaseId.RESTORE_VIEW.equals(evenement.getPhaseId())
                    && evenement.getException() instanceof FacesException;
        }

        /** La demande de regroupement, s'il y en a une, reste dans l'adresse. */
        private static void reprendre(FacesContext faces, HttpServletRequest requete) {
            String demande = requete.getParameter("demande");
            boolean lisible = demande != null && DEMANDE.matcher(demande).matches();
            try {
                faces.getExternalContext()
                        .redirect(requete.getRequestURI() + "?motif=SESSION_EXPIREE"
                                + (lisible ? "&demande=" + demande : ""));
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
