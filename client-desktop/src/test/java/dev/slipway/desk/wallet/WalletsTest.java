package dev.slipway.desk.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletsTest {
    @TempDir
    Path folder = Path.of("");

    private final LocalSigner signer = LocalSigner.random(new SecureRandom());

    @Test
    void aSavedWalletOpensAndIsItsOwnersAlone() throws Exception {
        Path file = folder.resolve("wallet.json");
        Wallets.save(signer, "secret", file);

        assertThat(Wallets.open(file, "secret").address()).isEqualTo(signer.address());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aWalletIsNeverOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("wallet.json"), "holds money");

        assertThatThrownBy(() -> Wallets.save(signer, "secret", file))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(file).hasContent("holds money");
    }

    @Test
    void thePasswordIsTheFilesFirstLine() throws Exception {
        Path file = Files.writeString(folder.resolve("password.txt"), "sec ret \r\nsecond\n");

        assertThat(Wallets.readPassword(file)).isEqualTo("sec ret ");
    }

    @Test
    void missingEmptyAndHugeFilesAreToldApart() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path huge = Files.write(folder.resolve("huge"), new byte[100_000]);

        assertThatThrownBy(() -> Wallets.open(folder.resolve("none"), "x"))
                .hasMessageContaining("There is no wallet")
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND));
        assertThatThrownBy(() -> Wallets.readPassword(empty)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Wallets.open(huge, "x")).hasMessageContaining("larger than");
    }
}
