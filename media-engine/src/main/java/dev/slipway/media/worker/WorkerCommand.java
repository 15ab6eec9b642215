package dev.slipway.media.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a worker.
 *
 * @param mainClass runs {@link WorkerLoop}
 * @param natives folder that FFmpeg's libraries are unpacked into, once, and loaded from
 */
public record WorkerCommand(String mainClass, Path natives, Sandbox sandbox) {

    /** @param readable files and folders that the job reads, beyond the engine itself */
    List<String> line(WorkerLimits limits, Collection<Path> readable) {
        List<Path> classPath = EngineClassPath.entries();
        Path javaHome = Path.of(System.getProperty("java.home"));
        List<String> command = new ArrayList<>(List.of(
                java(javaHome).toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
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

    WorkerCommand inside(Sandbox other) {
        return new WorkerCommand(mainClass, natives, other);
    }

    private static Path java(Path javaHome) {
        Path windows = javaHome.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : javaHome.resolve("bin").resolve("java");
    }
}
