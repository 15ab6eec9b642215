package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.model.encoding.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The devices one job may use, as found by trying.
 *
 * @param encoders at most one for each codec
 * @param decoder decodes the source; null for software
 */
public record Devices(List<Chosen> encoders, @Nullable SourceDecoder decoder) {
    private static final int SHORT = 8;

    /** With a source that is decoded in software. */
    public Devices(List<Chosen> encoders) {
        this(encoders, null);
    }

    public Devices {
        encoders = List.copyOf(encoders);
    }

    /** @param driver what the trial was made with; another driver may give other parameter sets */
    public record Chosen(DeviceEncoder encoder, String driver) {

        /** The name of an output's chunks that were made by this encoder when it was told this. */
        public String chunks(VideoOutput output, VideoEncoding encoding) {
            String made = driver + "|" + encoding.inWords();
            byte[] digest = Sha256.digest().digest(made.getBytes(StandardCharsets.UTF_8));
            return output.path() + "." + encoder.encoder().replace('_', '-') + "-"
                    + HexFormat.of().formatHex(digest).substring(0, SHORT);
        }
    }

    public static Devices none() {
        return new Devices(List.of());
    }

    public Devices withDecoder(@Nullable SourceDecoder wanted) {
        return new Devices(encoders, wanted);
    }

    /** Whether all is software's. */
    public boolean areNone() {
        return encoders.isEmpty() && decoder == null;
    }

    public Optional<Chosen> encoderOf(VideoOutput output) {
        return encoders.stream()
                .filter(chosen -> chosen.encoder().codec().equals(output.codec().label()))
                .findFirst();
    }

    /** Opens software encoders and devices' by their settings. */
    public static Encoder open(VideoEncoding encoding) {
        return DeviceEncoder.named(encoding.encoder())
                .map(device -> Encoder.onDevice(encoding, device.surface()))
                .orElseGet(() -> Encoder.forPictures(encoding));
    }
}
