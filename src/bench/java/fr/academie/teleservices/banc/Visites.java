package fr.academie.teleservices.banc;

import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.ClientHttp;
import java.net.http.HttpResponse;

/** Des personnes qui entrent par le CAS. */
final class Visites {

    private Visites() {}

    /** Entre, à la page demandée ; {@link IllegalStateException} si le CAS ou l'application s'y oppose. */
    static ClientHttp entrer(PileDeDemonstration pile, String page, String identifiant) {
        ClientHttp client = new ClientHttp(pile.adresse(), null);
        String retour = client.sIdentifier(ClientHttp.versOu(client.lire(page)), identifiant, Familles.MOT_DE_PASSE);
        HttpResponse<String> entree = client.lire(retour);
        if (entree.statusCode() != 302) {
            throw new IllegalStateException(identifiant + " n'entre pas : " + entree.statusCode());
        }
        return client;
    }
}
