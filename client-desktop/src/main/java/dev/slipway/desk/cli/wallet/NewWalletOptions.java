package dev.slipway.desk.cli.wallet;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.wallet.Wallets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new wallet file goes and what seals it. */
final class NewWalletOptions {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The wallet file to write; one that is there is never overwritten.")
    private @Nullable Path output;

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    void save(LocalSigner signer, Console console) {
        Path file = Objects.requireNonNull(output);
        Wallets.save(signer, Wallets.readPassword(Objects.requireNonNull(passwordFile)), file);
        console.event("wallet", Map.of("address", signer.address().hex(), "file", file.toString()));
        console.result("Wrote " + file + " for " + signer.address() + ". Without the password nobody can open it.");
    }
}
