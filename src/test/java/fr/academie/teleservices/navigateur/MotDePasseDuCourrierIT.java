package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Le mot de passe imprimé en trois groupes ouvre le compte de toute façon de le taper : la page de connexion que les académies reçoivent
 * le remet en forme avant l'envoi, car un CAS ne compare que ce qu'il reçoit.
 */
@EssaiDeNavigateur
class MotDePasseDuCourrierIT {

    private static final String IMPRIME = "KTRM-7HPC-X4DN";
    private static final String EMPREINTE = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(IMPRIME);

    private final Pile pile;
    private final Navigateur navigateur;

    MotDePasseDuCourrierIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPRIME, "ktrm7hpcx4dn", "Ktrm 7hpc x4dn ", "KTRM–7HPC–X4DN"})
    void laPageDeConnexionLEnvoieCommeImprime(String tape) {
        Pile.Compte compte = pile.cree("Dylan");
        pile.base().executer("UPDATE responsable SET mot_de_passe = '" + EMPREINTE + "' WHERE id = " + compte.id());
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        List<String> envoyes = new ArrayList<>();
        parent.page().onRequest(requete -> noter(requete, envoyes));
        parent.ouvrirPage("/accueil");

        parent.sIdentifier(compte.identifiant(), tape);

        assertThat(envoyes).singleElement().asString().contains("password=" + IMPRIME);
        assertThat(parent.chemin()).isEqualTo("/courrier/question?de=session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2BUYJ9C8", "Vélo-rouge-4!", "aa bb cc dd ee"})
    void elleNeToucheARienDAutre(String tape) {
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        List<String> envoyes = new ArrayList<>();
        parent.page().onRequest(requete -> noter(requete, envoyes));
        parent.ouvrirPage("/accueil");

        parent.sIdentifier("personne.inconnue", tape);

        assertThat(envoyes).singleElement().asString().contains("password=" + ClientHttp.encoder(tape));
    }

    private static void noter(Request requete, List<String> envoyes) {
        if ("POST".equals(requete.method()) && requete.url().contains("/cas/login")) {
            envoyes.add(requete.postData());
        }
    }
}
