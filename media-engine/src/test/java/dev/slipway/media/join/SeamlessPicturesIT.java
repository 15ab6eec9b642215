package dev.slipway.media.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures around the joins of chunks and segments, against the same film from a single encoder of the same kind
 * that spends no less and has its key frames in the same places. The joins lie at 20, 40, 60 and 80 s.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeamlessPicturesIT {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int SECONDS = 84;
    private static final int RATE = 10;
    private static final int SEGMENT = Timeline.SEGMENT_SECONDS * RATE;
    private static final int CHUNK = Timeline.SEGMENTS_PER_CHUNK * SEGMENT;
    /** libvpx boosts later key frames; at this quality of all others a single encoder spends as much as fresh ones. */
    private static final String EQUAL_VP9_QUALITY = "42";

    private final Path folder;
    private final Path clip;
    private final Plan plan;
    private final List<Frame> originals = new ArrayList<>();
    private final Preparation made;

    SeamlessPicturesIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        clip = folder.resolve("people.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-t",
                Integer.toString(SECONDS),
                "-vf",
                "scale=%d:%d".formatted(WIDTH, HEIGHT),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "8",
                clip.toString());
        SourceScan scan = SourceScan.scan(clip);
        plan = Planner.plan(scan, PlanRequest.defaults(), 2);
        new OriginalPictures(clip, scan, plan)
                .read(0, plan.timeline().frames(), picture -> originals.add(picture.share()), new Cancellation());
        made = Preparation.of(clip, folder.resolve("made"), PlanRequest.defaults());
    }

    @AfterAll
    void close() {
        originals.forEach(Frame::close);
    }

    /** One second to each side of every join. */
    @Test
    void freshVp9EncodersLookBetterAroundJoinsThanASingleOneThatSpendsAsMuch() throws Exception {
        VideoOutput rung = plan.rungs().getFirst();
        VideoEncoding usual = encoding(rung);
        Map<String, String> options = new HashMap<>(usual.options());
        options.put("crf", EQUAL_VP9_QUALITY);
        OneEncoder single = OneEncoder.of(
                originals,
                new VideoEncoding(
                        usual.encoder(),
                        usual.width(),
                        usual.height(),
                        usual.rate(),
                        usual.bitrate(),
                        usual.threads(),
                        options,
                        usual.reach()),
                plan.timeline());
        List<byte[]> film = film(made, rung);

        assertThat(single.bytes()).isGreaterThan(Files.size(file(made, rung)));
        assertThat(around(SEGMENT, film)).isGreaterThan(around(SEGMENT, single.lumas()));
        assertThat(around(CHUNK, film)).isGreaterThan(around(CHUNK, single.lumas()));
    }

    /** A chunk begins with nothing that the one before it learnt. */
    @Test
    void chunksOfH264BeginAsWellAsASingleEncoderGoesOn() throws Exception {
        assertChunksBeginAsWell(made, plan.rungs().getLast());
    }

    @Tag("long")
    @Test
    void chunksOfAv1BeginAsWellAsASingleEncoderGoesOn() throws Exception {
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.AV1);
        Preparation av1 = Preparation.of(clip, folder.resolve("av1"), wishes);
        VideoOutput rung =
                Planner.plan(SourceScan.scan(clip), wishes, 2).rungs().getFirst();
        assertChunksBeginAsWell(av1, rung);
    }

    private void assertChunksBeginAsWell(Preparation prepared, VideoOutput rung) throws Exception {
        OneEncoder single = OneEncoder.of(originals, encoding(rung), plan.timeline());
        List<byte[]> film = film(prepared, rung);

        assertThat((double) single.bytes())
                .as("bytes of both")
                .isCloseTo(Files.size(file(prepared, rung)), withinPercentage(3));
        for (int join = CHUNK; join + SEGMENT <= film.size(); join += CHUNK) {
            assertThat(mean(join, join + SEGMENT, film))
                    .as("decibels in the segment after the join at %d s", join / RATE)
                    .isGreaterThan(mean(join, join + SEGMENT, single.lumas()) - 0.4);
        }
    }

    private VideoEncoding encoding(VideoOutput rung) {
        return Encodings.of(rung, plan.timeline().rate(), plan.threadsOf(rung));
    }

    private static Path file(Preparation prepared, VideoOutput rung) {
        return prepared.folder().resolve(rung.path());
    }

    private static List<byte[]> film(Preparation prepared, VideoOutput rung) throws Exception {
        return Film.of(file(prepared, rung), WIDTH, HEIGHT).pictures();
    }

    /** The mean of the decibels of all pictures that are within a second of a join. */
    private double around(int every, List<byte[]> film) {
        return IntStream.iterate(every, join -> join + RATE <= film.size(), join -> join + every)
                .mapToDouble(join -> mean(join - RATE, join + RATE, film))
                .average()
                .orElseThrow();
    }

    private double mean(int first, int end, List<byte[]> film) {
        IntToDoubleFunction decibels =
                picture -> decibels(originals.get(picture).plane(0), film.get(picture));
        return IntStream.range(first, end).mapToDouble(decibels).average().orElseThrow();
    }

    /** PSNR of luma. */
    private static double decibels(byte[] original, byte[] other) {
        long sum = 0;
        for (int at = 0; at < original.length; at++) {
            int error = Byte.toUnsignedInt(original[at]) - Byte.toUnsignedInt(other[at]);
            sum += (long) error * error;
        }
        return 10 * Math.log10(255.0 * 255 * original.length / Math.max(1, sum));
    }
}
