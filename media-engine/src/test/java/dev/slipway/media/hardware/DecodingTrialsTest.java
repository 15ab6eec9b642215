package dev.slipway.media.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodingTrialsTest {
    private static final List<DeviceDecoder> CARD = List.of(DeviceDecoder.CUDA);

    @Test
    void aDeviceThatDecodesLikeSoftwareWorksForEachCodec() throws IOException {
        assertThat(trials(device -> Decoder::open))
                .hasSize(KnownClip.values().length)
                .allMatch(DecoderTrial::succeeded)
                .extracting(DecoderTrial::codec)
                .containsExactly("h264", "vp9", "av1");
    }

    @Test
    void oneWrongPixelIsAMiss() throws IOException {
        assertThat(trials(device -> (track, threads) -> new Altered(Decoder.open(track, threads), (frame, frames) -> {
                    frame.makeWritable();
                    frame.drawPlane(2, 3, 3, 1, new byte[] {1});
                    frames.accept(frame);
                })))
                .extracting(DecoderTrial::reason)
                .containsOnly("its pictures differ from those of software");
    }

    @Test
    void aLostPictureIsAMiss() throws IOException {
        assertThat(trials(device -> (track, threads) -> new Altered(Decoder.open(track, threads), (frame, frames) -> {
                    if (frame.pts() > 0) {
                        frames.accept(frame);
                    }
                })))
                .extracting(DecoderTrial::reason)
                .containsOnly("it gave back 11 of 12 pictures");
    }

    @Test
    void aDeviceThatDoesNotOpenIsAMissWithItsReason() throws IOException {
        assertThat(trials(device -> (track, threads) -> {
                    throw new FfmpegException("no device of the test");
                }))
                .extracting(DecoderTrial::reason)
                .containsOnly("no device of the test");
    }

    private static List<DecoderTrial> trials(SourceDecoders.Cards cards) throws IOException {
        return new DecodingTrials(cards).of(CARD).trials();
    }

    @FunctionalInterface
    private interface Alteration {
        void apply(Frame frame, Consumer<Frame> frames);
    }

    private record Altered(PictureDecoder decoder, Alteration alteration) implements PictureDecoder {
        @Override
        public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
            decoder.decode(packet, frame -> alteration.apply(frame, frames));
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
