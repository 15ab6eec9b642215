package dev.slipway.media.preview.sound;

import dev.slipway.media.plan.output.AudioOutput;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** The machine's preferred output by Java Sound. */
public final class JavaSoundLine implements SoundLine {
    private static final AudioFormat FORMAT = new AudioFormat(AudioOutput.SAMPLE_RATE, 16, 2, true, false);

    /** A tenth of a second: what is heard follows a wish to stop at once. */
    private static final int BUFFER_BYTES = AudioOutput.SAMPLE_RATE * 4 / 10;

    private final SourceDataLine line;

    private JavaSoundLine(SourceDataLine line) {
        this.line = line;
    }

    /** @return null where there is no output that can be opened */
    public static @Nullable SoundLine open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER_BYTES);
            return new JavaSoundLine(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            return null; // Java Sound's three ways to say that there is none
        }
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public int write(byte[] samples, int from, int count) {
        return line.write(samples, from, count);
    }

    @Override
    public long heardMicros() {
        return line.getMicrosecondPosition();
    }

    @Override
    public void stop() {
        line.stop();
        line.flush();
    }

    @Override
    public void close() {
        line.close();
    }
}
