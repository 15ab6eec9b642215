package dev.slipway.desk.cli;

import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.LocalSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new key in a new file. */
@Command(
        name = "create",
        description = "Makes a new account.",
        footer = {"", "Example:", "  slipway wallet create -o wallet.json --password-file password.txt"})
final class WalletCreateCommand implements Runnable {
    @Mixin
    private final NewWalletOptions target = new NewWalletOptions();

    private final Desk desk;
    private final Console console;

    WalletCreateCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        target.save(LocalSigner.random(desk.random()), console);
    }
}
