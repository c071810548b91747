package fr.academie.teleservices.historique;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Qui s'est opposé n'a prouvé qu'une chose, qu'il lisait les courriels du compte : l'historique le dit ainsi, et non « par vous ». */
class AuteursDesOppositionsTest {

    private static final String PAR_LE_LIEN = "Par une personne qui avait le lien envoyé par courriel";
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final HistoriqueService historique = HistoriquesDEssai.historique(atelier);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private long compte;
    private long florian;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        florian = familles.eleve("Florian");
        familles.lier(compte, florian);
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
    }

    @ParameterizedTest
    @EnumSource(Changement.class)
    void chaqueOppositionEstDUnePersonneQuiAvaitLeLien(Changement acte) throws Exception {
        String phrase = switch (acte) {
            case MAIL -> {
                atelier.mails.demander(demandeur(), "autre@exemple.fr", Atelier.APPLICATION);
                yield "Changement d’adresse mail refusé par l’ancienne adresse, remise en place";
            }
            case COURRIER -> {
                atelier.courriers.faire(
                        agent,
                        compte,
                        Familles.UAI,
                        Set.of(MotifCourrier.REINITIALISATION),
                        null,
                        RaisonDuPapier.DEMANDE_PAPIER);
                yield "Opposition à un courrier : mot de passe d’avant remis en place";
            }
            case REGROUPEMENT -> {
                long autre = familles.actif("c.durand2");
                familles.lier(autre, familles.eleve("Dylan"));
                Demandeur titulaire = demandeur();
                atelier.regrouper(titulaire, DemandesDEssai.ouvrir(atelier, titulaire, autre));
                yield "Opposition à un regroupement : chaque compte a retrouvé ce qu’il avait";
            }
            case RUPTURE -> {
                atelier.casser(agent, atelier.ruptures.demander(agent, compte, List.of(florian)));
                yield "Opposition au départ d’élèves vers un nouveau compte : ils sont revenus, le nouveau compte"
                        + " est fermé";
            }
        };
        Matcher lien = JETON.matcher(base.lire("SELECT texte FROM courriel WHERE destinataire ="
                        + " 'cristelle.durand@exemple.fr' AND texte LIKE '%opposition?jeton=%'")
                .get(0));
        assertThat(lien.find()).isTrue();
        assertThat(atelier.oppositions.opposer(lien.group(1), "192.0.2.7")).isEqualTo(acte);

        Fait dernier = historique.lire(demandeur(), Genre.TOUT, 0, 20).faits().get(0);
        assertThat(dernier.quoi().replace('\u00a0', ' ')).isEqualTo(phrase);
        assertThat(dernier.par()).isEqualTo(PAR_LE_LIEN);
        assertThat(dernier.adresse()).isEqualTo("192.0.2.7");
    }

    private Demandeur demandeur() {
        return Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }
}
