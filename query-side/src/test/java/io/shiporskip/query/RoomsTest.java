package io.shiporskip.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.shiporskip.query.projecting.Projection;
import io.shiporskip.query.projecting.asof.AsOf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may know whom on the query side. Each rule first shows that there is something it holds. */
class RoomsTest {

    private static final JavaClasses QUERY_SIDE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("io.shiporskip.query");

    private static final List<String> FEATURES =
            List.of("tool", "panel", "community", "ballot", "comparison", "leaderboard", "history");

    @Test
    void nothingHereSeesTheCommandSide() {
        assertThat(QUERY_SIDE).hasSizeGreaterThan(100);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shiporskip.command..")
                .check(QUERY_SIDE);
    }

    @Test
    void theEngineKnowsNoFeatureAndNoEvent() {
        holds("io.shiporskip.query.projecting..");
        noClasses()
                .that()
                .resideInAPackage("io.shiporskip.query.projecting..")
                .should()
                .dependOnClassesThat(inFeatures())
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.shiporskip.events..")
                .check(QUERY_SIDE);
    }

    @Test
    void theEngineKnowsNothingOfTheWebButTheProblemsThatReadersMeet() {
        holds("io.shiporskip.query.projecting.serve..");
        noClasses()
                .that()
                .resideInAPackage("io.shiporskip.query.projecting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                .check(QUERY_SIDE);
    }

    @Test
    void aFoldKnowsNoClockNoChanceAndNoDatabase() {
        List<JavaClass> folds = QUERY_SIDE.stream()
                .filter(type -> type.isAssignableTo(Projection.class) && !type.isInterface())
                .filter(type -> !type.getPackageName().endsWith(".projecting")) // the engine's own, around another
                .toList();
        assertThat(folds).hasSize(7);
        noClasses()
                .that()
                .areAssignableTo(Projection.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.random..", "com.mongodb..", "org.bson..", "java.time")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(QUERY_SIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"panel", "community", "audit", "asking"})
    void whatOthersStandOnKnowsNoOtherFeature(String room) {
        String packages = "io.shiporskip.query." + room + "..";
        holds(packages);
        noClasses()
                .that()
                .resideInAPackage(packages)
                .and()
                .haveSimpleNameNotStartingWith("Vote")
                .should()
                .dependOnClassesThat(inFeatures().and(DescribedPredicate.not(in(room))))
                .check(QUERY_SIDE);
    }

    @Test
    void noFeaturesNeedEachOtherInACircle() {
        slices().matching("io.shiporskip.query.(*)..").should().beFreeOfCycles().check(QUERY_SIDE);
        slices().matching("io.shiporskip.query.leaderboard.(**)")
                .should()
                .beFreeOfCycles()
                .check(QUERY_SIDE);
        assertThat(FEATURES).allSatisfy(feature -> holds("io.shiporskip.query." + feature + ".."));
    }

    /** The one page that shows no event. */
    private static final String TIMELESS = "AboutRankingPage";

    @Test
    void everyReadOfToolsComparisonsAndLeaderboardsTakesAsOf() {
        List<JavaMethod> reads = QUERY_SIDE.stream()
                .filter(type -> List.of("tool", "comparison", "leaderboard", "history").stream()
                        .anyMatch(room -> type.getPackageName().equals("io.shiporskip.query." + room)))
                .filter(type -> !type.getSimpleName().equals(TIMELESS))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(GetMapping.class))
                .toList();
        assertThat(reads)
                .hasSizeGreaterThanOrEqualTo(11)
                .allSatisfy(read -> assertThat(read.getRawParameterTypes())
                        .as(read.getFullName())
                        .anyMatch(parameter -> parameter.isEquivalentTo(AsOf.class)));
    }

    @Test
    void featuresThatAreReadAsOfReadNoLiveModelByItself() {
        noClasses()
                .that()
                .resideInAnyPackage("io.shiporskip.query.tool..", "io.shiporskip.query.comparison..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shiporskip.query.projecting.serve..")
                .check(QUERY_SIDE);
    }

    @Test
    void everyAnswerOverHttpStandsInAFeature() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .resideOutsideOfPackage("io.shiporskip.query")
                .andShould()
                .resideOutsideOfPackage("io.shiporskip.query.projecting..")
                .check(QUERY_SIDE);
    }

    private static DescribedPredicate<JavaClass> inFeatures() {
        return DescribedPredicate.describe(
                "in a feature",
                type -> FEATURES.stream().anyMatch(feature -> in(feature).test(type)));
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        String name = "io.shiporskip.query." + room;
        return DescribedPredicate.describe(
                "in " + room,
                type -> type.getPackageName().equals(name)
                        || type.getPackageName().startsWith(name + "."));
    }

    private static void holds(String packages) {
        var inside = JavaClass.Predicates.resideInAPackage(packages);
        assertThat(QUERY_SIDE.stream().filter(inside))
                .as("classes in " + packages)
                .isNotEmpty();
    }
}
