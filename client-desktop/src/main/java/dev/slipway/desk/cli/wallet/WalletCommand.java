package dev.slipway.desk.cli.wallet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with wallet files. */
@Command(
        name = "wallet",
        description = "Makes, imports and looks at wallet files (Web3 Secret Storage, version 3).",
        footer = {
            "",
            "Examples:",
            "  slipway wallet create -o wallet.json --password-file password.txt",
            "  slipway wallet balance wallet.json --chain-rpc http://127.0.0.1:8545"
        })
public final class WalletCommand implements Runnable {
    @Spec
    @Nullable
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Name what to do: create, import, address or balance.");
    }
}
