package dev.slipway.desk.bench.item;

import dev.slipway.desk.bench.process.CommandRun;
import dev.slipway.desk.bench.process.Contender;
import dev.slipway.desk.bench.process.Usage;
import dev.slipway.desk.bench.report.Scale;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.media.MeasuringEngine;
import dev.slipway.media.MediaEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What every item works with.
 *
 * @param work a folder for clips and outputs, emptied at the end
 * @param program FFmpeg's own, of the engine's build
 * @param say a line about what goes on
 */
public record BenchSetting(
        MediaEngine engine,
        MeasuringEngine measuring,
        CancelSignal cancel,
        Scale scale,
        Path work,
        BenchClips clips,
        Path program,
        Consumer<String> say) {
    private static final Duration LOOK = Duration.ofMillis(200);

    public Usage run(Contender contender) {
        return new CommandRun(cancel, work.resolve("commands.log"), LOOK).run(contender.commands());
    }
}
