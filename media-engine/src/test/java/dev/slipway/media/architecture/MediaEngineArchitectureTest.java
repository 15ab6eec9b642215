package dev.slipway.media.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.media.architecture.broken.one.AsksTheWrongClock;
import dev.slipway.media.architecture.broken.two.KnowsOne;
import org.junit.jupiter.api.Test;

/** The engine knows FFmpeg and little else; each rule is shown to catch a class that breaks it. */
class MediaEngineArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.media");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackagesOf(AsksTheWrongClock.class, KnowsOne.class);

    @Test
    void onlyTheOwnersOfNativeObjectsTouchFfmpeg() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("dev.slipway.media.ffmpeg..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..")
                .because("one owner closes each native object");
        rule.check(OURS);
        assertThat(rule.evaluate(BROKEN).getFailureReport().toString()).contains("KnowsFfmpegAndSpring");
    }

    @Test
    void timeComesFromOutside() {
        ArchRule rule = noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from an injected clock");
        rule.check(OURS);
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.slipway.media.(**)").should().beFreeOfCycles().check(OURS);
        ArchRule cycle = slices().matching("dev.slipway.media.architecture.broken.(*)..")
                .should()
                .beFreeOfCycles();
        assertThat(cycle.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void theEngineNeedsNeitherSpringNorJavaFx() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "javafx..", "org.web3j..");
        rule.check(OURS);
        assertThat(rule.evaluate(BROKEN).getFailureReport().toString()).contains("KnowsFfmpegAndSpring");
    }
}
