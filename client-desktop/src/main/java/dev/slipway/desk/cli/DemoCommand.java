package dev.slipway.desk.cli;

import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.prepare.EncodingOptions;
import dev.slipway.desk.cli.prepare.ProgressLines;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.demo.DemoListener;
import dev.slipway.desk.demo.DemoRequest;
import dev.slipway.desk.demo.DemoWorkflow;
import dev.slipway.desk.wording.Quantities;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything on this machine, ending with a page. */
@Command(
        name = "demo",
        description = "Starts a server with a chain of play money, publishes a video to it and stays up.",
        footer = {
            "",
            "Examples:",
            "  slipway demo",
            "  slipway demo holiday.mp4",
            "  slipway demo holiday.mp4 --exit --json"
        })
final class DemoCommand implements Runnable {
    @Mixin
    private final EncodingOptions encoding = new EncodingOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The video; without it a clip of 10 s is made.")
    private @Nullable Path file;

    @Option(names = "--exit", description = "End once the page was fetched and the playlist read.")
    private boolean exit;

    @Option(names = "--port", paramLabel = "N", description = "The server's port (default: the last demo's, or 8080).")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "The demo's folder (default: below SLIPWAY_HOME).")
    private @Nullable Path data;

    private final Desk desk;
    private final Console console;

    DemoCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        Path folder = data == null ? desk.home().demo() : data.toAbsolutePath().normalize();
        DemoRequest request =
                new DemoRequest(file, folder, port == null ? null : (Integer) Arguments.port(port), encoding.options());
        DemoWorkflow workflow =
                new DemoWorkflow(desk.workbench(), Desk.serverJar(), desk.cancel(), new Lines(console, desk));
        try (DemoWorkflow.Running running = workflow.start(request)) {
            console.event("ready", members(running));
            console.result(running.published().watchUrl());
            if (!exit) {
                console.say("Up until Ctrl-C. The play money's chain answers at " + running.chainRpcUrl());
                running.stay(desk.cancel());
            }
        }
    }

    private static Map<String, Object> members(DemoWorkflow.Running running) {
        Map<String, Object> published = PublishCommand.members(running.published());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("serverUrl", running.serverUrl());
        members.put("watchUrl", published.get("watchUrl"));
        members.put("playlistUrl", published.get("playlistUrl"));
        members.put("chainRpcUrl", running.chainRpcUrl());
        members.put("publicationId", published.get("publicationId"));
        members.put("transactionHash", published.get("transactionHash"));
        members.put("reference", published.get("reference"));
        return members;
    }

    private static final class Lines extends ProgressLines implements DemoListener {
        private final Console console;

        Lines(Console console, Desk desk) {
            super(console, desk.clock());
            this.console = console;
        }

        @Override
        public void finished(String step, double seconds, String words) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("step", step.toLowerCase(Locale.ROOT).replace(' ', '-'));
            members.put("seconds", seconds);
            members.put("words", words);
            console.event("step", members);
            console.say(String.format("%-24s %8s  %s", step, Quantities.seconds(seconds), words));
        }
    }
}
