package dev.slipway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.ChunkJournal;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DoomedProcess;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preparation in its worker process that is paused, cancelled or killed, and what the next one makes of it. */
class StopAndGoOnIT {
    private static final Duration NOTICE = Duration.ofSeconds(20);
    private static final PlanRequest WISHES =
            PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);

    @TempDir
    static Path folder;

    private static Path clip = Path.of("not made yet");
    private final Cancellation cancellation = new Cancellation();

    @BeforeAll
    static void prepareUnbroken() throws Exception {
        clip = folder.resolve("clip.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-t",
                "50",
                "-c",
                "copy",
                clip.toString());
        engine().prepare(request("unbroken"), ProgressListener.silent(), new Cancellation());
    }

    @Test
    void aPausedRunKeepsItsChunksAndTheNextGoesOn() throws Exception {
        assertThatThrownBy(() -> prepare("paused", cancellation::pause))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(ProblemCode.CANCELLED));
        assertGoesOnTo("paused");
    }

    @Test
    void aCancelledRunLeavesNothing() {
        assertThatThrownBy(() -> prepare("cancelled", cancellation::cancel))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(folder.resolve("cancelled")).isEmptyDirectory();
    }

    @Test
    void aRunWhoseWorkerIsKilledSaysSoAndTheNextGoesOn() throws Exception {
        assertThatThrownBy(() -> prepare("orphaned", StopAndGoOnIT::killWorkers))
                .isInstanceOfSatisfying(MediaException.class, crash -> {
                    assertThat(crash.code()).isEqualTo(ProblemCode.ENGINE_CRASHED);
                    assertThat(crash).hasMessageContaining("SIGKILL");
                });
        assertGoesOnTo("orphaned");
    }

    @Test
    void aRunWhoseCallerIsKilledTakesItsWorkerAlongAndTheNextGoesOn() throws Exception {
        List<ProcessHandle> workers;
        try (DoomedProcess caller = DoomedProcess.start(
                DoomedCaller.class,
                folder.resolve("natives").toString(),
                clip.toString(),
                folder.resolve("widowed").toString())) {
            caller.await("a first chunk", () -> finishedChunks("widowed") > 0);
            workers = caller.descendants().toList();
        }
        assertThat(workers)
                .isNotEmpty()
                .allSatisfy(worker -> assertThat(worker.onExit()).succeedsWithin(NOTICE));
        assertGoesOnTo("widowed");
    }

    /** The program that is killed while its worker encodes. */
    static final class DoomedCaller {
        private DoomedCaller() {}

        /** @param arguments the folder of the libraries, the clip, the output folder */
        public static void main(String[] arguments) {
            PrepareRequest request =
                    new PrepareRequest(Path.of(arguments[1]), Path.of(arguments[2]), WISHES, Beginning.RESUMED);
            new MediaEngine(Path.of(arguments[0])).prepare(request, ProgressListener.silent(), new Cancellation());
        }
    }

    private static void killWorkers() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    /** Strikes as soon as a rung has finished a chunk. */
    private void prepare(String name, Runnable strike) {
        engine().prepare(
                        request(name),
                        progress -> {
                            if (finishedChunks(name) > 0) {
                                strike.run();
                            }
                        },
                        cancellation);
    }

    private static void assertGoesOnTo(String name) throws IOException {
        assertThat(finishedChunks(name)).as("chunks kept").isPositive();
        assertThat(folder.resolve(name).resolve("manifest.json")).doesNotExist();
        List<Progress> heard = new ArrayList<>();
        Prepared prepared = engine().prepare(request(name), heard::add, new Cancellation());
        assertThat(prepared.notices()).extracting(Notice::code).contains(Notice.RESUMED);
        assertThat(heard).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
        for (Artifact artifact : prepared.manifest().artifacts()) {
            assertThat(folder.resolve(name).resolve(artifact.path()))
                    .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(artifact.path()));
        }
        assertThat(folder.resolve(name).resolve(".work")).doesNotExist();
    }

    private static long finishedChunks(String name) {
        return ChunkJournal.finished(folder.resolve(name), "video-").size();
    }

    private static PrepareRequest request(String name) {
        return new PrepareRequest(clip, folder.resolve(name), WISHES, Beginning.RESUMED);
    }

    private static MediaEngine engine() {
        return new MediaEngine(folder.resolve("natives"));
    }
}
