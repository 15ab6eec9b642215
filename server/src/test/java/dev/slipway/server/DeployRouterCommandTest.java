package dev.slipway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.ServerArguments;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a node is asked: an operator who mistypes here would be paid nothing, for good. */
class DeployRouterCommandTest {
    private static final String RECIPIENT = "0x" + "aa".repeat(20);

    @TempDir
    private Path folder;

    private Path key = Path.of("");

    @BeforeEach
    void writeKey() throws IOException {
        key = Files.writeString(folder.resolve("gas.key"), "01".repeat(32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92267",
                "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                "0xf39FD6e51aad88F6F4ce6aB8827279cffFb92266"
            })
    void aWrongChecksumIsWrongUsage(String recipient) {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> deploy(recipient))
                .withMessageStartingWith("--recipient ")
                .withMessageContaining("checksum (EIP-55) is wrong")
                .withMessageContaining("Copy the address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
                "0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266",
                "0x1111111111111111111111111111111111111111"
            })
    void aRightChecksumAndNoneAreTaken(String recipient) {
        assertThatExceptionOfType(StartRefused.class)
                .as("the node is asked, which is not there")
                .isThrownBy(() -> deploy(recipient))
                .withMessageContaining("does not answer");
    }

    @Test
    void theZeroAddressIsWrongUsage() {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> deploy("0x" + "0".repeat(40)))
                .withMessageContaining("zero address")
                .withMessageContaining("lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "hello", "0x12", "f39fd6e51aad88f6f4ce6ab8827279cfffb92266"})
    void whatIsNoAddressIsWrongUsage(String recipient) {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> deploy(recipient))
                .withMessage("--recipient takes 0x and 40 hex digits.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
                "0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void aNumberThatIsNoKeyIsSaidWithItsFile(String digits) throws IOException {
        Files.writeString(key, digits);

        assertThat(refusalOfTheKey()).contains("make no key");
    }

    @Test
    void rawBytesAreNoKeyFile() throws IOException {
        byte[] raw = new byte[32];
        Arrays.fill(raw, (byte) 0xe1);
        Files.write(key, raw);

        assertThat(refusalOfTheKey()).contains("must hold exactly 32 bytes as 64 hex digits");
    }

    @Test
    void aFolderIsNoKeyFile() throws IOException {
        Files.delete(key);
        Files.createDirectory(key);

        assertThat(refusalOfTheKey()).contains("must hold exactly 32 bytes as 64 hex digits");
    }

    private String refusalOfTheKey() {
        StartRefused refused = assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> deploy(RECIPIENT))
                .withMessageContaining(key.toString())
                .actual();
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFIGURATION);
        return String.valueOf(refused.getMessage());
    }

    private void deploy(String recipient) {
        String[] arguments = {
            DeployRouterCommand.NAME,
            "--chain-rpc",
            "http://127.0.0.1:1",
            "--key-file",
            key.toString(),
            "--recipient",
            recipient
        };
        DeployRouterCommand.run(arguments, new PrintStream(OutputStream.nullOutputStream()));
    }
}
