package dev.slipway.media.encode.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Hashes;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.encoding.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part from late in a film shows the same pictures wherever in the file reading began for it. */
class LateTrimTest {
    private static final int SECONDS = 40;
    private static final int RATE = 15;
    private static final int GROUP = 45;
    private static final Trim PART = new Trim(27_310_000, 30_070_000);
    /** The margin, the group that it begins in, the part and what decoders hold back. */
    private static final int MOST_DECODED = 5 * RATE + GROUP + 3 * RATE + 40;

    /** Pictures before the part begins. */
    private static final int UNTIL_THE_PART = 27 * RATE;

    private static final int FEWEST_SHOWN = 20;

    private static final String MOVING = "testsrc2=s=96x64:r=%d:d=%d".formatted(RATE, SECONDS);
    private static final String UNEVEN = MOVING + ",select='not(eq(mod(n,7),3)+eq(mod(n,11),5))'";
    /** Nothing moves from 22 to 29 s, so that the part begins in the middle of a picture. */
    private static final String RESTING = MOVING + ",select='not(between(t,22,29))'";

    @TempDir
    static Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "bframes.mp4, MOVING, -c:v libx264 -bf 3 -x264-params open-gop=1:b-pyramid=normal",
        "edited.mp4, MOVING, -c:v libx264 -bf 3 -x264-params open-gop=1",
        "uneven.mp4, UNEVEN, -c:v libx264 -bf 2",
        "resting.mkv, RESTING, -c:v libx264 -bf 3 -x264-params open-gop=1",
        "hevc.mkv, UNEVEN, -c:v libx265 -x265-params open-gop=1:bframes=3:log-level=none",
        "broadcast.ts, MOVING, -c:v libx264 -bf 3 -x264-params open-gop=1",
        "disc.ts, MOVING, -c:v mpeg2video -bf 2 -q:v 3",
        "woven.ts, MOVING, -vf tinterlace=interleave_top -c:v mpeg2video -flags +ilme+ildct -bf 2 -q:v 3",
        "stream.flv, UNEVEN, -c:v libx264 -bf 2",
        "page.webm, RESTING, -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 12",
        "page.mkv, MOVING, -c:v libaom-av1 -cpu-used 8 -usage realtime -lag-in-frames 0",
        "phone.mov, UNEVEN, -c:v mjpeg -q:v 3"
    })
    void itIsReadFromShortlyBefore(String name, String pictures, String encoding) throws Exception {
        Path clip = clip(name, pictures, encoding);
        Reading late = late(clip);
        assertThat(late.pictures).hasSizeGreaterThan(FEWEST_SHOWN).isEqualTo(fromTheBeginning(clip).pictures);
        assertThat(late.decoded).isLessThanOrEqualTo(MOST_DECODED);
    }

    /** Its clock jumps, its times after a search are its index's own, or they are counted from the first picture on. */
    @ParameterizedTest
    @CsvSource({
        "joined.ts, MOVING, -c:v libx264 -bf 3",
        "camera.avi, MOVING, -c:v mpeg4 -q:v 3",
        "counted.avi, MOVING, -c:v libx264 -bf 3"
    })
    void whatCannotBeEnteredIsReadFromTheBeginning(String name, String pictures, String encoding) throws Exception {
        Path clip = clip(name, pictures, encoding);
        Reading late = late(clip);
        assertThat(late.pictures).hasSizeGreaterThan(FEWEST_SHOWN).isEqualTo(fromTheBeginning(clip).pictures);
        // Where times are counted no decoder but software's is taken, and so none that counts here.
        assertThat(late.decoded).isGreaterThanOrEqualTo(name.equals("counted.avi") ? 0 : UNTIL_THE_PART);
    }

    @ParameterizedTest
    @CsvSource({"lying.mp4, MOVING, -c:v libx264 -bf 3 -refs 4, stss", "lying.avi, MOVING, -c:v mpeg4 -q:v 3, idx1"})
    void anIndexThatLiesIsNotBelieved(String name, String pictures, String encoding, String index) throws Exception {
        Path clip = clip("true " + name, pictures, encoding);
        Path lying = folder.resolve(name);
        Files.write(lying, lie(Files.readAllBytes(clip), index));
        Reading late = late(lying);
        assertThat(late.pictures).hasSizeGreaterThan(FEWEST_SHOWN).isEqualTo(fromTheBeginning(clip).pictures);
    }

    /** A screen that rests: the last picture before the part is what its first places show. */
    @Test
    void aPictureThatIsStillThereWhenThePartBeginsIsShown() throws Exception {
        Path clip = clip("screen.mkv", "RESTING", "-c:v libx264 -bf 3");
        byte[] rested = Film.of(clip, 96, 64).pictures().get(22 * RATE - 1);
        int places = (int) ((29 - 27.31) * RATE);
        assertThat(late(clip).pictures.subList(0, places)).containsOnly(hash(rested));
    }

    /** One that can be entered and one that cannot, or else the same: turned, uneven, with sound. */
    @Test
    void theWholePreparationIsTheSame() throws Exception {
        Path coded = clip("coded.mov", "UNEVEN", "-c:v libx264 -bf 2");
        Path phone = folder.resolve("phone.mp4");
        String sound = "aevalsrc=0.4*sin(2*PI*t*(220+7*t)):s=44100:d=" + SECONDS;
        FfmpegTool.ffmpeg(
                "-i",
                coded.toString(),
                "-f",
                "lavfi",
                "-i",
                sound,
                "-c:v",
                "copy",
                "-c:a",
                "aac",
                "-metadata:s:v",
                "rotate=90",
                phone.toString());
        Path lying = folder.resolve("lying phone.mp4");
        Files.write(lying, lie(Files.readAllBytes(phone), "stss"));
        assertThat(Hashes.of(prepare(phone).prepared()))
                .isEqualTo(Hashes.of(prepare(lying).prepared()));
    }

    private static Preparation prepare(Path clip) {
        return Preparation.of(clip, folder.resolve(clip.getFileName() + " out"), Preparation.QUICK.withTrim(PART));
    }

    /** What was shown, a hash a place, and how many pictures were decoded for it. */
    private static final class Reading {
        private final List<String> pictures = new ArrayList<>();
        private int decoded;

        private void show(Frame frame) {
            try (frame) {
                pictures.add(hash(frame.plane(0)));
            }
        }
    }

    private static String hash(byte[] luma) {
        return HexFormat.of().formatHex(Sha256.digest().digest(luma));
    }

    private static Reading late(Path clip) {
        Reading reading = new Reading();
        SourceScan scan = SourceScan.scan(clip);
        Plan plan = plan(scan);
        PictureDecoder.Factory counting =
                (track, threads) -> new Counting(Decoder.open(track, threads), frame -> reading.decoded++);
        new PartReader(clip, plan, scan, losses(clip), counting)
                .read(plan.timeline(), 0, reading::show, pacer -> {}, () -> {}, new Cancellation());
        return reading;
    }

    private static Reading fromTheBeginning(Path clip) {
        Reading reading = new Reading();
        SourceScan scan = SourceScan.scan(clip);
        Plan plan = plan(scan);
        OptionalInt picture = OptionalInt.of(scan.pictureTrack());
        try (SourceReader reader =
                        new SourceReader(clip, plan, scan, picture, OptionalInt.empty(), losses(clip), Decoder::open);
                FramePacer pacer = new FramePacer(plan.timeline(), 0, reading::show)) {
            reader.read(pacer, List.of(), () -> {}, new Cancellation());
            pacer.fill();
        }
        return reading;
    }

    private static Plan plan(SourceScan scan) {
        return Planner.plan(scan, Preparation.QUICK.withTrim(PART), 2);
    }

    private static PictureLosses losses(Path clip) {
        return new PictureLosses(clip, 0, Damage.ACCEPTED);
    }

    private record Counting(PictureDecoder decoder, Consumer<Frame> counter) implements PictureDecoder {
        @Override
        public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
            decoder.decode(packet, counter.andThen(frames));
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

    private static Path clip(String name, String pictures, String encoding) throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        String source = switch (pictures) {
            case "UNEVEN" -> UNEVEN;
            case "RESTING" -> RESTING;
            default -> MOVING;
        };
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source, "-fps_mode", "vfr"));
        arguments.addAll(List.of(encoding.split(" ")));
        arguments.addAll(List.of("-g", Integer.toString(GROUP), "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-y", clip.toString()));
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        if (name.startsWith("edited")) {
            return beginningInAGroup(clip);
        }
        if (name.startsWith("joined")) {
            Files.write(clip, Files.readAllBytes(clip), StandardOpenOption.APPEND);
        }
        return clip;
    }

    /** An edit list leaves out the pictures before 1.13 s, without which those after it cannot be decoded. */
    private static Path beginningInAGroup(Path clip) throws IOException, InterruptedException {
        Path cut = clip.resolveSibling("cut " + clip.getFileName());
        FfmpegTool.ffmpeg("-ss", "1.13", "-i", clip.toString(), "-c", "copy", cut.toString());
        return cut;
    }

    /** Every picture is said to be a key frame. */
    private static byte[] lie(byte[] file, String index) {
        int at = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(index);
        if (index.equals("stss")) {
            System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, file, at, 4);
        } else {
            for (int entry = at + 8; entry + 16 <= file.length; entry += 16) {
                file[entry + 4] |= 0x10;
            }
        }
        return file;
    }
}
