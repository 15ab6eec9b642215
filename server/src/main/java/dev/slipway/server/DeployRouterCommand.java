package dev.slipway.server;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.chain.EthereumWallets;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.chain.RouterDeployment;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.ServerArguments;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code slipway server deploy-router}: what an operator does once before production. */
final class DeployRouterCommand {
    static final String NAME = "deploy-router";

    static final String HELP = """
            Usage: slipway server deploy-router --chain-rpc URL --recipient ADDRESS --key-file FILE [--json]
            Puts the payment contract onto a chain: it hands every payment to the recipient at once, keeps nothing, belongs
            to nobody and cannot be changed. Prints its address, which SLIPWAY_ROUTER then names.

              --chain-rpc URL      a node of the chain
              --recipient ADDRESS  who is paid, for good: the SLIPWAY_RECIPIENT of the server
              --key-file FILE      32 bytes in hex: the key of an account that pays the gas, and nothing else
              --json               {"event":"deployed","router","recipient"} on standard output
              -h, --help           show this and end

            Example:
              slipway server deploy-router --chain-rpc http://127.0.0.1:8545 --key-file gas.key \\
                  --recipient 0x00000000000000000000000000000000000000aa
            """;

    private static final Set<String> NAMES = Set.of("--chain-rpc", "--recipient", "--key-file");

    private final Map<String, String> values = new HashMap<>();

    private DeployRouterCommand(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--json")) {
                continue;
            }
            if (!NAMES.contains(name) || i + 1 >= arguments.length) {
                throw new ServerArguments.UsageException("\"" + name + "\" "
                        + (NAMES.contains(name) ? "needs a value after it." : "is not an argument of " + NAME + ".")
                        + " See slipway server deploy-router --help.");
            }
            values.put(name, arguments[++i]);
        }
    }

    /** @return whom it pays and where it is */
    static Map<String, String> run(String[] arguments, PrintStream progress) {
        DeployRouterCommand command = new DeployRouterCommand(arguments);
        Address recipient = command.recipient();
        URI rpc = command.rpc();
        OperatorKey key = OperatorKey.of(KeyFolder.read(Path.of(command.value("--key-file")), OperatorKey::isKey));
        try (RouterDeployment deployment = new RouterDeployment(rpc, key, progress::println)) {
            Address router = deployment.deploy(recipient);
            return Map.of("router", router.hex(), "recipient", recipient.hex());
        }
    }

    /** Refuses what is likely a mistake: the contract pays it for good. */
    private Address recipient() {
        String text = value("--recipient");
        Address recipient = address(text);
        if (recipient.equals(Address.ZERO)) {
            throw new ServerArguments.UsageException(
                    "--recipient is the zero address: what is paid to it is lost. Name an account of yours.");
        }
        if (new EthereumWallets().isMistyped(text)) {
            throw new ServerArguments.UsageException("--recipient is written in upper and lower case, and its checksum"
                    + " (EIP-55) is wrong: a digit may be mistyped. Copy the address from the wallet again.");
        }
        return recipient;
    }

    private static Address address(String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException e) {
            throw new ServerArguments.UsageException("--recipient takes 0x and 40 hex digits.");
        }
    }

    private URI rpc() {
        try {
            URI rpc = URI.create(value("--chain-rpc"));
            if (rpc.getHost() != null && Set.of("http", "https").contains(rpc.getScheme())) {
                return rpc;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static ServerArguments.UsageException notAnAddress() {
        return new ServerArguments.UsageException("--chain-rpc takes an address such as http://127.0.0.1:8545.");
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new ServerArguments.UsageException(name + " is missing. See slipway server deploy-router --help.");
        }
        return value;
    }
}
