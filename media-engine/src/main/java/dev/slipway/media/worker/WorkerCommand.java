package dev.slipway.media.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line of a worker.
 *
 * @param mainClass runs {@link WorkerLoop}
 * @param natives folder that FFmpeg's libraries are unpacked into, once, and loaded from
 */
public record WorkerCommand(String mainClass, Path natives, Sandbox sandbox) {

    /**
     * What lives long in a worker is native; its Java objects are packets on their way to the disk. Collected early they
     * take less memory, and as much after an hour as after a minute.
     */
    private static final int YOUNG_MEGABYTES = 32;

    /** What Java's compiler took for one large method is given back, and not kept until the end of the film. */
    private static final int TRIM_MILLIS = 20_000;

    /** @param readable files and folders that the job reads, beyond the engine itself */
    List<String> line(WorkerLimits limits, Collection<Path> readable) {
        List<Path> classPath = EngineClassPath.entries();
        Path javaHome = Path.of(System.getProperty("java.home"));
        List<String> command = new ArrayList<>(List.of(
                java(javaHome).toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xmn" + youngMegabytes(limits) + "m",
                "-XX:+UseSerialGC",
                "-XX:TrimNativeHeapInterval=" + TRIM_MILLIS,
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+ErrorFileToStderr",
                "-XX:-CreateCoredumpOnCrash"));
        command.addAll(QuickStart.options(QuickStart.archive(classPath, natives), sandbox));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        List<Path> visible = new ArrayList<>(classPath);
        visible.add(javaHome);
        visible.add(natives);
        visible.addAll(readable);
        return sandbox.wrap(command, visible);
    }

    /** Starts it with an environment of its own. */
    Process start(WorkerLimits limits, Collection<Path> readable) throws IOException {
        return start(limits, readable, Set.of());
    }

    /** @param kept variables of the caller's environment that it gets too */
    Process start(WorkerLimits limits, Collection<Path> readable, Set<String> kept) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(limits, readable));
        builder.environment().clear();
        // Errors only: SVT-AV1 describes each of its encoders in a dozen lines, and the tail of the log is for what
        // failed.
        builder.environment().put("SVT_LOG", "1");
        // Without a locale, Java on Linux can name no file whose name is not ASCII.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(QuickStart.environment());
        keepWhatWindowsNeeds(builder);
        System.getenv().forEach((name, value) -> {
            if (kept.contains(name)) {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    /** Without it no Windows program finds its system libraries; it names no person. */
    private static void keepWhatWindowsNeeds(ProcessBuilder builder) {
        String root = System.getenv("SystemRoot");
        if (root != null) {
            builder.environment().put("SystemRoot", root);
        }
    }

    WorkerCommand inside(Sandbox other) {
        return new WorkerCommand(mainClass, natives, other);
    }

    private static int youngMegabytes(WorkerLimits limits) {
        return Math.min(YOUNG_MEGABYTES, limits.heapMegabytes() / 4);
    }

    private static Path java(Path javaHome) {
        Path windows = javaHome.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : javaHome.resolve("bin").resolve("java");
    }
}
