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

/**
 * Un formulaire dont le serveur n'a plus l'état (trop d'onglets, page trop ancienne, état fabriqué) n'est pas exécuté : la même page
 * revient par redirection et dit que rien n'a été enregistré. Toute autre erreur suit son cours.
 */
public final class FormulairesPerimes extends ExceptionHandlerFactory {

    public FormulairesPerimes(ExceptionHandlerFactory suivante) {
        super(suivante);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Relais(getWrapped().getExceptionHandler());
    }

    private static final class Relais extends ExceptionHandlerWrapper {

        Relais(ExceptionHandler suivant) {
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

        private static void reprendre(FacesContext faces, HttpServletRequest requete) {
            try {
                faces.getExternalContext().redirect(Reprise.adresse(requete.getRequestURI(), requete));
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
