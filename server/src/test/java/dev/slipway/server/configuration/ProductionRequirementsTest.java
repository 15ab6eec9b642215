package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.SlipwayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
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
                .withMessageNotContaining("of its own");
    }

    @Test
    void nothingMissingIsNoObstacle() {
        assertThatCode(() -> ProductionRequirements.check(complete())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "public-url, http://other.example, SLIPWAY_PUBLIC_URL",
        "public-url, https://video.example/here, SLIPWAY_PUBLIC_URL",
        "public-url, https://user@video.example, SLIPWAY_PUBLIC_URL",
        "public-url, https://localhost, SLIPWAY_PUBLIC_URL",
        "public-url, https://127.0.0.1:8443, SLIPWAY_PUBLIC_URL",
        "public-url, https://[::1], SLIPWAY_PUBLIC_URL",
        "public-url, other.example, SLIPWAY_PUBLIC_URL",
        "public-url, ::::, SLIPWAY_PUBLIC_URL",
        "cors-origins, *, SLIPWAY_CORS_ORIGINS",
        "cors-origins, http://player.example, SLIPWAY_CORS_ORIGINS",
        "cors-origins, 'https://player.example, https://*.example', SLIPWAY_CORS_ORIGINS",
        "recipient, 0xA0Ee7A142d267C1f36714E4a8F75612F20a79720, SLIPWAY_RECIPIENT",
        "operators, '0x1111111111111111111111111111111111111111, 0x70997970C51812dc3A010C7d01b50e0d17dc79C8', SLIPWAY_OPERATORS",
        "moderators, 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266, SLIPWAY_MODERATORS",
        "operator-key-file, secret-file of its own, SLIPWAY_SECRET_FILE"
    })
    void whatCannotBeMeantIsRefusedToo(String name, String value, String variable) {
        MockEnvironment environment = complete();
        environment.setProperty("slipway." + name, value);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ProductionRequirements.check(environment))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()))
                        .startsWith(variable)
                        .doesNotContain("\n", value));
    }

    @Test
    void oneKeyForTwoPurposesIsFoundUnderWhateverName(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "ab".repeat(32) + "\n");
        MockEnvironment environment = complete();
        environment.setProperty("slipway.secret-file", secret.toString());
        environment.setProperty("slipway.operator-key-file", folder + "/./secret");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ProductionRequirements.check(environment))
                .withMessageContaining("the same file or have the same key")
                .withMessageNotContaining("abab");
        Path copy = Files.writeString(folder.resolve("copy"), "AB".repeat(32));
        environment.setProperty("slipway.operator-key-file", copy.toString());
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> ProductionRequirements.check(environment));
        Files.writeString(copy, "cd".repeat(32));
        assertThatCode(() -> ProductionRequirements.check(environment)).doesNotThrowAnyException();
    }

    /** By the program itself, so that nothing has been opened or migrated yet. */
    @Test
    void whatIsMissingIsSaidBeforeAnythingIsOpened(@TempDir Path folder) {
        SpringApplication server = new SpringApplication(SlipwayServer.class);
        server.addInitializers(new SettingsCheck());
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> server.run("--slipway.mode=production", "--slipway.data=" + folder.resolve("data")))
                .withMessageContaining("SLIPWAY_PRICE is not set");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void originsOfHttpsAreTaken() {
        MockEnvironment environment = complete();
        environment.setProperty("slipway.cors-origins", "https://player.example, https://console.example:8443");
        assertThatCode(() -> ProductionRequirements.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new DatabaseSettings(new Secret("jdbc:postgresql://h/d?password=hush")).toString())
                .doesNotContain("hush");
    }

    private static MockEnvironment complete() {
        MockEnvironment environment = new MockEnvironment();
        ALL.forEach(name -> environment.setProperty("slipway." + name, name + " of its own"));
        environment.setProperty("slipway.public-url", "https://video.example");
        return environment;
    }
}
