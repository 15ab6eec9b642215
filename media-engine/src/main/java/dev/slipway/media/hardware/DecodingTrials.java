package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.model.encoding.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Decodes the same few pictures on devices and in software, and asks for the same values in every pixel: only then may a
 * device take a film over, or lose it in the middle, without anybody seeing it. Runs in a worker, because drivers crash.
 */
public final class DecodingTrials {
    private static final int PLANES = 3;

    private final SourceDecoders.Cards cards;

    DecodingTrials(SourceDecoders.Cards cards) {
        this.cards = cards;
    }

    /** Tries each with every codec that a known clip can be made of. */
    public static DecoderTrial.Report run(List<DeviceDecoder> devices) throws IOException {
        return new DecodingTrials(DeviceDecoder::decoders).of(devices);
    }

    DecoderTrial.Report of(List<DeviceDecoder> devices) throws IOException {
        List<DecoderTrial> trials = new ArrayList<>();
        for (KnownClip clip : KnownClip.values()) {
            Path file = Files.createTempFile("slipway-trial", "." + clip.format());
            try {
                clip.write(file);
                List<String> expected = decode(file, Decoder::open);
                devices.forEach(device -> trials.add(compared(device, clip, file, expected)));
            } finally {
                Files.delete(file);
            }
        }
        return new DecoderTrial.Report(trials);
    }

    private DecoderTrial compared(DeviceDecoder device, KnownClip clip, Path file, List<String> expected) {
        try {
            List<String> pictures = decode(file, cards.decodersOf(device));
            return pictures.equals(expected)
                    ? new DecoderTrial(device, clip.codec(), Trial.Result.WORKS, "")
                    : DecoderTrial.failed(device, clip.codec(), difference(pictures, expected));
        } catch (FfmpegException e) {
            return new DecoderTrial(device, clip.codec(), Trial.resultOf(e), String.valueOf(e.getMessage()));
        }
    }

    private static String difference(List<String> pictures, List<String> expected) {
        return pictures.size() == expected.size()
                ? "its pictures differ from those of software"
                : "it gave back %d of %d pictures".formatted(pictures.size(), expected.size());
    }

    private static List<String> decode(Path file, PictureDecoder.Factory decoders) {
        List<String> pictures = new ArrayList<>();
        try (Demuxer demuxer = Demuxer.open(file, SourceFormats.ALLOWED)) {
            Track track = demuxer.tracks().getFirst();
            try (PictureDecoder decoder = decoders.open(track, 1);
                    Packet packet = new Packet()) {
                while (demuxer.read(packet)) {
                    decoder.decode(packet, picture -> pictures.add(digest(picture)));
                }
                decoder.decode(null, picture -> pictures.add(digest(picture)));
            }
        }
        return pictures;
    }

    private static String digest(Frame picture) {
        MessageDigest digest = Sha256.digest();
        for (int plane = 0; plane < PLANES; plane++) {
            digest.update(picture.plane(plane));
        }
        return picture.pts() + " " + picture.pictureFormat().pixelFormatName() + " "
                + HexFormat.of().formatHex(digest.digest());
    }
}
