package io.shiporskip.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room may know which. */
class ArchitectureTest {

    private static final String ROOT = "io.shiporskip.command";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Beside itself, a feature may know the words of decisions, the shell, the way to the log, and who must be listed. */
    private static final String[] SHARED = {
        ROOT,
        ROOT + ".axon",
        ROOT + ".dispatch",
        ROOT + ".register",
        ROOT + ".text",
        "io.shiporskip.events..",
        "io.shiporskip.edge.."
    };

    @ParameterizedTest
    @ValueSource(strings = {"tool", "panel", "community", "comparison"})
    void aFeatureKnowsNoOther(String feature) {
        String own = ROOT + "." + feature;
        check(
                classes()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(concat(
                                SHARED,
                                own,
                                "java..",
                                "jakarta..",
                                "org.axonframework..",
                                "org.springframework..",
                                "org.jspecify..",
                                "com.fasterxml.jackson.annotation..")),
                own);
    }

    @Test
    void aDecisionKnowsNoFrameworkNoStoreAndNoClock() {
        ArchRule rule = noClasses()
                .that()
                .implement(Decider.class)
                .or()
                .areAssignableTo(Command.class)
                .or()
                .haveSimpleNameEndingWith("State")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "com.mongodb..",
                        "io.shiporskip.log..",
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.security..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.util.UUID", "randomUUID")
                .orShould()
                .callMethod("java.lang.System", "currentTimeMillis")
                .orShould()
                .callMethod("java.lang.System", "nanoTime");
        assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(Decider.class)))
                .hasSizeGreaterThanOrEqualTo(5);
        rule.check(CLASSES);
    }

    @Test
    void nothingHereSeesTheQuerySide() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.shiporskip.query.."),
                ROOT);
    }

    @Test
    void onlyTheRoomsOfTheLogKnowTheServer() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + ".log", ROOT + ".register")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.mongodb.."),
                ROOT + ".dispatch");
    }

    /** Checks a rule, after making sure that it is about something. */
    private static void check(ArchRule rule, String packageName) {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(packageName);
        rule.check(CLASSES);
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
