package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a crash or a power cut left of the chunks, the next run's files are those of an unbroken one. */
class DamagedWorkTest {
    private static final PlanRequest WISHES =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
    private static final int THREADS = 2;

    @TempDir
    static Path folder;

    private static Path clip = Path.of("not made yet");
    private static Manifest unbroken;
    private final List<Progress> heard = new ArrayList<>();

    /** One way in which work can be left behind. */
    enum Damage {
        NONE {
            @Override
            void strike(Path chunks) {
                // Killed after its last chunk.
            }
        },
        HALF_A_JOURNAL {
            @Override
            void strike(Path chunks) throws IOException {
                byte[] whole = Files.readAllBytes(journal(chunks));
                Files.write(journal(chunks), Arrays.copyOf(whole, whole.length / 2));
            }
        },
        A_JOURNAL_TORN_BEFORE_ITS_LAST_BYTE {
            @Override
            void strike(Path chunks) throws IOException {
                byte[] whole = Files.readAllBytes(journal(chunks));
                Files.write(journal(chunks), Arrays.copyOf(whole, whole.length - 2));
            }
        },
        A_JOURNAL_IN_ANOTHER_ORDER {
            @Override
            void strike(Path chunks) throws IOException {
                List<String> lines = new ArrayList<>(Files.readAllLines(journal(chunks)));
                Collections.reverse(lines.subList(1, lines.size()));
                Files.write(journal(chunks), lines);
            }
        },
        A_FIRST_CHUNK_GONE {
            @Override
            void strike(Path chunks) throws IOException {
                Files.delete(chunks.resolve("video-240-vp9.mp4.000000.chunk"));
            }
        },
        A_CHUNK_IN_THE_MIDDLE_CUT_SHORT {
            @Override
            void strike(Path chunks) throws IOException {
                Path chunk = chunks.resolve("video-240-vp9.mp4.000001.chunk");
                byte[] whole = Files.readAllBytes(chunk);
                Files.write(chunk, Arrays.copyOf(whole, whole.length / 3));
            }
        },
        A_LAST_CHUNK_WITH_A_WRONG_BIT {
            @Override
            void strike(Path chunks) throws IOException {
                Path chunk = chunks.resolve("video-240-vp9.mp4.000003.chunk");
                byte[] whole = Files.readAllBytes(chunk);
                whole[whole.length / 2] ^= 1;
                Files.write(chunk, whole);
            }
        };

        abstract void strike(Path chunks) throws IOException;

        private static Path journal(Path chunks) {
            return chunks.resolve("journal");
        }
    }

    @BeforeAll
    static void makeOneRunUnbrokenAndTheChunksOfAnother() throws Exception {
        clip = SoundingClip.make(folder.resolve("clip.mkv"));
        unbroken =
                prepare(folder.resolve("unbroken"), ProgressListener.silent()).manifest();
        assertThatThrownBy(() -> prepare(folder.resolve("failed"), DamagedWorkTest::occupyTheRungsPlace))
                .isInstanceOf(MediaException.class);
    }

    /** A failure after the last chunk: a folder comes where a finished file should go, when encoding has begun. */
    private static void occupyTheRungsPlace(Progress progress) {
        if (progress.fraction() > 0) {
            try {
                Files.createDirectories(folder.resolve("failed/video-240-vp9.mp4/occupied"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void theNextRunMakesTheSameFilesAndKeepsWhatIsWhole(Damage damage) throws IOException {
        Path output = folder.resolve(damage.name());
        Path chunks = Files.createDirectories(output.resolve(".work").resolve("chunks"));
        copy(folder.resolve("failed/.work/chunks"), chunks);
        damage.strike(chunks);

        Prepared resumed = prepare(output, heard::add);

        assertThat(resumed.manifest()).isEqualTo(unbroken);
        for (Artifact artifact : unbroken.artifacts()) {
            assertThat(output.resolve(artifact.path()))
                    .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(artifact.path()));
        }
        assertThat(resumed.notices()).extracting(Notice::code).contains(Notice.RESUMED);
        assertThat(heard).extracting(Progress::fraction).isSorted();
        assertThat(output.resolve(".work")).doesNotExist();
    }

    @Test
    void workOfAnotherPlanIsClearedAway() throws IOException {
        Path output = folder.resolve("another");
        Path chunks = Files.createDirectories(output.resolve(".work").resolve("chunks"));
        Files.writeString(chunks.resolve("journal"), "slipway-chunks-1 of something else\n");
        Files.writeString(chunks.resolve("video-999-vp9.mp4.000000.chunk"), "stale");
        List<Path> seen = new ArrayList<>();
        Prepared prepared = prepare(output, progress -> seen.addAll(list(chunks)));
        assertThat(prepared.notices()).extracting(Notice::code).containsExactly(Notice.DISCARDED);
        assertThat(seen).isNotEmpty().noneMatch(path -> path.endsWith("video-999-vp9.mp4.000000.chunk"));
    }

    private static List<Path> list(Path chunks) {
        try (Stream<Path> paths = Files.list(chunks)) {
            return paths.toList();
        } catch (IOException e) {
            // Deleted at the end of the run.
            return List.of();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Prepared prepare(Path output, ProgressListener listener) {
        PrepareRequest request = new PrepareRequest(clip, output, WISHES, PrepareRequest.Beginning.RESUMED);
        return new Preparer(() -> Instant.EPOCH, THREADS).prepare(request, listener, new Cancellation());
    }
}
