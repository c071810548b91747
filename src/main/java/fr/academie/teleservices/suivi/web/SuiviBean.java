package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.EtablissementChoisi;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.LigneDeSuivi;
import fr.academie.teleservices.suivi.Pas;
import fr.academie.teleservices.suivi.Periode;
import fr.academie.teleservices.suivi.SuiviService;
import fr.academie.teleservices.suivi.Tableau;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Le suivi d'un établissement de l'agent : ses nombres, leurs dessins et leurs listes. */
@Named("suivi")
@RequestScoped
public class SuiviBean {

    private static final String SUIVI = "/etablissement/suivi";

    private final SuiviService suivi;
    private final UtilisateurCourant utilisateur;
    private final EtablissementChoisi choisi;
    private final LocalDate aujourdHui;
    private final Map<String, String> parametres = new HashMap<>();
    private int page = 1;
    private @Nullable Tableau<String> classes;
    private @Nullable Tableau<Periode> temps;
    private @Nullable List<LigneDeSuivi> lignes;
    private @Nullable Pagination pages;

    @Inject
    public SuiviBean(
            SuiviService suivi,
            UtilisateurCourant utilisateur,
            EtablissementChoisi choisi,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.suivi = suivi;
        this.utilisateur = utilisateur;
        this.choisi = choisi;
        this.aujourdHui = heure.date(horloge.instant());
    }

    /** La page n'existe que pour un établissement de l'agent. */
    public void charger() {
        if (choisi.agi().isEmpty()) {
            Introuvable.repondre();
        }
    }

    /** La liste n'existe que pour un établissement de l'agent et un indicateur connu. */
    public void chargerLaListe() {
        if (choisi.agi().isEmpty() || demande().indicateur() == null) {
            Introuvable.repondre();
        }
    }

    public Etablissement getEtablissement() {
        return choisi.agi().orElseThrow();
    }

    /** Ce que l'adresse demande, par nom de paramètre. */
    public Map<String, String> getParametres() {
        return parametres;
    }

    /** Ce que l'adresse donne à ce nom pour un jour et qui n'en est pas un ; vide sinon. */
    public String illisible(String nom) {
        return Parametres.jourIllisible(parametres.get(nom));
    }

    public void setPage(int page) {
        this.page = page;
    }

    private DemandeDeSuivi demande() {
        return DemandeDeSuivi.lire(parametres::get, aujourdHui);
    }

    public List<Indicateur> getIndicateurs() {
        return List.of(Indicateur.values());
    }

    public Tableau<String> getClasses() {
        Tableau<String> lues = classes;
        if (lues == null) {
            lues = suivi.parClasse(utilisateur.agent(), uai()).trie(tri().ordre());
            classes = lues;
        }
        return lues;
    }

    private TriDesClasses tri() {
        return TriDesClasses.lire(parametres::get);
    }

    /** Le sens de tri de cette colonne du tableau des classes, comme {@code aria-sort} le dit. */
    public String sens(String colonne) {
        return tri().sens(colonne);
    }

    /** La même page, les classes triées par cette colonne ; dans l'autre sens si elles le sont déjà. */
    public String triee(String colonne) {
        TriDesClasses voulu = tri().par(colonne);
        return question("")
                .avec("du", parametres.get("du"))
                .avec("au", parametres.get("au"))
                .avec("pas", parametres.get("pas"))
                .avec("tri", voulu.tri())
                .avec("sens", voulu.decroissant() ? "desc" : "")
                .adresse();
    }

    public Tableau<Periode> getTemps() {
        Tableau<Periode> lu = temps;
        if (lu == null) {
            lu = suivi.dansLeTemps(
                    utilisateur.agent(),
                    uai(),
                    demande().du(),
                    demande().au(),
                    demande().pas());
            temps = lu;
        }
        return lu;
    }

    /** Un dessin par indicateur, tous à la même échelle. */
    public List<Graphique> getGraphiques() {
        return Arrays.stream(Indicateur.values())
                .map(indicateur -> Graphique.dessiner(
                        indicateur, getTemps(), Graphique.echelle(getTemps().maximum())))
                .toList();
    }

    /** Vrai si l'intervalle demandé a plus de périodes qu'on n'en montre : les dernières le sont. */
    public boolean isTronque() {
        return getTemps().lignes().get(0).quoi().du().isAfter(demande().du());
    }

    /** L'adresse de la liste d'un indicateur, toutes classes et toutes dates. */
    public String listeEntiere(Indicateur indicateur) {
        return question("/liste").avec("indicateur", indicateur).adresse();
    }

    /** L'adresse de la liste d'un indicateur pour une classe ; vide pour les élèves sans classe. */
    public String listeDeClasse(Indicateur indicateur, String classe) {
        return avecClasse(question("/liste").avec("indicateur", indicateur), classe)
                .adresse();
    }

    /** L'adresse de la liste d'un indicateur pour une période. */
    public String listeDePeriode(Indicateur indicateur, LocalDate du, LocalDate au) {
        return question("/liste")
                .avec("indicateur", indicateur)
                .avec("du", du)
                .avec("au", au)
                .adresse();
    }

    /** L'adresse d'un export : {@code classes}, {@code temps} ou {@code liste}. */
    public String export(String quoi) {
        return "liste".equals(quoi)
                ? laListe("/export/liste.csv").adresse()
                : question("/export/" + quoi + ".csv")
                        .avec("du", demande().du())
                        .avec("au", demande().au())
                        .avec("pas", demande().pas())
                        .avec("tri", tri().tri())
                        .avec("sens", tri().decroissant() ? "desc" : "")
                        .adresse();
    }

    public @Nullable Indicateur getIndicateur() {
        return demande().indicateur();
    }

    public @Nullable String getClasse() {
        return demande().classe();
    }

    public boolean isBornee() {
        return demande().borne();
    }

    public List<LigneDeSuivi> getLignes() {
        List<LigneDeSuivi> lues = lignes;
        if (lues == null) {
            lues = suivi.lister(
                    utilisateur.agent(),
                    uai(),
                    indicateur(),
                    demande().classe(),
                    demande().borne() ? demande().du() : null,
                    demande().borne() ? demande().au() : null,
                    getPages().saut(),
                    SuiviService.PAGE);
            lignes = lues;
        }
        return lues;
    }

    public Pagination getPages() {
        Pagination lues = pages;
        if (lues == null) {
            lues = new Pagination(
                            page,
                            SuiviService.PAGE,
                            suivi.compter(
                                    utilisateur.agent(),
                                    uai(),
                                    indicateur(),
                                    demande().classe(),
                                    demande().borne() ? demande().du() : null,
                                    demande().borne() ? demande().au() : null),
                            laListe("/liste"))
                    .bornee();
            pages = lues;
        }
        return lues;
    }

    private Question laListe(String suite) {
        Question question = question(suite).avec("indicateur", demande().indicateur());
        String classe = demande().classe();
        if (classe != null) {
            question = avecClasse(question, classe);
        }
        return demande().borne()
                ? question.avec("du", demande().du()).avec("au", demande().au())
                : question;
    }

    /** Une classe vide se dit aussi : les élèves qui n'en ont pas. */
    private static Question avecClasse(Question question, String classe) {
        return new Question(question.adresse() + "&classe=" + URLEncoder.encode(classe, StandardCharsets.UTF_8));
    }

    private Question question(String suite) {
        return new Question(SUIVI + suite).avec("uai", uai());
    }

    private Indicateur indicateur() {
        return Objects.requireNonNull(demande().indicateur());
    }

    private String uai() {
        return getEtablissement().uai();
    }

    public LocalDate getDu() {
        return demande().du();
    }

    public LocalDate getAu() {
        return demande().au();
    }

    public List<Pas> getPasPossibles() {
        return List.of(Pas.values());
    }

    public Pas getPas() {
        return demande().pas();
    }
}
