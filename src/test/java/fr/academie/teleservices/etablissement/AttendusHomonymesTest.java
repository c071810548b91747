package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deux personnes du même nom qui attendent pour les mêmes élèves ne se montrent pas pareilles. */
class AttendusHomonymesTest extends EssaiDuBureau {

    @BeforeEach
    void vider() {
        base.vider();
        familles.etablissement();
        familles.agent("secretariat.moulin", false);
    }

    @Test
    void leurNumeroLesDistingue() {
        long dylan = familles.eleve("Dylan");
        familles.constat(familles.personne(Familles.UAI, "91001", "DURAND", "Cristelle"), dylan);
        familles.constat(familles.personne(Familles.UAI, "91002", "DURAND", "Cristelle"), dylan);
        familles.constat(familles.personne(Familles.UAI, "91003", "PETIT", "Jean"), dylan);
        assertThat(creations.attendus(agent, Familles.UAI, null))
                .extracting(Attendu::nomDistinct)
                .containsExactly("Cristelle DURAND (91001)", "Cristelle DURAND (91002)", "Jean PETIT");
    }

    @Test
    void unePersonneSaisieSeDistingueParSonAdresse() {
        long dylan = familles.eleve("Dylan");
        familles.constat(familles.personne(Familles.UAI, "91001", "DURAND", "Cristelle"), dylan);
        long saisie = base.compter("SELECT COALESCE(MAX(id), 0) + 1 FROM responsable_attendu");
        base.executer("INSERT INTO responsable_attendu (id, uai, nom_famille, prenom, mail) VALUES (" + saisie + ", '"
                + Familles.UAI + "', 'DURAND', 'Cristelle', 'autre@exemple.fr')");
        familles.eleveAttendu(saisie, dylan);
        assertThat(creations.attendus(agent, Familles.UAI, null))
                .extracting(Attendu::nomDistinct)
                .containsExactly("Cristelle DURAND (autre@exemple.fr)", "Cristelle DURAND (91001)");
    }
}
