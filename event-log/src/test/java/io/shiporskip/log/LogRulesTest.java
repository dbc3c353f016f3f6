package io.shiporskip.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LogRulesTest {

    private final JavaClasses log = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.shiporskip.log");

    @Test
    void theLogKnowsNeitherSpringNorVotes() {
        assertThat(log.size()).isGreaterThan(30);
        noClasses()
                .that()
                .resideInAPackage("io.shiporskip.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.shiporskip.events..",
                        "io.shiporskip.command..",
                        "io.shiporskip.query..",
                        "io.shiporskip.mongo..")
                .check(log);
    }

    @Test
    void onlyOneRoomKnowsAxonAndNoRoomNeedsItselfThroughAnother() {
        assertThat(log.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "outside of axon", type -> !type.getPackageName().endsWith(".axon"))))
                .hasSizeGreaterThan(20);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.shiporskip.log.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(log);
        slices().matching("io.shiporskip.log.(*)..").should().beFreeOfCycles().check(log);
    }
}
