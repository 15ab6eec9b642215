package dev.slipway.model.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.model.architecture.broken.one.ReadsFilesAndTheClock;
import dev.slipway.model.architecture.broken.two.KnowsOne;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;

/** shared-model is records that both sides speak; each rule is shown to catch a class that breaks it. */
class SharedModelArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.model");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackagesOf(ReadsFilesAndTheClock.class, KnowsOne.class);

    private static final ArchRule DEPENDS_ON_LITTLE = noClasses()
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                            "dev.slipway.model..",
                            "java.lang..",
                            "java.math",
                            "java.nio",
                            "java.nio.charset",
                            "java.security",
                            "java.text",
                            "java.time",
                            "java.util..",
                            "com.fasterxml.jackson.annotation",
                            "com.ibm.icu.text",
                            "tools.jackson..",
                            "org.erdtman.jcs",
                            "org.jspecify.annotations")
                    // An address is a value; nothing is opened with it.
                    .or(type(URI.class))
                    .or(type(URISyntaxException.class))
                    // The canonicaliser declares it.
                    .or(type(IOException.class))))
            .because("shared-model has no I/O, no Spring, no JavaFX and no natives");

    private static final ArchRule TAKES_TIME_FROM_OUTSIDE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes from an injected clock");

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.slipway.model.(**)").should().beFreeOfCycles();

    @Test
    void dependsOnLittle() {
        DEPENDS_ON_LITTLE.check(OURS);
        assertThat(DEPENDS_ON_LITTLE.evaluate(BROKEN).getFailureReport().toString())
                .contains("java.nio.file.Files");
    }

    @Test
    void takesTimeFromOutside() {
        TAKES_TIME_FROM_OUTSIDE.check(OURS);
        assertThat(TAKES_TIME_FROM_OUTSIDE.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void hasNoCycles() {
        NO_CYCLES.check(OURS);
        assertThat(NO_CYCLES.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
