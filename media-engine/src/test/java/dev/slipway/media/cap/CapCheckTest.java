package dev.slipway.media.cap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.device.Roster;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On made-up sizes: ten pictures a second under a cap of 8 kbit/s, which is 100 bytes a picture, in chunks of 20 s. */
class CapCheckTest {
    private static final Rational RATE = new Rational(10, 1);
    private static final Timeline TIMELINE = new Timeline(RATE, 400);
    private static final VideoOutput OUTPUT =
            new VideoOutput("video.mp4", VideoCodec.VP9, new Size(320, 180), 8000, 6, 0, TIMELINE.frames());
    private static final int CHEAP = 50;

    private final ChunkStore store;
    private final List<ChunkId> made = new ArrayList<>();

    CapCheckTest(@TempDir Path folder) throws IOException {
        this.store = new ChunkStore(folder, "made-up");
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** What the pictures of a chunk take in bytes, when it is made for the n-th time with a share of the rate. */
    @FunctionalInterface
    private interface Encoder {
        int bytes(int chunk, int round, double share);
    }

    @Test
    void whatDoesNotGetSmallerIsTriedOnceMoreAndStaysAsItWas() throws IOException {
        try (Roster roster = roster(VideoEncoding.Reach.SEGMENT)) {
            CapCheck check = kept(roster, (chunk, round, share) -> chunk == 0 ? 120 : CHEAP);

            assertThat(made).contains(id("video.mp4.again1", 0)).doesNotContain(id("video.mp4.again2", 0));
            assertThat(published(roster, 0)).isEqualTo(id("video.mp4", 0));
            assertThat(check.excesses(() -> {}))
                    .singleElement()
                    .satisfies(excess -> assertThat(excess.share()).isEqualTo(1.2));
        }
    }

    @Test
    void ofRoundsThatAllCostTooMuchTheCheapestIsPublished() throws IOException {
        try (Roster roster = roster(VideoEncoding.Reach.CHUNK)) {
            int[] sizes = {150, 130, 140, 135};
            kept(roster, (chunk, round, share) -> chunk == 0 ? sizes[round] : CHEAP);

            assertThat(made).contains(id("video.mp4.again3", 0)).doesNotContain(id("video.mp4.again4", 0));
            assertThat(published(roster, 0)).isEqualTo(id("video.mp4.again1", 0));
        }
    }

    @Test
    void aRoundThatCameOutLargerIsNotTheLastWord() throws IOException {
        try (Roster roster = roster(VideoEncoding.Reach.CHUNK)) {
            int[] sizes = {110, 112, 95};
            CapCheck check = kept(roster, (chunk, round, share) -> chunk == 0 ? sizes[round] : CHEAP);

            assertThat(published(roster, 0)).isEqualTo(id("video.mp4.again2", 0));
            assertThat(check.excesses(() -> {})).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withTheLeastShareThereIsIsNothingMadeTwice(VideoEncoding.Reach reach) throws IOException {
        try (Roster roster = roster(reach)) {
            kept(roster, (chunk, round, share) -> chunk == 0 ? 1500 - 500 * round : CHEAP);

            assertThat(made).contains(id("video.mp4.again1", 0)).doesNotContain(id("video.mp4.again2", 0));
            assertThat(published(roster, 0)).isEqualTo(id("video.mp4.again1", 0));
        }
    }

    @Test
    void aChunkHasSixRoundsAtMost() throws IOException {
        try (Roster roster = roster(VideoEncoding.Reach.SEGMENT)) {
            kept(roster, (chunk, round, share) -> chunk == 0 ? 130 - round : CHEAP);

            assertThat(published(roster, 0)).isEqualTo(id("video.mp4.again6", 0));
            assertThat(made).doesNotContain(id("video.mp4.again7", 0));
        }
    }

    /** The ten seconds around the joint cost too much, and only the second chunk has anything to give. */
    @Test
    void aNeighbourThatCanGiveMorePaysForOneThatCannot() throws IOException {
        try (Roster roster = roster(VideoEncoding.Reach.SEGMENT)) {
            CapCheck check = kept(roster, (chunk, round, share) -> chunk == 0 ? 100 : (int) (60 + 80 * share));

            assertThat(published(roster, 0)).isEqualTo(id("video.mp4", 0));
            assertThat(made).doesNotContain(id("video.mp4.again2", 0)).contains(id("video.mp4.again2", 1));
            assertThat(check.excesses(() -> {})).isEmpty();
        }
    }

    @Test
    void aRunThatGoesOnDecidesTheSameAndMakesNothing() throws IOException {
        int[] sizes = {150, 130, 140, 135};
        Encoder encoder = (chunk, round, share) -> chunk == 0 ? sizes[round] : (int) (140 * share);
        Map<Integer, Integer> first;
        try (Roster roster = roster(VideoEncoding.Reach.SEGMENT)) {
            kept(roster, encoder);
            first = roster.of(OUTPUT).restraint().rounds();
        }
        made.clear();
        try (Roster roster = roster(VideoEncoding.Reach.SEGMENT)) {
            kept(roster, encoder);

            assertThat(roster.of(OUTPUT).restraint().rounds()).isEqualTo(first).containsEntry(0, 1);
            assertThat(made).isEmpty();
        }
    }

    private CapCheck kept(Roster roster, Encoder encoder) throws IOException {
        CapCheck check = new CapCheck(store, TIMELINE, roster);
        make(roster.of(OUTPUT), encoder);
        while (check.restrain(() -> {})) {
            make(roster.of(OUTPUT), encoder);
        }
        return check;
    }

    private void make(Rendition rendition, Encoder encoder) throws IOException {
        for (int chunk = 0; chunk < TIMELINE.chunks(); chunk++) {
            ChunkId id = rendition.chunk(chunk);
            if (!store.isFinished(id)) {
                made.add(id);
                try (ChunkWriter writer = store.write(id)) {
                    for (long frame = TIMELINE.chunkStart(chunk); frame < TIMELINE.chunkEnd(chunk); frame++) {
                        double share = rendition.restraint().share(TIMELINE.segmentOf(frame));
                        int bytes = encoder.bytes(chunk, rendition.restraint().rounds(chunk), share);
                        writer.add(new ChunkRecord(frame, PictureKind.DEPENDENT, new byte[bytes]));
                    }
                    writer.commit();
                }
            }
        }
    }

    private static ChunkId published(Roster roster, int chunk) {
        return roster.of(OUTPUT).chunk(chunk);
    }

    private static ChunkId id(String name, int chunk) {
        return new ChunkId(name, chunk);
    }

    private static Roster roster(VideoEncoding.Reach reach) {
        VideoEncoding encoding = new VideoEncoding("libvpx-vp9", 320, 180, RATE, 8000, 1, Map.of(), reach);
        return new Roster(
                settings -> {
                    throw new IllegalStateException("no encoder is asked");
                },
                List.of(Rendition.inSoftware(OUTPUT, encoding)),
                ProgressListener.silent());
    }
}
