package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.media.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Encodes a few pictures and looks whether all come back, with key frames where they were asked for: that an encoder
 * opens says little, since many fail only when they are given a picture. Runs in a worker, because drivers crash.
 */
public final class EncoderTrial {
    private static final Size SIZE = new Size(640, 360);
    private static final Rational RATE = new Rational(30, 1);
    private static final long BITRATE = 1_000_000;
    private static final int PICTURES = 12;
    private static final Set<Long> KEYS = Set.of(0L, 7L);

    private final PictureEncoder.Factory encoders;

    EncoderTrial(PictureEncoder.Factory encoders) {
        this.encoders = encoders;
    }

    /** Tries each in turn. */
    public static Trial.Report run(List<DeviceEncoder> candidates) {
        EncoderTrial trial = new EncoderTrial(Devices::open);
        return new Trial.Report(candidates.stream().map(trial::of).toList());
    }

    Trial of(DeviceEncoder candidate) {
        if (!FfmpegBuild.hasEncoder(candidate.encoder())) {
            return Trial.notBuilt(candidate);
        }
        List<Long> pictures = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        try (PictureEncoder encoder = encoders.open(candidate.encoding(SIZE, BITRATE, RATE))) {
            encode(encoder, packet -> {
                pictures.add(packet.pts());
                if (packet.isKey()) {
                    keys.add(packet.pts());
                }
            });
        } catch (FfmpegException e) {
            return new Trial(candidate, Trial.resultOf(e), String.valueOf(e.getMessage()));
        }
        if (pictures.size() != PICTURES) {
            return Trial.failed(candidate, "it gave back %d of %d pictures".formatted(pictures.size(), PICTURES));
        }
        return keys.containsAll(KEYS)
                ? Trial.works(candidate)
                : Trial.failed(candidate, "it does not set key frames where they are asked for");
    }

    private static void encode(PictureEncoder encoder, Consumer<Packet> packets) {
        String source = "testsrc2=size=%s:rate=%d,trim=end_frame=%d,format=yuv420p"
                .formatted(SIZE.width() + "x" + SIZE.height(), RATE.numerator(), PICTURES);
        try (FilterGraph pictures = FilterGraph.pictureSource(source)) {
            boolean more = true;
            while (more) {
                more = pictures.pull(picture -> encode(encoder, picture, packets));
            }
        }
        encoder.encode(null, packets);
    }

    private static void encode(PictureEncoder encoder, Frame picture, Consumer<Packet> packets) {
        picture.tagBt709();
        picture.requestKind(KEYS.contains(picture.pts()) ? PictureKind.KEY : PictureKind.DEPENDENT);
        encoder.encode(picture, packets);
    }
}
