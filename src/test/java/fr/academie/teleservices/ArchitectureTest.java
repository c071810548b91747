package fr.academie.teleservices;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.courriel.ModelesDeCourriel;
import fr.academie.teleservices.socle.texte.Langue;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** La maison telle que l'architecture la veut : étages, pièces sans boucle, bibliothèques chacune à sa place. */
@AnalyzeClasses(packages = ArchitectureTest.RACINE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String RACINE = "fr.academie.teleservices";

    /** Les pièces, de bas en haut : un étage n'emploie que ceux du dessous. Une pièce nouvelle s'ajoute ici, ou rien ne passe. */
    private static final List<List<String>> ETAGES = List.of(
            List.of("socle"),
            List.of("compte", "scolarite", "journal", "evenement", "lignee"),
            List.of("agent"),
            List.of("acces"),
            List.of(
                    "regroupement",
                    "rupture",
                    "contestation",
                    "courrier",
                    "habilitation",
                    "attente",
                    "suivi",
                    "activation",
                    "coordonnees",
                    "motdepasse",
                    "porte",
                    "opposition",
                    "manque",
                    "rapprochement",
                    "diffusion"),
            List.of("accueil", "etablissement", "assistance", "historique", "tuile", "alimentation", "exploitation"));

    @ArchTest
    static final ArchRule chaqueEtageNEmploieQueCeuxDuDessous = etages();

    private static ArchRule etages() {
        LayeredArchitecture maison = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitectureIgnoring(RACINE);
        for (int etage = 0; etage < ETAGES.size(); etage++) {
            maison = maison.layer(nom(etage))
                    .definedBy(ETAGES.get(etage).stream()
                            .map(piece -> RACINE + "." + piece + "..")
                            .toArray(String[]::new));
        }
        for (int etage = 0; etage < ETAGES.size(); etage++) {
            String[] auDessus = IntStream.range(etage + 1, ETAGES.size())
                    .mapToObj(ArchitectureTest::nom)
                    .toArray(String[]::new);
            maison = auDessus.length == 0
                    ? maison.whereLayer(nom(etage)).mayNotBeAccessedByAnyLayer()
                    : maison.whereLayer(nom(etage)).mayOnlyBeAccessedByLayers(auDessus);
        }
        return maison;
    }

    private static String nom(int etage) {
        return "étage " + etage;
    }

    @ArchTest
    static final ArchRule aucuneBoucleEntreLesPieces =
            slices().matching(RACINE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aucuneBoucleDansLeSocle =
            slices().matching(RACINE + ".socle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule facesEtServletRestentAuxPages = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", RACINE + ".socle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule lesPagesNeVoientPasLaBase = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.ibatis..", "java.sql..", "javax.sql..", "com.zaxxer..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Mapper");

    @ArchTest
    static final ArchRule lesPagesNeTiennentPasLeJournalDuBureau = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JournalDuBureau.class)
            .because("qui lit ou agit écrit aussi sa ligne : une page peut l'oublier, un service la lie à ce qu'il"
                    + " fait");

    @ArchTest
    static final ArchRule lesBeansNeLisentPasLaRequete = noClasses()
            .that()
            .areAnnotatedWith(Named.class)
            .or()
            .haveSimpleNameEndingWith("Bean")
            .should()
            .accessTargetWhere(describe(
                    "un paramètre de la requête",
                    acces -> acces.getTarget().getName().startsWith("getParameter")
                            && acces.getTargetOwner().isAssignableTo(ServletRequest.class)))
            .because("ce qu'une page prend de son adresse ou de son formulaire se dit dans la page, par f:viewParam");

    @ArchTest
    static final ArchRule lesMappersRestentDansLeurPiece = classes()
            .that()
            .haveSimpleNameEndingWith("Mapper")
            .should()
            .bePackagePrivate()
            .andShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule recordsEtEnumsSontDuJavaSimple = noClasses()
            .that(new DescribedPredicate<JavaClass>("sont des records ou des enums") {
                @Override
                public boolean test(JavaClass classe) {
                    return classe.isRecord() || classe.isEnum();
                }
            })
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "org.apache.ibatis..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule lHeureVientDUneHorloge = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("une horloge s'injecte (" + Clock.class.getName()
                    + "), à la milliseconde comme la base : ce qui est écrit se relit égal");

    @ArchTest
    static final ArchRule laLangueSeDecideAUnSeulEndroit = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Langue.class.getName())
            .should()
            .accessField(Locale.class, "FRENCH")
            .orShould()
            .accessField(Locale.class, "FRANCE")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "forLanguageTag", String.class)
            .orShould()
            .callConstructor(Locale.class, String.class)
            .because("ajouter une langue est une ligne de réglage et un fichier");

    @ArchTest
    static final ArchRule unMotNAQuUneVoie = noClasses()
            .that()
            .resideOutsideOfPackage(RACINE + ".socle.texte")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ResourceBundle.class, MessageFormat.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..")
            .because("elle passe par Textes");

    @ArchTest
    static final ArchRule unCourrielNeCriePas = noClasses()
            .that(describe("écrivent un courriel", ArchitectureTest::ecritUnCourriel))
            .should()
            .accessTargetWhere(describe(
                    "le nom est celui de la base",
                    acces -> Set.of(Identite.class.getName(), Eleve.class.getName())
                                    .contains(acces.getTargetOwner().getName())
                            && Set.of("nomComplet", "nom", "prenom").contains(acces.getName())))
            .because("on y salue par Identite.nomCourant() et l'on y nomme un élève par NomsDistincts ou"
                    + " prenomCourant()");

    private static boolean ecritUnCourriel(JavaClass classe) {
        return classe.getMethodCallsFromSelf().stream()
                .anyMatch(appel -> appel.getTargetOwner().isEquivalentTo(EnvoiDeCourriels.class)
                        || appel.getTargetOwner().isEquivalentTo(ModelesDeCourriel.class));
    }

    @ArchTest
    static void desCourrielsSontEcrits(JavaClasses lues) {
        assertThat(lues.stream().filter(ArchitectureTest::ecritUnCourriel)).hasSizeGreaterThan(8);
    }

    @ArchTest
    static final ArchRule lesCodesQrSeDessinentAuSocle = noClasses()
            .that()
            .resideOutsideOfPackage(RACINE + ".socle.pdf")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..");

    @ArchTest
    static final ArchRule leHasardEstSur = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule leTravailDeFondEstALaTable = noClasses()
            .that()
            .resideOutsideOfPackage(RACINE + ".socle.tache")
            .and()
            .doNotHaveFullyQualifiedName(RACINE + ".compte.HachageService")
            .and()
            // Un fil n'y attend qu'une connexion, à la place d'une demande.
            .doNotHaveFullyQualifiedName(RACINE + ".socle.persistance.SourceDuServeur")
            .and()
            // Leurs fils ne vivent que le temps d'un appel, qui les attend.
            .haveNameNotMatching(
                    RACINE.replace(".", "\\.") + "\\.alimentation\\.(aaf\\.LectureEnParallele|livraison\\.Aides).*")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, CompletableFuture.class, Timer.class)
            .orShould()
            .callConstructorWhere(DescribedPredicate.describe(
                    "un fil est créé", appel -> appel.getTargetOwner().isAssignableTo(Thread.class)))
            .because("un travail qui dure se dépose (socle.tache) : il survit à un arrêt et ne se fait qu'une fois");

    @ArchTest
    static final ArchRule aucuneInjectionParChamp = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule aucunAffichageSurLaConsole = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule aucunEtatStatiqueModifiable =
            fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static void tousLesMappersSontDeclares(JavaClasses lues) throws IOException {
        String declaration = Files.readString(Path.of("src/main/resources/fr/academie/teleservices/mybatis.xml"));
        assertThat(lues.stream().filter(c -> c.getSimpleName().endsWith("Mapper")))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(declaration).contains("class=\"" + c.getName() + "\""));
    }
}
