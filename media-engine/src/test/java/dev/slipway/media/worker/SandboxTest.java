package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    @TempDir
    static Path folder;

    private static Sandbox sandbox = new Sandbox.ProcessOnly("not probed yet");

    @BeforeAll
    static void probe() {
        WorkerCommand outside = OddJobs.command(folder.resolve("natives"), sandbox);
        sandbox = new SandboxProbe(outside, OddJobs.job("load", "", String.class)).best();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(sandbox).as(sandbox.describe()).isInstanceOf(Sandbox.Bubblewrap.class);
        }
        assumeTrue(sandbox instanceof Sandbox.Bubblewrap, sandbox.describe());
    }

    @Test
    void ffmpegLoadsInsideFromACacheItCannotWriteTo() {
        assertThat(run("load", "", List.of())).isInstanceOf(WorkerOutcome.Finished.class);
    }

    @Test
    void onlyTheFilesOfTheJobCanBeRead() throws Exception {
        Path given = Files.writeString(folder.resolve("given.txt"), "mine");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "not yours");
        assertThat(run("read", given.toString(), List.of(given))).isEqualTo(new WorkerOutcome.Finished<>("mine"));
        for (String hidden : List.of(secret.toString(), "/etc/passwd", inHome())) {
            assertThat(run("read", hidden, List.of(given)))
                    .isInstanceOfSatisfying(
                            WorkerOutcome.Crashed.class,
                            crashed ->
                                    assertThat(crashed.lastLines().toString()).contains("NoSuchFileException"));
        }
    }

    private static String inHome() {
        return Path.of(System.getProperty("user.home"), ".profile").toString();
    }

    @Test
    void withoutBubblewrapTheOperatorIsTold() {
        assertThat(new Sandbox.ProcessOnly("It is not installed.").describe()).endsWith("It is not installed.");
        assertThat(sandbox.describe()).contains("bubblewrap");
    }

    private static WorkerOutcome<String> run(String job, String input, List<Path> readable) {
        return new WorkerProcess(OddJobs.command(folder.resolve("natives"), sandbox), WorkerLimits.forCheck())
                .run(
                        new WorkerProcess.Job<>(job, input, String.class, readable),
                        ProgressListener.silent(),
                        new Cancellation());
    }
}
