package fr.academie.teleservices.essais;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.etablissement.FicheService;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.evenement.EvenementService;

/** La base d'essai et les services dont le secrétariat d'un établissement se sert, pour l'essai qui en hérite. Rien n'y est vidé. */
public abstract class EssaiDuBureau {

    protected final BaseDEssai base = BaseDEssai.partagee();
    protected final Familles familles = new Familles(base);
    protected final Atelier atelier = new Atelier(base.source());
    protected final RechercheService recherches = new RechercheService(atelier.transactions, atelier.bureau);
    protected final FicheService fiches = new FicheService(atelier.comptes, atelier.transactions, atelier.bureau);
    protected final CreationService creations = new CreationService(
            atelier.lignee,
            atelier.creations,
            atelier.comptes,
            atelier.scolarite,
            atelier.rattachements,
            atelier.courriers,
            atelier.journal,
            atelier.bureau,
            new EvenementService(atelier.scolarite, atelier.transactions),
            atelier.transactions,
            atelier.horloge);

    /** Du secrétariat de l'établissement des essais, {@link Familles#UAI}. */
    protected final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
}
