package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.argument.TrimArgument;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.comparison.Comparison;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the options would make of one picture. */
@Command(
        name = "compare",
        description = "Writes one picture of a video as it is, as the options would encode it and, with --protect,"
                + " protected; and says how near each comes to the original and how large the film's picture would be,"
                + " reckoned from some seconds around it. It encodes on the processor.",
        footer = {
            "",
            "Examples:",
            "  slipway compare holiday.mp4 --at 0:42.5 -o holiday-compared",
            "  slipway compare holiday.mp4 --at 12 -o holiday-compared --protect --strength 1.5",
            "  slipway compare holiday.mp4 --at 12 -o holiday-compared --bitrate 800k --json"
        })
public final class CompareCommand implements Runnable {
    @Mixin
    private final LookOptions look = new LookOptions();

    @Parameters(paramLabel = "FILE", description = "The video.")
    private @Nullable Path file;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "MOMENT",
            description = "Of the source, such as 12.5 or 1:02:03.")
    private String at = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder for compared-original.png, compared-encoded.png and, with --protect,"
                    + " compared-protected.png; earlier ones of these names go.")
    private @Nullable Path output;

    private final Desk desk;
    private final Console console;

    public CompareCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        Path folder = Objects.requireNonNull(output);
        PrepareJob job =
                new PrepareJob(Objects.requireNonNull(file), folder, look.options(), PrepareJob.Beginning.RESUMED);
        long wanted = TrimArgument.moment(at, "--at");
        Comparison comparison = desk.engine()
                .compare(job, wanted, folder, new ProgressLines(console, desk.clock()).listener(), desk.cancel());
        if (wanted < comparison.micros() - 1 || wanted > comparison.endMicros()) {
            console.say("The film that is made has no picture at " + at + "; this is the nearest that it has.");
        }
        console.event("compared", members(comparison));
        console.result(String.format(
                Locale.ROOT,
                "at %.3f s, %s, from %d pictures around it",
                comparison.micros() / 1e6,
                comparison.size(),
                comparison.samplePictures()));
        tell("original", comparison.original());
        tell("encoded", comparison.encoded());
        Comparison.Shown guarded = comparison.guarded();
        if (guarded != null) {
            tell("protected", guarded);
        }
    }

    private static Map<String, Object> members(Comparison comparison) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seconds", comparison.micros() / 1e6);
        members.put("width", comparison.size().width());
        members.put("height", comparison.size().height());
        members.put("samplePictures", comparison.samplePictures());
        members.put("original", comparison.original());
        members.put("encoded", comparison.encoded());
        Comparison.Shown guarded = comparison.guarded();
        if (guarded != null) {
            members.put("protected", guarded);
        }
        return members;
    }

    private void tell(String name, Comparison.Shown shown) {
        Double xpsnr = shown.xpsnr();
        console.result(
                xpsnr == null
                        ? String.format("%-9s  %s  (its file: %s)", name, shown.file(), Quantities.bytes(shown.bytes()))
                        : String.format(
                                Locale.ROOT,
                                "%-9s  %s  XPSNR %.2f dB, about %s for the film's picture",
                                name,
                                shown.file(),
                                xpsnr,
                                Quantities.bytes(shown.bytes())));
    }
}
