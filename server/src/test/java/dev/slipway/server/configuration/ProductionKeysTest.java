package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.server.chain.EthereumWallets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionKeysTest {
    private static final String SECRET = "8f3c19d07ab45e2260c1f7de93a4b80512ee67c98d3b4f5a0617c2d8e9fa3b41";
    private static final String OPERATOR = "51c07e9ab2d8f43316a5e0974bd2c8f1603f9ade7751b40c8e2d6fa9305bc718";

    private final MockEnvironment environment = new MockEnvironment();

    @TempDir
    private Path folder;

    private Path secret = Path.of("");
    private Path operator = Path.of("");

    @BeforeEach
    void writeKeys() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        operator = Files.writeString(folder.resolve("operator"), OPERATOR);
        environment.setProperty("slipway.secret-file", secret.toString());
        environment.setProperty("slipway.operator-key-file", operator.toString());
    }

    @Test
    void twoKeysThatNobodyGuessesAreTaken() {
        assertThat(wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "0x%s", "  %s \n"})
    void oneKeyForTwoPurposesIsFoundHoweverItIsWritten(String form) throws IOException {
        for (String digits : List.of(SECRET, SECRET.toUpperCase(Locale.ROOT))) {
            Files.writeString(operator, form.formatted(digits));
            assertThat(wrong())
                    .singleElement(as(InstanceOfAssertFactories.STRING))
                    .contains("the same file or have the same key")
                    .doesNotContainIgnoringCase(SECRET);
        }
    }

    @Test
    void oneFileForTwoPurposesIsFoundUnderWhateverName() {
        environment.setProperty("slipway.operator-key-file", folder + "/./secret");
        assertThat(wrong()).singleElement(as(InstanceOfAssertFactories.STRING)).contains("the same file");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, anybody would guess",
        "abababababababababababababababababababababababababababababababab, anybody would guess",
        "0000000000000000000000000000000000000000000000000000000000000001, anybody would guess",
        "00000000000000000000000000000000ffffffffffffffffffffffffffffffff, anybody would guess",
        "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80, well-known development account",
        "8166f546bab6da521a8369cab06c5d2b9e46670292d85c875ee9ec20e84ffb61, well-known development account"
    })
    void aKeyThatEverybodyHasIsNone(String key, String why) throws IOException {
        Files.writeString(secret, key);
        assertThat(wrong())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("SLIPWAY_SECRET_FILE ")
                .contains(why, "openssl rand -hex 32")
                .doesNotContain(key);
        Files.writeString(secret, SECRET);
        Files.writeString(operator, key);
        assertThat(wrong())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("SLIPWAY_OPERATOR_KEY_FILE ")
                .contains(why)
                .doesNotContain(key);
    }

    @Test
    void whatIsNoKeyIsToldBeforeAnythingIsOpened() throws IOException {
        Files.writeString(secret, "abcd");
        environment.setProperty("slipway.operator-key-file", folder + "/none");
        assertThat(wrong())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("SLIPWAY_SECRET_FILE names no file")
                                .contains("64 hex digits"),
                        line -> assertThat(line).startsWith("SLIPWAY_OPERATOR_KEY_FILE names no file"));
        Files.writeString(secret, SECRET + " ".repeat(5_000));
        environment.setProperty("slipway.operator-key-file", operator.toString());
        assertThat(wrong()).singleElement(as(InstanceOfAssertFactories.STRING)).startsWith("SLIPWAY_SECRET_FILE");
    }

    /** It never ends: who reads it whole dies of it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNotRead() {
        Path device = Path.of("/dev/zero");
        environment.setProperty("slipway.secret-file", device.toString());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), this::wrong))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith("SLIPWAY_SECRET_FILE names no file");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatExceptionOfType(StartRefused.class)
                        .isThrownBy(() -> KeyFolder.read(device, key -> true)));
    }

    // Windows keeps access lists instead of POSIX permissions.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesThatOthersCanReadAreToldByTheirSetting() throws IOException {
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
        Files.setPosixFilePermissions(operator, PosixFilePermissions.fromString("rw----r--"));
        assertThat(ProductionKeys.readByOthers(BoundSettings.of(environment)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("SLIPWAY_SECRET_FILE ")
                                .contains("chmod 600"),
                        line -> assertThat(line).startsWith("SLIPWAY_OPERATOR_KEY_FILE "));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(operator, PosixFilePermissions.fromString("rw-------"));
        assertThat(ProductionKeys.readByOthers(BoundSettings.of(environment))).isEmpty();
    }

    private List<String> wrong() {
        return ProductionKeys.wrong(BoundSettings.of(environment), new EthereumWallets());
    }
}
