package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.system.StayAwake;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the finished files and publishes nothing. */
@Command(
        name = "prepare",
        description = "Makes the finished files of a publication: rungs, sound, preview, poster, thumbnails, manifest.",
        footer = {
            "",
            "Examples:",
            "  slipway prepare holiday.mp4 -o holiday",
            "  slipway prepare holiday.mp4 -o holiday --plan",
            "  slipway prepare holiday.mp4 -o holiday --target-quality 38",
            "  slipway prepare film.mkv -o film --audio-track de --loudness -16",
            "  slipway prepare holiday.mp4 -o holiday --protect --strength 1.5",
            "  slipway prepare holiday.mp4 -o holiday --recipe fast --no-compat --json",
            "  slipway prepare holiday.mp4 -o holiday --poster-candidates 6",
            "  slipway prepare holiday.mp4 -o holiday --poster 0:42.5",
            "  slipway prepare holiday.mp4 -o holiday --trim 0:12-1:30",
            "",
            "Ctrl-C stops and keeps what is finished; the same command goes on from there."
        })
public final class PrepareCommand implements Runnable {
    @Mixin
    private final EncodingOptions encoding = new EncodingOptions();

    @Parameters(paramLabel = "FILE", description = "The video.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder for the finished files.")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            description = "Goes on from what a stopped run of the same left in the folder. That is the default.")
    private boolean resume;

    @Option(
            names = "--afresh",
            description = "Deletes what a stopped run left in the folder, of whichever film, and begins anew.")
    private boolean afresh;

    @Option(
            names = "--webm",
            description = "Also writes video.webm: the top VP9 or AV1 rung with its sound in one file, from the same"
                    + " packets. It is no part of the publication.")
    private boolean webm;

    @Option(names = "--plan", description = "Shows what would be made, with size, time and memory, and stops.")
    private boolean planOnly;

    private final Desk desk;
    private final Console console;

    public PrepareCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        if (planOnly) {
            ProgressLines search = new ProgressLines(console, desk.clock());
            OutlookLines.tell(desk.engine().outlook(job(), search.listener(), desk.cancel()), console, console::result);
            return;
        }
        if (webm) {
            desk.engine().requireRoomForWebm(Objects.requireNonNull(output));
        }
        Prepared prepared = prepare(Objects.requireNonNull(output));
        if (webm) {
            console.say("Also " + desk.engine().webm(Objects.requireNonNull(output), desk.cancel()));
        }
        ProtectionLines.tell(prepared.protection(), console);
        List<PosterCandidate> candidates = desk.engine().posterCandidates(Objects.requireNonNull(output));
        console.event("done", done(prepared, candidates));
        console.say(prepared.content().artifacts().size() + " files in " + Quantities.seconds(prepared.seconds()) + ", "
                + Quantities.change(prepared.inputBytes(), prepared.outputBytes()));
        SoundLines.of(prepared).forEach(console::say);
        candidates.forEach(candidate -> console.say(words(candidate)));
        console.say(OutlookLines.compared(prepared));
        QualityReport quality = prepared.quality();
        if (quality != null) {
            console.say(quality.words());
        }
        console.result(prepared.manifest().toString());
    }

    /** A folder that was made in vain goes again. */
    private Prepared prepare(Path folder) {
        boolean existed = Files.exists(folder);
        requireFolder(folder);
        try (StayAwake _ = desk.awake()) {
            return desk.engine().prepare(job(), new ProgressLines(console, desk.clock()).listener(), desk.cancel());
        } finally {
            if (!existed) {
                deleteIfEmpty(folder);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything is encoded for nothing. */
    private static void requireFolder(Path output) {
        try {
            Files.createDirectories(output);
        } catch (FileAlreadyExistsException e) {
            throw new DeskException(ProblemCode.USAGE, output + " is a file. Name a folder with -o.", e);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "The folder " + output + " cannot be made (" + e.getMessage() + "). Name another with -o.",
                    e);
        }
    }

    private PrepareJob job() {
        return new PrepareJob(
                Objects.requireNonNull(file), Objects.requireNonNull(output), encoding.options(), beginning());
    }

    /** Going on is what people mean when they repeat a command; beginning anew throws work away, so it is said. */
    private PrepareJob.Beginning beginning() {
        if (resume && afresh) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "--resume goes on and --afresh begins anew: give one of them, or none to go on.");
        }
        return afresh ? PrepareJob.Beginning.AFRESH : PrepareJob.Beginning.RESUMED_OR_REFUSED;
    }

    private static String words(PosterCandidate candidate) {
        return String.format(
                Locale.ROOT, "%s  score %.2f  --poster %.6f", candidate.path(), candidate.score(), candidate.seconds());
    }

    private static Map<String, Object> done(Prepared prepared, List<PosterCandidate> candidates) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("manifest", prepared.manifest().toString());
        members.put("seconds", prepared.seconds());
        members.put("cpuSeconds", prepared.cpuSeconds());
        members.put("inputBytes", prepared.inputBytes());
        members.put("outputBytes", prepared.outputBytes());
        members.put("sound", prepared.sound());
        members.put("forecastBytes", prepared.outlook().bytes());
        members.put("forecastSeconds", prepared.outlook().seconds());
        if (prepared.quality() != null) {
            members.put("quality", QualityMembers.of(prepared.quality()));
        }
        if (!candidates.isEmpty()) {
            members.put("posterCandidates", candidates);
        }
        members.put("notices", prepared.notices());
        return members;
    }
}
