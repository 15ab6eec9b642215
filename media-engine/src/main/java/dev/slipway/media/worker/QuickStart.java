package dev.slipway.media.worker;

import dev.slipway.model.encoding.Sha256;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes a worker's own share of the work small. Most workers live for seconds and spend them in FFmpeg: without
 * this, loading classes and compiling them took as much processor time as encoding four seconds of video.
 */
final class QuickStart {
    /** Ten times what is usual: only what runs for long is worth the compiler that optimises most. */
    private static final List<String> PATIENT_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /**
     * Memory that an encoder gave back is kept for the next one: each segment opens its encoders anew, and the kernel
     * would clear every page again. One arena, no mappings of its own, half a gigabyte kept: docs/decisions/0018.
     */
    private static final Map<String, String> KEPT_MEMORY =
            Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_", "536870912");

    private QuickStart() {}

    /**
     * @param archive of classes as a worker parsed them, from {@link #archive}; Java checks that it fits these jars and
     *     this Java, and goes on without it where it does not
     */
    static List<String> options(Optional<Path> archive, Sandbox sandbox) {
        List<String> options = new ArrayList<>(PATIENT_COMPILER);
        archive.ifPresent(file -> {
            options.add("-XX:SharedArchiveFile=" + file);
            options.add("-Xlog:disable");
            // A worker that may write makes it when it ends; Java takes it for a fault where it cannot be written.
            if (sandbox instanceof Sandbox.ProcessOnly && Files.isWritable(file.getParent())) {
                options.add("-XX:+AutoCreateSharedArchive");
            }
        });
        return options;
    }

    /** Nothing where classes lie in folders: Java archives those of jars only. */
    static Optional<Path> archive(List<Path> classPath, Path folder) {
        return classPath.stream().allMatch(Files::isRegularFile)
                ? Optional.of(folder.resolve(name(classPath)))
                : Optional.empty();
    }

    static Map<String, String> environment() {
        return KEPT_MEMORY;
    }

    private static String name(List<Path> classPath) {
        String all = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        byte[] digest = Sha256.digest().digest(all.getBytes(StandardCharsets.UTF_8));
        return "worker-" + HexFormat.of().formatHex(digest, 0, 8) + ".jsa";
    }
}
