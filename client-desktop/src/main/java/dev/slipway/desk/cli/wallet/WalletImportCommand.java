package dev.slipway.desk.cli.wallet;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.wallet.Wallets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A key from elsewhere; secrets come from files, because arguments show in process lists. */
@Command(
        name = "import",
        description = "Brings an account from a private key, a recovery phrase or another keystore.",
        footer = {
            "",
            "Examples:",
            "  slipway wallet import --phrase-file phrase.txt -o wallet.json --password-file password.txt",
            "  slipway wallet import --keystore old.json --keystore-password-file old.txt -o wallet.json"
                    + " --password-file password.txt"
        })
public final class WalletImportCommand implements Runnable {
    @Mixin
    private final NewWalletOptions target = new NewWalletOptions();

    @ArgGroup(multiplicity = "1")
    private @Nullable Origin origin;

    private final Console console;

    public WalletImportCommand(Console console) {
        this.console = console;
    }

    /** Exactly one of them. */
    static final class Origin {
        @Option(names = "--private-key-file", paramLabel = "FILE", description = "A file with 64 hex digits.")
        @Nullable
        Path privateKey;

        @Option(
                names = "--phrase-file",
                paramLabel = "FILE",
                description = "A file with 12 to 24 BIP-39 words; the account is m/44'/60'/0'/0/0.")
        @Nullable
        Path phrase;

        @ArgGroup(exclusive = false, multiplicity = "1")
        @Nullable
        Sealed keystore;
    }

    /** A keystore of another program. */
    static final class Sealed {
        @Option(names = "--keystore", required = true, paramLabel = "FILE", description = "A version 3 keystore.")
        @Nullable
        Path file;

        @Option(names = "--keystore-password-file", required = true, paramLabel = "FILE", description = "Its password.")
        @Nullable
        Path password;
    }

    @Override
    public void run() {
        target.save(read(Objects.requireNonNull(origin)), console);
    }

    private static LocalSigner read(Origin origin) {
        if (origin.privateKey != null) {
            return LocalSigner.fromPrivateKey(Wallets.readSecret(origin.privateKey));
        }
        if (origin.phrase != null) {
            return LocalSigner.fromPhrase(Wallets.readSecret(origin.phrase));
        }
        Sealed keystore = Objects.requireNonNull(origin.keystore);
        return Wallets.open(
                Objects.requireNonNull(keystore.file), Wallets.readPassword(Objects.requireNonNull(keystore.password)));
    }
}
