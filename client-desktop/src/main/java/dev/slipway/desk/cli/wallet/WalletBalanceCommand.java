package dev.slipway.desk.cli.wallet;

import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.model.ethereum.Address;
import java.math.BigInteger;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an account holds; needs no password. */
@Command(
        name = "balance",
        description = "Shows what an account holds.",
        footer = {
            "",
            "Example:",
            "  slipway wallet balance 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266 --chain-rpc http://127.0.0.1:8545"
        })
public final class WalletBalanceCommand implements Runnable {
    @Parameters(paramLabel = "ADDRESS", description = "The account; see \"slipway wallet address\".")
    private @Nullable String account;

    @Option(names = "--chain-rpc", required = true, paramLabel = "URL", description = "A node of the chain.")
    private @Nullable URI chainRpc;

    private final Desk desk;
    private final Console console;

    public WalletBalanceCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        Address address = Arguments.address(Objects.requireNonNull(account));
        RpcChain chain = new RpcChain(desk.http(), Arguments.httpAddress(Objects.requireNonNull(chainRpc)));
        BigInteger balance = chain.balance(address);
        console.event(
                "balance", Map.of("address", address.hex(), "wei", balance.toString(), "chainId", chain.chainId()));
        console.result(Wei.inEther(balance) + " on chain " + chain.chainId());
    }
}
