package dev.slipway.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.server.SlipwayServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ServerArchitectureTest {
    private static final String BROKEN = "dev.slipway.broken";
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.slipway.server");

    /** Each rule with the package that breaks it. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("web3j", ServerRules.WEB3J_ONLY_IN_CHAIN, ServerRules.WEB3J_ONLY_IN_CHAIN),
                Arguments.of("ffmpeg", ServerRules.NO_FFMPEG, ServerRules.NO_FFMPEG),
                Arguments.of("clock", ServerRules.TIME_IS_INJECTED, ServerRules.TIME_IS_INJECTED),
                Arguments.of("injection", ServerRules.NO_FIELD_INJECTION, ServerRules.NO_FIELD_INJECTION),
                Arguments.of(
                        "outgoing",
                        ServerRules.OUTGOING_ONLY_THROUGH_THE_GUARD,
                        ServerRules.OUTGOING_ONLY_THROUGH_THE_GUARD),
                Arguments.of("rows", ServerRules.NO_OPEN_ROWS, ServerRules.NO_OPEN_ROWS),
                Arguments.of(
                        "controller",
                        ServerRules.CONTROLLERS_ARE_PACKAGE_PRIVATE,
                        ServerRules.CONTROLLERS_ARE_PACKAGE_PRIVATE),
                Arguments.of(
                        "cycle",
                        ServerRules.noCyclesBelow("dev.slipway.server"),
                        ServerRules.noCyclesBelow(BROKEN + ".cycle")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theServerKeepsTheRule(String name, ArchRule rule, ArchRule sameRuleElsewhere) {
        rule.check(SERVER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleNoticesCodeThatBreaksIt(String name, ArchRule rule, ArchRule sameRuleElsewhere) {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN + "." + name);
        assertThat(broken).isNotEmpty();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> sameRuleElsewhere.check(broken));
    }

    @Test
    void theServerKnowsNothingOfTheDesk() {
        ServerRules.NO_DESK.check(SERVER);
    }

    @Test
    void modulesUseEachOthersApiOnly() {
        ApplicationModules.of(SlipwayServer.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsNoticed() {
        ApplicationModules broken = ApplicationModules.of(BROKEN + ".modules", new ImportOption.OnlyIncludeTests());
        assertThatExceptionOfType(Violations.class).isThrownBy(broken::verify).withMessageContaining("Secretive");
    }
}
