package dev.slipway.desk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.desk.architecture.broken.one.DoesEverythingItself;
import dev.slipway.desk.architecture.broken.two.KnowsOne;
import dev.slipway.desk.ethereum.Keystore;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.wallet.Wallets;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The desk's walls; each rule is shown to catch a class that breaks it. */
class DeskArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway.desk");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackagesOf(DoesEverythingItself.class, KnowsOne.class);

    private static final DescribedPredicate<JavaClass> ON_SCREEN =
            resideInAnyPackage("javafx.scene..", "javafx.stage..").as("the screen");
    /** Files, databases, the network, the engine, and everything that waits. */
    private static final DescribedPredicate<JavaClass> BLOCKING = resideInAnyPackage(
                    "java.sql..", "java.net.http..", "okhttp3..", "dev.slipway.media..", "dev.slipway.desk.store..")
            .or(belongToAnyOf(
                    Files.class,
                    FileChannel.class,
                    VideoEngine.class,
                    Socket.class,
                    URLConnection.class,
                    Thread.class,
                    Process.class,
                    Future.class,
                    CompletableFuture.class,
                    CountDownLatch.class,
                    BlockingQueue.class))
            .as("what blocks");

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

    @Test
    void viewModelsKnowNoControls() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.application..", "atlantafx..", "org.kordamp.."));
    }

    @Test
    void nothingThatIsOnTheScreenCanBlockItsThread() {
        check(noClasses().that(dependOn(ON_SCREEN)).should().dependOnClassesThat(BLOCKING));
    }

    /** The window gets its signatures from the signer process; the command line has its keys in its own. */
    @Test
    void noKeyIsInTheWindowsMemory() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.slipway.desk.ethereum",
                        "dev.slipway.desk.wallet",
                        "dev.slipway.desk.signer.vault",
                        "dev.slipway.desk.cli..",
                        "dev.slipway.desk.demo")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LocalSigner.class)
                .orShould()
                .callMethod(Wallets.class, "open", Path.class, String.class)
                .orShould()
                .callMethod(Keystore.class, "open", String.class, String.class));
    }

    private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> others) {
        return DescribedPredicate.describe(
                "depend on " + others.getDescription(),
                candidate -> candidate.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> others.test(dependency.getTargetClass())));
    }

    private static void check(ArchRule rule) {
        rule.check(OURS);
        assertThat(rule.evaluate(BROKEN).hasViolation())
                .as("the broken classes break: " + rule.getDescription())
                .isTrue();
    }
}
