package dev.slipway.desk.cli;

import dev.slipway.desk.bench.Bench;
import dev.slipway.desk.bench.BenchListener;
import dev.slipway.desk.bench.BenchRequest;
import dev.slipway.desk.bench.item.BenchItem;
import dev.slipway.desk.bench.report.BenchResult;
import dev.slipway.desk.bench.report.Machine;
import dev.slipway.desk.bench.report.Scale;
import dev.slipway.desk.bench.server.ServerCostItem;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.media.MediaEngine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the engine, the window and the server on this machine. */
@Command(
        name = "bench",
        description =
                "Measures engine, window and server against FFmpeg's own program and against what is promised of"
                        + " them. Takes about half an hour of a machine that does nothing else; ends with 1 when a promise is missed.",
        footer = {
            "",
            "Items: speed-1 speed-2 speed-3 (together: speed), memory, scaling, cancel, codecs, server-cpu,",
            "  first-window, window-idle, window-memory, player-proxy, player-exact, player-dropped, memory-1h (with --long).",
            "",
            "Examples:",
            "  slipway bench --quick",
            "  slipway bench speed --media ../shared/media",
            "  slipway bench --long --docs docs"
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to measure; everything where none is named.")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "One short round: shows that everything runs, holds it to no target.")
    private boolean quick;

    @Option(names = "--long", description = "Measures memory over an hour of video too.")
    private boolean longOnes;

    @Option(
            names = "--media",
            defaultValue = "../shared/media",
            paramLabel = "DIR",
            description = "Where the natural clips lie (default ../shared/media).")
    private Path media = Path.of("../shared/media");

    @Option(
            names = "--results",
            defaultValue = "bench-results",
            paramLabel = "DIR",
            description =
                    "Gets bench.json and bench.md, and the files of the run while it lasts (default bench-results).")
    private Path results = Path.of("bench-results");

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            description = "Writes report, plot and the tables of codecs.md here too.")
    private @Nullable Path docs;

    private final Desk desk;
    private final Console console;

    BenchCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public Integer call() {
        BenchRequest request = new BenchRequest(
                new LinkedHashSet<>(names),
                scale(),
                longOnes ? BenchRequest.Length.WITH_LONG : BenchRequest.Length.ORDINARY,
                media,
                results,
                docs);
        BenchItem server = new ServerCostItem(Desk.serverJar(), desk.workbench().dock());
        Bench bench = new Bench(MediaEngine.standard(), server, desk.cancel(), new Lines());
        int missed = bench.run(request, Machine.thisOne(desk.clock().instant()));
        console.event("done", Map.of("results", results.resolve("bench.json").toString(), "missed", missed));
        console.result(results.resolve("bench.md").toString());
        return missed > 0 ? CommandLineTool.FAILED : 0;
    }

    private Scale scale() {
        return quick ? Scale.QUICK : Scale.FULL;
    }

    private final class Lines implements BenchListener {
        @Override
        public void begins(String item, double fraction) {
            console.event("progress", Map.of("fraction", fraction, "item", item));
            console.bar(fraction, item);
        }

        @Override
        public void say(String line) {
            console.say(line);
        }

        @Override
        public void measured(BenchResult result) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", result.name());
            members.put("figure", result.figure());
            members.put("target", result.target());
            members.put("figures", result.figures());
            members.put("table", result.table());
            members.put("commands", result.commands());
            console.event("result", members);
            console.say(result.name() + ": " + result.question() + ": " + result.verdict(scale()));
            console.say(result.table().markdown().strip());
            result.commands().forEach(command -> console.say("  " + command));
        }
    }
}
