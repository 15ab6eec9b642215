package dev.slipway.desk.cli.wallet;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.model.ethereum.Address;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The account of a wallet file, proven by opening it. */
@Command(
        name = "address",
        description = "Shows a wallet's address.",
        footer = {"", "Example:", "  slipway wallet address wallet.json --password-file password.txt"})
public final class WalletAddressCommand implements Runnable {
    @Parameters(paramLabel = "WALLET", description = "The wallet file.")
    private @Nullable Path wallet;

    @Option(names = "--password-file", required = true, paramLabel = "FILE", description = "Its password.")
    private @Nullable Path passwordFile;

    private final Console console;

    public WalletAddressCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Address address = Wallets.open(
                        Objects.requireNonNull(wallet), Wallets.readPassword(Objects.requireNonNull(passwordFile)))
                .address();
        console.event("address", Map.of("address", address.hex()));
        console.result(address.hex());
    }
}
