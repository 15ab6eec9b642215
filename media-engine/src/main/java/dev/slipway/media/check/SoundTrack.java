package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.review.SoundCopy;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Decodes a sound file whole: format and length of what comes out are those of its boxes. */
final class SoundTrack implements TrackDecoder.FrameConsumer {
    /** Priming and padding of AAC and Opus, which decoders treat differently. */
    private static final long TOLERANCE_MICROS = 150_000;

    private final Artifact artifact;
    private final TrackIndex index;
    private final Consumer<Frame> copy;
    private long samples;

    private SoundTrack(Artifact artifact, TrackIndex index, Consumer<Frame> copy) {
        this.artifact = artifact;
        this.index = index;
        this.copy = copy;
    }

    static void check(Artifact artifact, Path file, TrackIndex index, CheckRun run) {
        check(artifact, file, run, new SoundTrack(artifact, index, frame -> {}));
    }

    /** The same, and tells the run's listener what is heard. */
    static void checkAloud(Artifact artifact, Path file, TrackIndex index, CheckRun run) {
        try (SoundCopy copy = new SoundCopy(artifact.path(), run::sound)) {
            check(artifact, file, run, new SoundTrack(artifact, index, copy::accept));
            copy.finish();
        }
    }

    private static void check(Artifact artifact, Path file, CheckRun run, SoundTrack sound) {
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(sound);
        }
        sound.requireLength();
    }

    @Override
    public void take(Frame frame) {
        SoundFormat format = frame.soundFormat();
        String path = artifact.path();
        Refusal.unlessEqual(ProblemCode.MEDIA_DIFFERS, path, "sample rate", index.sampleRate(), format.sampleRate());
        Refusal.unlessEqual(ProblemCode.MEDIA_DIFFERS, path, "channels", index.channels(), format.channels());
        samples += frame.samples();
        copy.accept(frame);
    }

    private void requireLength() {
        long micros = samples * 1_000_000 / index.sampleRate();
        if (Math.abs(micros - index.durationMicros()) > TOLERANCE_MICROS) {
            throw Refusal.differs(
                    ProblemCode.MEDIA_DIFFERS,
                    artifact.path(),
                    "a decoded length in microseconds of",
                    index.durationMicros(),
                    micros);
        }
    }
}
