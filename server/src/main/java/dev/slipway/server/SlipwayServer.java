package dev.slipway.server;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.EthereumWallets;
import dev.slipway.server.configuration.MachineOutput;
import dev.slipway.server.configuration.ServerArguments;
import dev.slipway.server.configuration.SettingsCheck;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the server: {@code java -jar slipway-server.jar [--port N] [--data DIR] [--config FILE] [--json] [--exit-with-parent]}. */
@SpringBootApplication
@Modulithic(systemName = "Slipway")
public class SlipwayServer {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    SlipwayServer() {}

    public static void main(String[] arguments) {
        boolean isDeployment = arguments.length > 0 && arguments[0].equals(DeployRouterCommand.NAME);
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            System.out.print(isDeployment ? DeployRouterCommand.HELP : ServerArguments.HELP);
            return;
        }
        MachineOutput machine = new MachineOutput(System.out);
        try {
            if (isDeployment) {
                deployRouter(arguments, machine);
            } else {
                start(ServerArguments.parse(arguments));
            }
        } catch (ServerArguments.UsageException e) {
            System.err.println(e.getMessage());
            if (List.of(arguments).contains("--json")) {
                machine.error(ProblemCode.USAGE, String.valueOf(e.getMessage()));
            }
            System.exit(WRONG_USAGE);
        } catch (RuntimeException e) {
            // The boundary of the process: told in a sentence where there is one, else logged whole.
            StartFailure failure = StartFailure.of(e).orElseGet(() -> unforeseen(e));
            System.err.println(failure.message());
            if (List.of(arguments).contains("--json")) {
                machine.error(failure.code(), failure.message());
            }
            System.exit(FAILED);
        }
    }

    private static void deployRouter(String[] arguments, MachineOutput machine) {
        Map<String, String> deployed = DeployRouterCommand.run(arguments, System.err);
        if (List.of(arguments).contains("--json")) {
            machine.deployed(deployed);
        } else {
            System.out.println(deployed.get("router"));
        }
    }

    private static StartFailure unforeseen(RuntimeException e) {
        Logger log = LoggerFactory.getLogger(SlipwayServer.class);
        log.error("The server did not start", e);
        return new StartFailure(ProblemCode.INTERNAL, "The server did not start; the lines above say why.");
    }

    private static void start(ServerArguments arguments) {
        if (arguments.lifetime() == ServerArguments.Lifetime.PARENTS) {
            ParentWatch.start(System.in, () -> System.exit(0));
        }
        SpringApplication server = new SpringApplication(SlipwayServer.class);
        server.addInitializers(new SettingsCheck(new EthereumWallets()));
        server.run(arguments.asProperties());
    }
}
