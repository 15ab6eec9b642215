package dev.slipway.media.sample;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.AudioEncoding;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Muxer;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.media.Rational;
import java.nio.file.Path;
import java.util.Map;

/**
 * A test picture with a running clock and a beeping tone, H.264 and AAC in MP4 as a phone would make it, drawn and
 * sounded by FFmpeg's own sources.
 */
public final class Sample implements AutoCloseable {
    private static final int WIDTH = 854;
    private static final int HEIGHT = 480;
    private static final Rational RATE = new Rational(30, 1);
    private static final int SAMPLE_RATE = 48_000;
    private static final int PICTURE_TRACK = 0;
    private static final int SOUND_TRACK = 1;
    private static final int KEY_EVERY = 60;

    private final FilterGraph pictures;
    private final FilterGraph sounds;
    private final Encoder pictureEncoder;
    private final Encoder soundEncoder;
    private final Muxer muxer;
    private long soundMicros;

    private Sample(Path file, int seconds) {
        pictures = FilterGraph.pictureSource("testsrc2=size=%dx%d:rate=%d:duration=%d,format=yuv420p"
                .formatted(WIDTH, HEIGHT, RATE.numerator(), seconds));
        pictureEncoder = Encoder.forPictures(
                new VideoEncoding("libopenh264", WIDTH, HEIGHT, RATE, 2_500_000, 1, Map.of("rc_mode", "bitrate")));
        soundEncoder = Encoder.forSound(new AudioEncoding("aac", SAMPLE_RATE, 2, 128_000, Map.of()));
        sounds = FilterGraph.soundSource(
                "sine=frequency=220:beep_factor=4:sample_rate=%d:duration=%d,aformat=sample_fmts=%s:channel_layouts=stereo,asetnsamples=n=%d:p=0"
                        .formatted(SAMPLE_RATE, seconds, soundEncoder.sampleFormat(), soundEncoder.frameSamples()));
        muxer = new Muxer(file, "mp4");
    }

    /** @param seconds how long it lasts, from 1 to 600 */
    public static void make(Path file, int seconds) {
        make(file, seconds, new Cancellation());
    }

    /**
     * @param seconds how long it lasts, from 1 to 600
     * @throws java.util.concurrent.CancellationException when it is cancelled; what is written so far stays
     */
    public static void make(Path file, int seconds, Cancellation cancellation) {
        if (seconds < 1 || seconds > 600) {
            throw new IllegalArgumentException("a sample lasts from 1 to 600 seconds, not " + seconds);
        }
        try (Sample sample = new Sample(file, seconds)) {
            sample.write(cancellation);
        }
    }

    private void write(Cancellation cancellation) {
        pictureEncoder.addTo(muxer, SAMPLE_RATE);
        soundEncoder.addTo(muxer, SAMPLE_RATE);
        muxer.start(Map.of("movflags", "faststart"));
        boolean more = true;
        while (more) {
            cancellation.throwIfCancelled();
            more = pictures.pull(this::addPicture);
        }
        pictureEncoder.encode(null, packet -> muxer.write(packet, PICTURE_TRACK));
        addSoundUntil(Long.MAX_VALUE);
        soundEncoder.encode(null, packet -> muxer.write(packet, SOUND_TRACK));
        muxer.finish();
    }

    private void addPicture(Frame picture) {
        boolean key = picture.pts() % KEY_EVERY == 0;
        picture.requestKind(key ? PictureKind.KEY : PictureKind.DEPENDENT);
        addSoundUntil(Timebase.ofRate(RATE).toMicros(picture.pts()));
        pictureEncoder.encode(picture, packet -> muxer.write(packet, PICTURE_TRACK));
    }

    private void addSoundUntil(long micros) {
        boolean more = true;
        while (more && soundMicros <= micros) {
            more = sounds.pull(this::addSound);
        }
    }

    private void addSound(Frame sound) {
        soundMicros = sounds.timebase().toMicros(sound.pts() + sound.samples());
        soundEncoder.encode(sound, packet -> muxer.write(packet, SOUND_TRACK));
    }

    @Override
    public void close() {
        muxer.close();
        pictures.close();
        sounds.close();
        pictureEncoder.close();
        soundEncoder.close();
    }
}
