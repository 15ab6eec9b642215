package dev.slipway.media.protect.sound;

import dev.slipway.media.sound.SoundTreatment;
import dev.slipway.media.sound.StereoBlock;
import dev.slipway.model.manifest.AudioLevel;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** The protection as a part of the mix; counts the processor time that it takes. */
public final class AudioNoise implements SoundTreatment {
    private final SoundProtection protection;
    private Consumer<StereoBlock> next = block -> {};
    private long nanos;
    private long elsewhere;

    /** @param key 32 secret bytes */
    public AudioNoise(byte[] key, AudioLevel level) {
        protection = new SoundProtection(key, level, this::give);
    }

    private void give(float[] left, float[] right, float[] noiseLeft, float[] noiseRight) {
        long before = cpuNanos();
        next.accept(new StereoBlock(left, right));
        elsewhere += cpuNanos() - before;
    }

    @Override
    public void accept(StereoBlock block, Consumer<StereoBlock> output) {
        next = output;
        long before = cpuNanos();
        protection.accept(block.left(), block.right());
        nanos += cpuNanos() - before;
    }

    @Override
    public void finish(Consumer<StereoBlock> output) {
        next = output;
        protection.finish();
    }

    /** Processor time of masks and noise so far; after the mix has ended. */
    public double cpuSeconds() {
        return (nanos - elsewhere) / 1e9;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() {
        protection.close();
    }
}
