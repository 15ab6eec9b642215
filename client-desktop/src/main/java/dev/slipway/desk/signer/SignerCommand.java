package dev.slipway.desk.signer;

import dev.slipway.desk.signer.vault.SignerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a signer process is started.
 *
 * @param classPath as Java writes it, that of this process
 */
public record SignerCommand(Path javaHome, String classPath) {

    /** As this process itself was started. */
    public static SignerCommand ofThisProcess() {
        return new SignerCommand(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
    }

    /**
     * Memory is for the dearest keystore that is opened, 512 MiB of scrypt; it is taken only then. What a key could be
     * read from is closed as far as Java lets us: no debugger attaches, nothing is dumped at a crash. Memory that the
     * system swaps out is beyond it.
     */
    private List<String> line(Duration idle) {
        return List.of(
                java().toString(),
                "-Xms24m",
                "-Xmn8m",
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=10",
                "-XX:-ShrinkHeapInSteps",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ErrorFileToStderr",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                SignerMain.class.getName(),
                Long.toString(idle.toSeconds()));
    }

    /** With an empty environment. A report of Java's own crash shows memory, so nobody reads standard error. */
    Process start(Duration idle) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(idle));
        String windowsRoot = System.getenv("SystemRoot");
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        if (windowsRoot != null) {
            // Without it no Windows program finds its system libraries; it names no person.
            builder.environment().put("SystemRoot", windowsRoot);
        }
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Path java() {
        Path windows = javaHome.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : javaHome.resolve("bin").resolve("java");
    }
}
