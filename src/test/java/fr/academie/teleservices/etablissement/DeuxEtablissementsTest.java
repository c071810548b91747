package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.EnfantsVisibles;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.NouveauResponsable;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.contestation.Decision;
import fr.academie.teleservices.contestation.Reponse;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un élève inscrit dans deux établissements : chacun de leurs bureaux le voit, et n'en voit que ce qui est à lui. */
class DeuxEtablissementsTest extends EssaiDuBureau {

    private static final String LYCEE = "0330002B";

    private final Agent duMoulin = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Agent duLycee = Atelier.agent("secretariat.lycee", LYCEE);
    private final Agent desDeux = Atelier.agent("secretariat.cite", Familles.UAI, LYCEE);
    private long compte;
    private long zoe;

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        familles.etablissement(LYCEE, "Lycée Zola");
        compte = familles.compte("cristelle.durand", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        zoe = familles.eleve("Zoé");
        familles.lier(compte, zoe);
        familles.inscrire(zoe, LYCEE, "2DE");
    }

    @Test
    void chaqueBureauLeTrouveDansSaClasse() {
        assertThat(lignes(duMoulin)).containsExactly(tuple(compte, Familles.UAI, "5B"));
        assertThat(lignes(duLycee)).containsExactly(tuple(compte, LYCEE, "2DE"));
        assertThat(lignes(desDeux)).containsExactly(tuple(compte, Familles.UAI, "5B"), tuple(compte, LYCEE, "2DE"));
        assertThat(recherches.classes(duLycee))
                .extracting(ClassesDEtablissement::classes)
                .containsExactly(List.of("2DE"));
        assertThat(recherches.chercher(duMoulin, filtre("2DE"), 1).total()).isZero();
        assertThat(recherches.aEcrire(duLycee, LYCEE, "2DE"))
                .extracting(CompteAEcrire::id)
                .containsExactly(compte);
        assertThat(recherches.aEcrire(duLycee, LYCEE, "5B")).isEmpty();
    }

    @Test
    void laFicheLeNommeUneFoisEtNeDitPasLAutreEtablissement() {
        assertThat(etablissements(duMoulin)).containsExactly(List.of("Collège du Moulin"));
        assertThat(etablissements(duLycee)).containsExactly(List.of("Lycée Zola"));
        assertThat(etablissements(desDeux))
                .singleElement()
                .satisfies(tous -> assertThat(tous).hasSize(2));
        assertThat(fiches.consulter(desDeux, compte).orElseThrow().uaisDuCourrier())
                .containsExactlyInAnyOrder(Familles.UAI, LYCEE);
        assertThat(atelier.courriers
                        .destinataire(duLycee, compte, LYCEE)
                        .orElseThrow()
                        .eleves())
                .extracting(e -> e.classe())
                .containsExactly("2DE");
        assertThat(atelier.courriers.destinataire(duLycee, compte, Familles.UAI))
                .isEmpty();
    }

    @Test
    void celuiQuIlQuitteNeLeVoitPlus() {
        base.executer("UPDATE inscription SET sorti_le = '2026-01-10' WHERE uai = '" + Familles.UAI + "'");

        assertThat(lignes(duMoulin)).isEmpty();
        assertThat(fiches.consulter(duMoulin, compte)).isEmpty();
        assertThat(lignes(duLycee)).hasSize(1);
    }

    @Test
    void leBureauDeCeluiQuiRemplaceLeVoitALaPlaceDeLAutre() {
        familles.etablissement("0330003C", "Cité scolaire");
        base.executer("UPDATE etablissement SET remplace_par = '0330003C' WHERE uai = '" + Familles.UAI + "'");

        assertThat(lignes(Atelier.agent("secretariat.cite", "0330003C")))
                .containsExactly(tuple(compte, "0330003C", "5B"));
        assertThat(lignes(duMoulin)).isEmpty();
        assertThat(lignes(duLycee)).hasSize(1);
    }

    @Test
    void unSignalementAttendLesDeuxBureauxEtUneReponseLeFermePourTous() throws Exception {
        base.executer("UPDATE rattachement SET etat = 'CONTESTE', conteste_le = UTC_TIMESTAMP(3) - INTERVAL 8 DAY");
        for (Agent agent : List.of(duMoulin, duLycee, desDeux)) {
            assertThat(atelier.reponses.compter(agent))
                    .as(agent.identifiant().valeur())
                    .isEqualTo(1);
            assertThat(atelier.reponses.enAttente(agent, 0, 10)).hasSize(1);
        }
        base.executer("UPDATE etablissement SET courriel = CONCAT(uai, '@exemple.fr')");
        assertThat(atelier.reponses.rappeler()).isEqualTo(2);
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY destinataire"))
                .containsExactly("0330001A@exemple.fr", "0330002B@exemple.fr");
        assertThat(atelier.reponses.rappeler()).isZero();

        var vue = atelier.reponses.enAttente(duLycee, 0, 10).get(0);
        assertThat(vue.eleve().etablissement().uai()).isEqualTo(LYCEE);
        assertThat(atelier.reponses.repondre(
                        duLycee, new Decision(vue.lienId(), vue.declareLe(), Reponse.REJETE, "Motif", null, false)))
                .isTrue();
        assertThat(atelier.reponses.compter(duMoulin)).isZero();
    }

    @Test
    void unePersonneSaisieEstDeLEtablissementDeLAgent() {
        var nouveau = new NouveauResponsable(
                zoe,
                "M.",
                new Identite("DURAND", null, "Paul"),
                null,
                NiveauResponsabilite.REPRESENTANT_LEGAL,
                LienParente.PERE,
                UUID.randomUUID());
        assertThat(creations.eleve(duLycee, zoe).orElseThrow().classe()).isEqualTo("2DE");
        assertThat(creations.saisir(duLycee, nouveau)).isPresent();
        assertThat(base.lire("SELECT uai FROM responsable_attendu")).containsExactly(LYCEE);
        assertThat(creations.attendus(duMoulin, null, null)).isEmpty();
        assertThat(creations.attendus(duLycee, null, "2DE")).hasSize(1);
    }

    @Test
    void unCourrierDUnEtablissementNeMontreDeLEnfantQueCeQuIlEnSait() {
        Demandeur parent = demandeur(null);
        Demandeur parCourrier = demandeur(LYCEE);
        EnfantsVisibles enfants = new EnfantsVisibles(atelier.scolarite);

        assertThat(enfants.de(parent))
                .singleElement()
                .satisfies(e -> assertThat(e.eleve().etablissements())
                        .extracting(Etablissement::nom)
                        .containsExactly("Collège du Moulin", "Lycée Zola"));
        assertThat(enfants.de(parCourrier)).singleElement().satisfies(e -> {
            assertThat(e.eleve().etablissements())
                    .extracting(Etablissement::nom)
                    .containsExactly("Lycée Zola");
            assertThat(parCourrier.voit(e)).isTrue();
            assertThat(demandeur("0330009J").voit(e)).isFalse();
        });
    }

    @Test
    void laPorteeDUnCourrierSaitQueLEnfantEstAussiAilleurs() {
        base.executer(
                "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire,"
                        + " avisee) VALUES (" + compte + ", '" + LYCEE
                        + "', 'x', 'agent', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1"
                        + " DAY, 1, 0, 0)");
        assertThat(atelier.portees.courante(compte))
                .get()
                .extracting(Portee::ailleurs)
                .isEqualTo(true);

        base.executer("UPDATE inscription SET sorti_le = '2026-01-10' WHERE uai = '" + Familles.UAI + "'");
        assertThat(atelier.portees.courante(compte))
                .get()
                .extracting(Portee::ailleurs)
                .isEqualTo(false);
    }

    private Demandeur demandeur(@Nullable String portee) {
        return new Demandeur(compte, new Identifiant("cristelle.durand"), 1, "127.0.0.1", Niveau.FRAIS, portee);
    }

    private static Filtre filtre(String texte) {
        return new Filtre(texte, null, null, null, null, null, Tri.ELEVE, false);
    }

    private List<Tuple> lignes(Agent agent) {
        return recherches.chercher(agent, filtre(""), 1).lignes().stream()
                .map(l -> tuple(l.responsableId(), l.uai(), l.classe()))
                .toList();
    }

    private List<List<String>> etablissements(Agent agent) {
        return fiches.consulter(agent, compte).orElseThrow().enfants().stream()
                .map(e -> e.eleve().etablissements().stream()
                        .map(Etablissement::nom)
                        .toList())
                .toList();
    }
}
