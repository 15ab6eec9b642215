package dev.slipway.media.ffmpeg.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.testing.Boxes;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.FlashAndBeep;
import dev.slipway.media.testing.Preparation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments whose tfdt box (ISO/IEC 14496-12, section 8.8.12) says that they begin ages later or earlier. */
class SenselessTimesTest {
    private static final int SECONDS = 10;
    private static final Timebase MILLIS = new Timebase(1, 1000);

    @TempDir
    static Path folder = Path.of("");

    private static byte[] film = {};

    @BeforeAll
    static void makeFragments() throws Exception {
        Path picture = FlashAndBeep.picture(folder.resolve("picture.mkv"), SECONDS);
        Path sound = FlashAndBeep.sound(folder.resolve("sound.mkv"), SECONDS);
        Path fragments = folder.resolve("fragments.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                picture.toString(),
                "-i",
                sound.toString(),
                "-c:v",
                "libx264",
                "-bf",
                "0",
                "-g",
                "12",
                "-c:a",
                "aac",
                "-frag_duration",
                "1000000",
                "-movflags",
                "+empty_moov+default_base_moof",
                fragments.toString());
        film = Files.readAllBytes(fragments);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE + 1, (1L << 60) + 1, -(1L << 60) - 1, (1L << 52) / 1000 + 1})
    void aTimeThatNoClockTellsIsNone(long ticks) {
        try (Packet packet = new Packet()) {
            packet.fillPicture(ByteBuffer.allocate(1), ticks, PictureKind.KEY);
            packet.pointer().duration(ticks);
            packet.forgetSenselessTimes(MILLIS);
            assertThat(packet.pts()).isEqualTo(Timebase.NONE);
            assertThat(packet.dts()).isEqualTo(Timebase.NONE);
            assertThat(packet.duration()).isZero();
        }
    }

    /** The time at which this was written, by Unix's clock, and one before the beginning. */
    @ParameterizedTest
    @ValueSource(longs = {1_795_000_000_000L, -5_000, 0})
    void otherTimesStay(long ticks) {
        try (Packet packet = new Packet()) {
            packet.fillPicture(ByteBuffer.allocate(1), ticks, PictureKind.KEY);
            packet.forgetSenselessTimes(MILLIS);
            assertThat(packet.pts()).isEqualTo(ticks);
            assertThat(packet.dts()).isEqualTo(ticks);
            assertThat(packet.duration()).isEqualTo(1);
        }
    }

    @Test
    void noPacketOfADemuxerHasOne() throws Exception {
        Path clip = wrong("every.mp4", 3, 1, Long.MAX_VALUE - 10_000_000);
        int without = 0;
        try (Demuxer demuxer = Demuxer.open(clip, SourceFormats.ALLOWED);
                Packet packet = new Packet()) {
            while (demuxer.read(packet)) {
                without += packet.pts() == Timebase.NONE ? 1 : 0;
                assertThat(packet.pts()).isLessThan(1L << 60);
            }
        }
        assertThat(without).isPositive();
    }

    /** Track 1 is the picture and track 2 the sound; the sixth fragment is neither the first nor the last. */
    @ParameterizedTest
    @CsvSource({"1, 4611686018427387904", "1, -4611686018427387904", "2, 4611686018427387904", "2, 9223372036854770000"
    })
    void whatIsAroundItStaysWhereItWas(int track, long time) throws Exception {
        Path clip = wrong("wrong %d %d.mp4".formatted(track, time), 5, track, time);
        assertThat(SourceScan.scan(clip).facts().durationMicros() / 1e6).isCloseTo(SECONDS, within(0.2));
        Preparation prepared = Preparation.of(clip, folder.resolve(clip.getFileName() + " out"));
        List<Double> flashes = FlashAndBeep.flashes(prepared.top(), FlashAndBeep.RATE);
        List<Double> beeps = FlashAndBeep.beeps(prepared.sound());
        assertThat(flashes.getFirst()).isCloseTo(beeps.getFirst(), within(0.05));
        assertThat(flashes.getLast()).isCloseTo(beeps.getLast(), within(0.05)).isGreaterThan(SECONDS - 3);
    }

    private static Path wrong(String name, int fragment, int track, long time) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        byte[] changed = Boxes.changed(
                film,
                List.of("moof", "traf", "tfdt"),
                moof -> isOfTrack(moof, track) && seen.getAndIncrement() == fragment,
                content -> ByteBuffer.wrap(content.clone()).putLong(4, time).array());
        return Files.write(folder.resolve(name), changed);
    }

    private static boolean isOfTrack(byte[] moof, int track) {
        int header = new String(moof, StandardCharsets.ISO_8859_1).indexOf("tfhd");
        return ByteBuffer.wrap(moof).getInt(header + 8) == track;
    }
}
