package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {
    private static final WorkerLimits LIMITS = WorkerLimits.forCheck().withWall(Duration.ofSeconds(30));

    @TempDir
    static Path natives;

    @Test
    void theAnswerComesBack() {
        assertThat(run("echo", "Здравствуй", LIMITS)).isEqualTo(new WorkerOutcome.Finished<>("Здравствуй"));
    }

    @Test
    void whatElseIsPrintedIsNoAnswer() {
        assertThat(run("noisy", "", LIMITS)).isEqualTo(new WorkerOutcome.Finished<>("the answer"));
    }

    @Test
    void aRefusalKeepsItsCodeAndSentence() {
        assertThat(run("refuse", "", LIMITS))
                .isEqualTo(new WorkerOutcome.Failed<>(ProblemCode.NOT_A_VIDEO, "This is not a video."));
    }

    @Test
    void aWorkerThatLeavesWithoutAnAnswerHasCrashedAndItsLastWordsAreKept() {
        assertThat(run("leave", "", LIMITS)).isInstanceOfSatisfying(WorkerOutcome.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isEqualTo(7);
            assertThat(crashed.lastLines()).isEqualTo(List.of("I am leaving."));
        });
    }

    @Test
    void aWorkerKilledFromOutsideHasCrashed() {
        WorkerOutcome<String> outcome = new WorkerProcess(command(), LIMITS)
                .run(
                        OddJobs.job("hang", "", String.class),
                        progress -> handle(progress.outputBytes()).destroyForcibly(),
                        new Cancellation());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WorkerOutcome.Crashed.class,
                        crashed -> assertThat(crashed.exitCode()).isEqualTo(128 + 9));
    }

    @Test
    void aWorkerThatCannotEvenStartHasNotCrashedOnItsJob() {
        WorkerCommand broken = new WorkerCommand("dev.slipway.NoSuchProgram", natives, new Sandbox.ProcessOnly("test"));
        WorkerOutcome<String> outcome = new WorkerProcess(broken, LIMITS)
                .run(OddJobs.job("echo", "", String.class), ProgressListener.silent(), new Cancellation());
        assertThat(outcome).isInstanceOfSatisfying(WorkerOutcome.NeverBegan.class, end -> {
            assertThat(end.end()).isEqualTo("ended with status 1");
            assertThat(end.lastLines()).isNotEmpty();
        });
    }

    @Test
    void aJobThatStandsStillIsTimedOutAndItsProcessIsGone() {
        AtomicLong pid = new AtomicLong();
        Duration longerThanAStart = Duration.ofSeconds(8);
        WorkerLimits limits = LIMITS.withStandstill(longerThanAStart);
        WorkerOutcome<String> outcome = new WorkerProcess(command(), limits)
                .run(
                        OddJobs.job("hang", "", String.class),
                        progress -> pid.set(handle(progress.outputBytes()).pid()),
                        new Cancellation());
        assertThat(outcome).isEqualTo(new WorkerOutcome.TimedOut<>(longerThanAStart, List.of("waiting for a device")));
        assertGone(pid.get());
    }

    @Test
    void betweenTheFirstPictureAndTheLastPatienceMayBeShorter() {
        Duration patience = Duration.ofSeconds(1);
        assertThat(run("stall", "", LIMITS.withStall(patience)))
                .isEqualTo(new WorkerOutcome.TimedOut<>(patience, List.of()));
    }

    @Test
    void aJobThatTakesTooLongAltogetherIsTimedOut() {
        Duration wall = Duration.ofSeconds(1);
        assertThat(run("hang", "", LIMITS.withWall(wall)))
                .isInstanceOfSatisfying(
                        WorkerOutcome.TimedOut.class,
                        end -> assertThat(end.limit()).isEqualTo(wall));
    }

    @Test
    void nativeMemoryBeyondTheLimitEndsTheJob() {
        long limit = 400L << 20;
        assertThat(run("hog", "", LIMITS.withResidentBytes(limit)))
                .isEqualTo(new WorkerOutcome.OverMemory<>(limit, List.of()));
    }

    @Test
    void aJobIsHeldToTheMemoryThatItsOwnPlanNames() {
        assertThat(run("hog", "300000000", LIMITS))
                .isInstanceOfSatisfying(
                        WorkerOutcome.OverMemory.class,
                        over -> assertThat(over.limitBytes()).isEqualTo(300_000_000));
    }

    @Test
    void heapBeyondTheLimitEndsTheJobAndSaysSo() {
        assertThat(run("exhaust", "", LIMITS))
                .isInstanceOfSatisfying(
                        WorkerOutcome.Crashed.class,
                        crashed -> assertThat(crashed.lastLines().toString()).contains("OutOfMemoryError"));
    }

    @Test
    void anAnswerThatIsTooLongIsRefusedInWords() {
        assertThat(run("ramble", "", LIMITS))
                .isInstanceOfSatisfying(
                        WorkerOutcome.Failed.class,
                        refusal -> assertThat(refusal.message()).contains("66 MB", "64 MB is the most"));
    }

    @Test
    void aPausedJobIsEndedToo() {
        Cancellation cancellation = new Cancellation();
        WorkerOutcome<String> outcome = new WorkerProcess(command(), LIMITS)
                .run(OddJobs.job("hang", "", String.class), progress -> cancellation.pause(), cancellation);
        assertThat(outcome).isEqualTo(new WorkerOutcome.Cancelled<>());
    }

    @Test
    void aJobThatListensToNobodyIsEndedWhenItIsCancelled() {
        assertThat(cancelled("hang")).isEqualTo(new WorkerOutcome.Cancelled<>());
    }

    @Test
    void aWorkerKnowsNothingOfTheCallersEnvironment() {
        assertThat(run("environment", "", LIMITS).orElseThrow()).doesNotContain("PATH", "HOME", "USER", "JAVA_HOME");
    }

    @Test
    void aWorkerDoesNotOutliveItsCaller() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyParent.class.getName(),
                        natives.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            long worker = Long.parseLong(Objects.requireNonNull(out.readLine()));
            assertThat(ProcessHandle.of(worker)).isPresent();
            parent.destroyForcibly();
            parent.waitFor();
            assertGone(worker);
        }
    }

    /** The next run needs the folder that the dead one still holds until it is quite gone. */
    @Test
    void whenARunReturnsItsProcessIsGone() {
        List<ProcessHandle> started = new ArrayList<>();
        Cancellation cancellation = new Cancellation();
        new WorkerProcess(command(), LIMITS)
                .run(
                        OddJobs.job("hang", "", String.class),
                        progress -> {
                            ProcessHandle.current().children().forEach(started::add);
                            cancellation.cancel();
                        },
                        cancellation);
        assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    private static WorkerOutcome<String> run(String job, String input, WorkerLimits limits) {
        return new WorkerProcess(command(), limits)
                .run(OddJobs.job(job, input, String.class), ProgressListener.silent(), new Cancellation());
    }

    private static WorkerOutcome<String> cancelled(String job) {
        Cancellation cancellation = new Cancellation();
        return new WorkerProcess(command(), LIMITS)
                .run(OddJobs.job(job, "", String.class), progress -> cancellation.cancel(), cancellation);
    }

    private static WorkerCommand command() {
        return OddJobs.command(natives, new Sandbox.ProcessOnly("test"));
    }

    private static ProcessHandle handle(Map<String, Long> pid) {
        return ProcessHandle.of(Objects.requireNonNull(pid.get("pid"))).orElseThrow();
    }

    private static void assertGone(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }
}
