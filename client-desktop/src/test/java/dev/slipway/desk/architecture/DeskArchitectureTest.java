package dev.slipway.desk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.desk.architecture.broken.one.DoesEverythingItself;
import dev.slipway.desk.architecture.broken.two.KnowsOne;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The desk's walls; each rule is shown to catch a class that breaks it. */
class DeskArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.desk");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackagesOf(DoesEverythingItself.class, KnowsOne.class);

    @Test
    void onlyTheEthereumPackageKnowsWeb3j() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.slipway.desk.ethereum")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.web3j.."));
    }

    @Test
    void ffmpegIsTheEnginesAlone() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("org.bytedeco.."));
    }

    @Test
    void theDeskKnowsNoServerCode() {
        // No class of the server is on the class path to break it with: a package of that name stands in.
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.slipway.server..", "..broken.server.."));
    }

    @Test
    void timeComesFromOutside() {
        check(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.slipway.desk.cli.wiring.Desk")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void packagesFormNoCycles() {
        ArchRule rule = slices().matching("dev.slipway.desk.(**)").should().beFreeOfCycles();
        check(rule);
    }

    private static void check(ArchRule rule) {
        rule.check(OURS);
        assertThat(rule.evaluate(BROKEN).hasViolation())
                .as("the broken classes break: " + rule.getDescription())
                .isTrue();
    }
}
