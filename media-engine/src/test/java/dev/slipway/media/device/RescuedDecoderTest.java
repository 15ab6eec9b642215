package dev.slipway.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.codec.ClosedKeys;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who decodes which packets, and that nobody sees it in the pictures. */
class RescuedDecoderTest {
    private static final int THREADS = 4;

    @TempDir
    Path folder = Path.of("");

    private final List<String> opened = new ArrayList<>();
    private String atWork = "";
    private int ticks;

    @Test
    void aWholeFilmOfRareKeyFramesKeepsItsThreads() throws Exception {
        Path film = film("rare.mp4", "testsrc2=s=96x64:r=50:d=42", "-g", "1000", "-sc_threshold", "0");
        List<String> pictures = decode(film, RescuedDecoder.Room.of(THREADS), Set.of());
        assertThat(pictures).isEqualTo(inOneThread(film, Set.of()));
        assertThat(opened).containsExactly("threads");
    }

    @Test
    void aFilmThatOutgrowsWhatIsKeptIsDecodedWholeAndTellsSo() throws Exception {
        Path film = film("large.mp4", "testsrc2=s=96x64:r=25:d=8", "-g", "999");
        List<String> pictures = decode(film, new RescuedDecoder.Room(THREADS, 40_000), Set.of());
        assertThat(pictures).isEqualTo(inOneThread(film, Set.of()));
        assertThat(opened).containsExactly("threads", "single");
        assertThat(ticks).as("packets that were decoded twice").isBetween(5, 190);
    }

    @Test
    void aFilmThatIsKnownToOutgrowIsDecodedInOneThreadFromItsBeginning() throws Exception {
        Path film = film("known.mp4", "testsrc2=s=96x64:r=25:d=1");
        try (Demuxer demuxer = Demuxer.open(film, SourceFormats.ALLOWED);
                PictureDecoder known = SourceDecoders.inSoftware(RestartWindow.MOST_BYTES + 1)
                        .open(demuxer.tracks().getFirst(), THREADS);
                PictureDecoder usual = SourceDecoders.inSoftware(
                                SourceScan.scan(film).traits().restartBytes())
                        .open(demuxer.tracks().getFirst(), THREADS)) {
            assertThat(known).isInstanceOf(Decoder.class);
            assertThat(usual).isInstanceOf(RescuedDecoder.class);
        }
    }

    /** And that is told. */
    @Test
    void aDeviceIsNotGivenWhatCouldNotBeMadeGood() throws Exception {
        Path film = film("device.mp4", "testsrc2=s=96x64:r=25:d=1");
        List<Notice> notices = new ArrayList<>();
        PictureDecoder.Factory decoders = SourceDecoders.of(
                Devices.none().withDecoder(new SourceDecoder(DeviceDecoder.CUDA, Set.of("h264"))),
                card -> Decoder::open,
                RestartWindow.MOST_BYTES + 1,
                new ProgressListener() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public void notice(Notice notice) {
                        notices.add(notice);
                    }
                });
        try (Demuxer demuxer = Demuxer.open(film, SourceFormats.ALLOWED)) {
            for (int times = 0; times < 2; times++) {
                decoders.open(demuxer.tracks().getFirst(), THREADS).close();
            }
        }
        assertThat(notices).singleElement().extracting(Notice::words).asString().contains("far apart");
    }

    /** From the second key frame after the damage on: the group before it was whole. */
    @Test
    void afterDamageThreadsTakeOverAgain() throws Exception {
        Path film = film("scratched.mp4", "testsrc2=s=96x64:r=25:d=10,noise=alls=20:allf=t", "-g", "25", "-bf", "2");
        Set<Integer> damaged = Set.of(105, 106);
        List<String> single = inOneThread(film, damaged);
        List<String> pictures = decode(film, RescuedDecoder.Room.of(THREADS), damaged);
        assertThat(pictures).isNotEqualTo(inOneThread(film, Set.of())).isEqualTo(single);
        assertThat(opened).containsExactly("threads", "single", "threads");
        assertThat(atWork).isEqualTo("threads");
    }

    /** Its first key frame is covered with what was before it, and what one thread told already is not told again. */
    @Test
    void damageRightAfterThreadsTookOverIsRescuedAgain() throws Exception {
        Path film = film("twice.mp4", "testsrc2=s=96x64:r=25:d=12,noise=alls=20:allf=t", "-g", "25", "-bf", "2");
        Set<Integer> damaged = Set.of(105, 151, 152);
        List<String> pictures = decode(film, RescuedDecoder.Room.of(THREADS), damaged);
        assertThat(opened).containsExactly("threads", "single", "threads", "single", "threads");
        assertThat(pictures).isEqualTo(inOneThread(film, damaged));
    }

    /** The first part is too large to be kept, but needs no keeping; the second does. */
    @Test
    void aFilmThatBeginsWithKeyFramesOnlyStaysGuarded() throws Exception {
        Path film = film(
                "intra.mp4",
                "testsrc2=s=192x144:r=25:d=8,noise=alls=20:allf=t:enable='lt(t,4)'",
                "-g",
                "999",
                "-sc_threshold",
                "0",
                "-force_key_frames",
                "expr:lt(t,4)");
        Set<Integer> damaged = Set.of(150);
        List<String> pictures = decode(film, new RescuedDecoder.Room(THREADS, 300_000), damaged);
        assertThat(opened).containsExactly("threads", "single");
        assertThat(pictures).isEqualTo(inOneThread(film, damaged));
    }

    private List<String> decode(Path film, RescuedDecoder.Room room, Set<Integer> damaged) {
        return decode(
                film,
                track -> RescuedDecoder.ofThreads(
                        () -> new Told("threads", Decoder.strict(track, THREADS)),
                        () -> new Told("single", Decoder.open(track, 1)),
                        room,
                        new FreshStarts(ClosedKeys.of(track))),
                damaged);
    }

    private List<String> inOneThread(Path film, Set<Integer> damaged) {
        return decode(film, track -> Decoder.open(track, 1), damaged);
    }

    private interface Opener {
        PictureDecoder open(Track track);
    }

    /** What came out, and at last how much was told as damaged. */
    private List<String> decode(Path film, Opener opener, Set<Integer> damaged) {
        List<String> pictures = new ArrayList<>();
        try (Demuxer demuxer = Demuxer.open(film, SourceFormats.ALLOWED);
                PictureDecoder decoder = opener.open(demuxer.tracks().getFirst());
                Packet packet = new Packet()) {
            decoder.onReplay(() -> ticks++);
            for (int number = 0; demuxer.read(packet); number++) {
                if (damaged.contains(number)) {
                    wipe(packet.payload());
                }
                decoder.decode(packet, picture -> note(picture, pictures));
            }
            decoder.decode(null, picture -> note(picture, pictures));
            pictures.add("damaged " + decoder.damaged());
        }
        return pictures;
    }

    private static void wipe(ByteBuffer payload) {
        for (int place = payload.limit() / 3; place < payload.limit(); place++) {
            payload.put(place, (byte) 0);
        }
    }

    private static void note(Frame picture, List<String> pictures) {
        pictures.add(picture.bestTime() + " " + picture.isDamaged() + " " + Arrays.hashCode(picture.plane(0)) + " "
                + Arrays.hashCode(picture.plane(1)));
    }

    private Path film(String name, String source, String... options) throws Exception {
        Path film = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("-f", "lavfi", "-i", source + ",format=yuv420p"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "24"));
        command.addAll(List.of(options));
        command.add(film.toString());
        FfmpegTool.ffmpeg(command.toArray(String[]::new));
        return film;
    }

    /** Tells who was opened, and who works. */
    private final class Told implements PictureDecoder {
        private final String name;
        private final PictureDecoder decoder;

        private Told(String name, PictureDecoder decoder) {
            this.name = name;
            this.decoder = decoder;
            opened.add(name);
        }

        @Override
        public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
            atWork = name;
            decoder.decode(packet, frames);
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
