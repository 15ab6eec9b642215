package dev.slipway.media.prepare;

import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a graphics card: what the job believes to be NVENC is openh264, and it fails when the test says so.
 * Everything else is opened as it is.
 */
final class FaultyDevice implements PictureEncoder.Factory {
    static final DeviceEncoder KIND = DeviceEncoder.H264_NVENC;

    private final Fault fault;
    private final AtomicInteger opened = new AtomicInteger();

    /** When it fails. */
    enum Fault {
        NEVER,
        AT_OPEN,
        AT_SECOND_OPEN,
        AT_FIRST_FRAME,
        IN_MID_CHUNK,
        AT_END,
        MISSES_A_PICTURE
    }

    FaultyDevice(Fault fault) {
        this.fault = fault;
    }

    @Override
    public PictureEncoder open(VideoEncoding encoding) {
        if (!encoding.encoder().equals(KIND.encoder())) {
            return Encoder.forPictures(encoding);
        }
        int count = opened.incrementAndGet();
        if (fault == Fault.AT_OPEN || fault == Fault.AT_SECOND_OPEN && count > 1) {
            throw new FfmpegException("no device");
        }
        return new Session(Encoder.forPictures(new VideoEncoding(
                "libopenh264",
                encoding.width(),
                encoding.height(),
                encoding.rate(),
                encoding.bitrate(),
                1,
                Map.of("rc_mode", "bitrate", "allow_skip_frames", "0", "profile", "high"))));
    }

    private final class Session implements PictureEncoder {
        private static final int MID = 30;

        private final Encoder encoder;
        private int pictures;

        private Session(Encoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public void encode(@Nullable Frame frame, Consumer<Packet> packets) {
            boolean fails = switch (fault) {
                case AT_FIRST_FRAME -> true;
                case IN_MID_CHUNK -> frame != null && pictures == MID;
                case AT_END -> frame == null;
                case NEVER, AT_OPEN, AT_SECOND_OPEN, MISSES_A_PICTURE -> false;
            };
            if (fails) {
                throw new FfmpegException("the device is gone");
            }
            pictures++;
            encoder.encode(frame, packet -> {
                if (fault != Fault.MISSES_A_PICTURE || packet.pts() != MID) {
                    packets.accept(packet);
                }
            });
        }

        @Override
        public TrackTemplate template() {
            return encoder.template();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
