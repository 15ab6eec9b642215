package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings decoded sound of any layout and rate to stereo floats at 48 kHz. Frames that follow each other within a few
 * milliseconds are one run through one resampler, which follows a slow drift of the time stamps by at most half a
 * percent; a hole, a leap or another format begins a new run at its own time. Not thread-safe.
 */
public final class StereoConverter implements AutoCloseable {
    /** Time stamps in milliseconds and small jitter stay below it; a lost packet of any codec does not. */
    private static final long LEAP_MICROS = 15_000;

    private static final int MOST_DRIFT_SAMPLES_A_SECOND = AudioOutput.SAMPLE_RATE / 200;
    private static final double DRIFT_SECONDS = 0.004;

    private final Consumer<Frame> output;
    private @Nullable SoundFormat format;
    private @Nullable FilterGraph run;
    private long expectedMicros;

    /** @param output stereo floats whose times are numbers of samples; each valid only during the call */
    public StereoConverter(Consumer<Frame> output) {
        this.output = output;
    }

    /** @param frame its time is in microseconds */
    public void accept(Frame frame) {
        SoundFormat current = frame.soundFormat();
        if (run == null || !current.equals(format) || Math.abs(frame.pts() - expectedMicros) > LEAP_MICROS) {
            finish();
            format = current;
            run = FilterGraph.forSound(current, Timebase.MICROSECONDS, chain(current));
        }
        expectedMicros = frame.pts() + frame.samples() * 1_000_000L / current.sampleRate();
        run.filter(frame, output);
    }

    /** Lets out what the resampler still holds. */
    public void finish() {
        if (run != null) {
            run.filter(null, output);
            close();
        }
    }

    private static String chain(SoundFormat format) {
        return String.format(
                Locale.ROOT,
                "aformat=sample_fmts=fltp,%s,aresample=%d:flags=res:async=%d:min_comp=%.3f:min_hard_comp=1000,"
                        + "aformat=sample_fmts=fltp:channel_layouts=stereo",
                DownMix.filter(format.speakers()),
                AudioOutput.SAMPLE_RATE,
                MOST_DRIFT_SAMPLES_A_SECOND,
                DRIFT_SECONDS);
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
    }
}
