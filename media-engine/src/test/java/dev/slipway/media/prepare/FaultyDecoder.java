package dev.slipway.media.prepare;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stands in for a card that decodes: software does, and it fails when the test says so. */
record FaultyDecoder(Fault fault) implements SourceDecoders.Cards {
    private static final int MID = 117;

    /** When it fails. */
    enum Fault {
        NEVER,
        AT_OPEN,
        AT_FIRST_PACKET,
        IN_THE_MIDDLE,
        IN_THE_MIDDLE_OF_ITS_PICTURES,
        AT_END
    }

    @Override
    public PictureDecoder.Factory decodersOf(DeviceDecoder device) {
        return (track, threads) -> {
            if (fault == Fault.AT_OPEN) {
                throw new FfmpegException("no device");
            }
            return new Session(fault, Decoder.open(track, threads));
        };
    }

    private static final class Session implements PictureDecoder {
        private final Fault fault;
        private final PictureDecoder decoder;
        private int packets;

        private Session(Fault fault, PictureDecoder decoder) {
            this.fault = fault;
            this.decoder = decoder;
        }

        @Override
        public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
            boolean fails = switch (fault) {
                case AT_FIRST_PACKET -> true;
                case IN_THE_MIDDLE -> packets == MID;
                case AT_END -> packet == null;
                case NEVER, AT_OPEN, IN_THE_MIDDLE_OF_ITS_PICTURES -> false;
            };
            if (fails) {
                throw new FfmpegException("the device is gone");
            }
            packets++;
            decoder.decode(packet, frames);
            if (fault == Fault.IN_THE_MIDDLE_OF_ITS_PICTURES && packets > MID) {
                throw new FfmpegException("the device is gone");
            }
        }

        @Override
        public long damaged() {
            return decoder.damaged();
        }

        @Override
        public long oversized() {
            return decoder.oversized();
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
