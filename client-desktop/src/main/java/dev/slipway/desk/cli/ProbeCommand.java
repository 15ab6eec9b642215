package dev.slipway.desk.cli;

import dev.slipway.desk.cli.prepare.ProgressLines;
import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.console.Console;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.AudioTrackFacts;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a file holds. */
@Command(
        name = "probe",
        description = "Shows what a video file holds, judged by its content.",
        footer = {"", "Examples:", "  slipway probe holiday.mp4", "  slipway probe holiday.mp4 --json"})
final class ProbeCommand implements Runnable {
    /** Most files are read sooner; then there is nothing to tell. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    @Parameters(paramLabel = "FILE", description = "The video.")
    private @Nullable Path file;

    private final Desk desk;
    private final Console console;

    ProbeCommand(Desk desk, Console console) {
        this.desk = desk;
        this.console = console;
    }

    @Override
    public void run() {
        ProgressLines lines = new ProgressLines(console, desk.clock());
        Instant patient = desk.clock().instant().plus(WORTH_TELLING);
        MediaFacts facts = desk.engine()
                .probe(
                        Objects.requireNonNull(file),
                        Damage.REFUSED,
                        progress -> {
                            if (desk.clock().instant().isAfter(patient)) {
                                lines.engine(progress);
                            }
                        },
                        desk.cancel());
        console.json(facts);
        console.result(facts.container() + ", " + Quantities.seconds(facts.durationMicros() / 1e6) + ", "
                + Quantities.bytes(facts.bytes()));
        if (facts.video() != null) {
            console.result("picture: " + describe(facts.video()));
        }
        AudioFacts audio = facts.audio();
        console.result(
                audio == null
                        ? "sound: none"
                        : "sound: " + audio.codec() + ", " + AudioTrackFacts.channels(audio.channels()) + ", "
                                + audio.sampleRate() + " Hz");
        if (facts.audioTracks().size() > 1) {
            facts.audioTracks().forEach(track -> console.result("  track " + describe(track)));
        }
        facts.subtitles()
                .forEach(subtitle -> console.result("subtitles: " + subtitle.codec() + ", "
                        + Objects.requireNonNullElse(subtitle.language(), "language unknown")));
        facts.warnings().forEach(warning -> console.result("note: " + warning));
    }

    private static String describe(AudioTrackFacts track) {
        return track.index() + ": " + Objects.requireNonNullElse(track.language(), "language unknown") + ", "
                + track.codec() + ", " + AudioTrackFacts.channels(track.channels())
                + (track.title() == null ? "" : ", " + track.title())
                + (track.isDefault() ? " (default)" : "");
    }

    private static String describe(VideoFacts video) {
        return String.format(
                Locale.ROOT,
                "%s, %d × %d, %.2f pictures a second%s, %s, %s%s",
                video.codec(),
                video.displayWidth(),
                video.displayHeight(),
                video.frameRate().toDouble(),
                video.variableFrameRate() ? " (varying)" : "",
                video.pixelFormat(),
                video.dynamicRange(),
                video.rotation() == 0 ? "" : ", turned by " + video.rotation() + "°");
    }
}
