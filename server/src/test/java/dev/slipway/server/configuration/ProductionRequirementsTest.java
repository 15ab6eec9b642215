package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.SlipwayServer;
import dev.slipway.server.chain.EthereumWallets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
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

    private static final Wallets WALLETS = new EthereumWallets();

    @TempDir
    private Path keys;

    @Test
    void everySettingThatIsMissingHasItsSentence() {
        assertThat(wrong(new MockEnvironment())).hasSize(ALL.size()).allMatch(line -> line.startsWith("SLIPWAY_"));
    }

    @Test
    void oneMissingSettingIsNamedAloneAndNoValueIsTold() {
        MockEnvironment environment = complete();
        environment.setProperty("slipway.recipient", "");
        assertThat(wrong(environment))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("SLIPWAY_RECIPIENT is not set")
                .doesNotContain("of its own");
    }

    @Test
    void nothingMissingIsNoObstacle() {
        assertThat(wrong(complete())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public-url, http://other.example, SLIPWAY_PUBLIC_URL",
        "public-url, https://video.example/here, SLIPWAY_PUBLIC_URL",
        "public-url, https://user@video.example, SLIPWAY_PUBLIC_URL",
        "public-url, https://localhost, SLIPWAY_PUBLIC_URL",
        "public-url, https://127.0.0.1:8443, SLIPWAY_PUBLIC_URL",
        "public-url, https://[::1], SLIPWAY_PUBLIC_URL",
        "public-url, https://10.0.0.1, SLIPWAY_PUBLIC_URL",
        "public-url, https://0.0.0.0, SLIPWAY_PUBLIC_URL",
        "public-url, https://video.localhost, SLIPWAY_PUBLIC_URL",
        "public-url, other.example, SLIPWAY_PUBLIC_URL",
        "public-url, ::::, SLIPWAY_PUBLIC_URL",
        "cors-origins, *, SLIPWAY_CORS_ORIGINS",
        "cors-origins, http://player.example, SLIPWAY_CORS_ORIGINS",
        "cors-origins, 'https://player.example, https://*.example', SLIPWAY_CORS_ORIGINS",
        "recipient, 0xA0Ee7A142d267C1f36714E4a8F75612F20a79720, SLIPWAY_RECIPIENT",
        "operators, '0x1111111111111111111111111111111111111111, 0x70997970C51812dc3A010C7d01b50e0d17dc79C8', SLIPWAY_OPERATORS",
        "moderators, 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266, SLIPWAY_MODERATORS",
        "operator-key-file, nowhere, SLIPWAY_OPERATOR_KEY_FILE"
    })
    void whatCannotBeMeantIsRefusedToo(String name, String value, String variable) {
        MockEnvironment environment = complete();
        environment.setProperty("slipway." + name, value);
        assertThat(wrong(environment))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith(variable)
                .doesNotContain("\n", value);
    }

    /** As Spring binds them: who asks for one text of that name sees nothing of these. */
    @ParameterizedTest
    @CsvSource({
        "operators, 0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "moderators, 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
        "cors-origins, http://evil.example"
    })
    void listsAreJudgedInWhateverFormTheyAreWritten(String name, String value) throws IOException {
        String variable = BoundSettings.variable(name);
        String yaml = "slipway:\n  " + name + ":\n    - \"" + value + "\"\n";
        PropertySource<?> file = new YamlPropertySourceLoader()
                .load("file", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
        for (PropertySource<?> source : List.of(
                file,
                new MapPropertySource("camel", Map.of("slipway." + camel(name) + "[0]", value)),
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable + "_0", value)),
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(variable.replace("CORS_ORIGINS", "CORSORIGINS"), value)))) {
            MockEnvironment environment = complete();
            environment.getPropertySources().addFirst(source);
            assertThat(wrong(environment))
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .startsWith(variable);
        }
    }

    /** By the program itself, so that nothing has been opened or migrated yet. */
    @Test
    void whatIsMissingIsSaidBeforeAnythingIsOpened(@TempDir Path folder) {
        SpringApplication server = new SpringApplication(SlipwayServer.class);
        server.addInitializers(new SettingsCheck(WALLETS));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> server.run("--slipway.mode=production", "--slipway.data=" + folder.resolve("data")))
                .withMessageContaining("SLIPWAY_PRICE is not set");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void originsOfHttpsAreTaken() {
        MockEnvironment environment = complete();
        environment.setProperty("slipway.cors-origins", "https://player.example, https://console.example:8443");
        assertThat(wrong(environment)).isEmpty();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(new DatabaseSettings(new Secret("jdbc:postgresql://h/d?password=hush")).toString())
                .doesNotContain("hush");
    }

    private static String camel(String name) {
        return name.replace("-o", "O");
    }

    private static List<String> wrong(MockEnvironment environment) {
        return ProductionRequirements.wrong(BoundSettings.of(environment), WALLETS);
    }

    private MockEnvironment complete() {
        MockEnvironment environment = new MockEnvironment();
        ALL.forEach(name -> environment.setProperty("slipway." + name, name + " of its own"));
        environment.setProperty("slipway.public-url", "https://video.example");
        environment.setProperty("slipway.secret-file", file("secret", "8f3c19d07ab45e22"));
        environment.setProperty("slipway.operator-key-file", file("operator", "51c07e9ab2d8f433"));
        return environment;
    }

    private String file(String name, String quarter) {
        try {
            return Files.writeString(keys.resolve(name), quarter.repeat(4)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
