package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionRequirementsTest {
    private static final List<String> ALL = List.of(
            "database-url",
            "storage",
            "public-url",
            "chain-rpc",
            "chain-id",
            "recipient",
            "price",
            "confirmations",
            "secret-file",
            "operator-key-file");

    @Test
    void everySettingThatIsMissingHasItsSentence() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ProductionRequirements.check(new MockEnvironment()))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .hasSize(ALL.size())
                        .allMatch(line -> line.startsWith("SLIPWAY_")));
    }

    @Test
    void oneMissingSettingIsNamedAloneAndNoValueIsTold() {
        MockEnvironment environment = complete();
        environment.setProperty("slipway.recipient", "");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ProductionRequirements.check(environment))
                .withMessageStartingWith("SLIPWAY_RECIPIENT is not set")
                .withMessageNotContaining("value");
    }

    @Test
    void nothingMissingIsNoObstacle() {
        assertThatCode(() -> ProductionRequirements.check(complete())).doesNotThrowAnyException();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new DatabaseSettings(new Secret("jdbc:postgresql://h/d?password=hush")).toString())
                .doesNotContain("hush");
    }

    private static MockEnvironment complete() {
        MockEnvironment environment = new MockEnvironment();
        ALL.forEach(name -> environment.setProperty("slipway." + name, "value"));
        return environment;
    }
}
