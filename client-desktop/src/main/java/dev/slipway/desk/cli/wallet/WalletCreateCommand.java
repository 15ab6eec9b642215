package dev.slipway.desk.cli.wallet;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.LocalSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new key in a new file. */
@Command(
        name = "create",
        description = "Makes a new account.",
        footer = {"", "Example:", "  slipway wallet create -o wallet.json --password-file password.txt"})
public final class WalletCreateCommand implements Runnable {
    @Mixin
    private final NewWalletOptions target = new NewWalletOptions();

    private final Desk desk;
    private final Console console;

    public WalletCreateCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        target.save(LocalSigner.random(desk.random()), console);
    }
}
