package dev.slipway.desk.doctor;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.media.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries each thing rather than asking for its version; nothing is installed or changed. */
public final class Doctor {
    private static final int JAVA = 25;
    /** Sealing a wallet takes 256 MiB in one piece. */
    private static final long ENOUGH_HEAP = 400L << 20;

    private static final long ENOUGH_DISK = 5_000_000_000L;

    private final VideoEngine engine;
    private final Path home;
    private final Path serverJar;
    private final SearchPath searchPath;
    private final CancelSignal cancel;

    public Doctor(VideoEngine engine, Path home, Path serverJar, SearchPath searchPath, CancelSignal cancel) {
        this.engine = engine;
        this.home = home;
        this.serverJar = serverJar;
        this.searchPath = searchPath;
        this.cancel = cancel;
    }

    /** Tells each finding as soon as it is made; the engine's takes some seconds. */
    public void examine(Consumer<Finding> listener) {
        listener.accept(java());
        listener.accept(heap());
        listener.accept(home());
        listener.accept(engine());
        listener.accept(sandbox());
        listener.accept(server());
        listener.accept(browser());
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String words = System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores";
        return version >= JAVA
                ? Finding.good("java", words)
                : Finding.bad("java", words + ": Slipway needs Java " + JAVA + " or newer");
    }

    private static Finding heap() {
        long most = Runtime.getRuntime().maxMemory();
        return most >= ENOUGH_HEAP
                ? Finding.good("heap", Quantities.bytes(most))
                : Finding.limited("heap", Quantities.bytes(most) + ": opening a wallet needs 400 MB, set -Xmx");
    }

    private Finding home() {
        try {
            DurableFile.createFolder(home);
            Path trial = Files.createTempFile(home, "doctor", ".tmp");
            Files.delete(trial);
            long free = Files.getFileStore(home).getUsableSpace();
            String words = home + ", " + Quantities.bytes(free) + " free";
            return free >= ENOUGH_DISK
                    ? Finding.good("home", words)
                    : Finding.limited("home", words + ": a long video may not fit");
        } catch (IOException e) {
            return Finding.bad("home", home + " cannot be written (" + e.getMessage() + "): set SLIPWAY_HOME");
        }
    }

    /** Makes and probes a real clip in the worker process: Java, natives, encoders and demuxers all have to work. */
    private Finding engine() {
        try {
            Path folder = Files.createTempDirectory("slipway-doctor");
            Path clip = folder.resolve("sample.mp4");
            try {
                engine.sample(clip, cancel);
                MediaFacts facts = engine.probe(clip, Damage.REFUSED, ProgressListener.silent(), cancel);
                return Finding.good(
                        "engine",
                        "the worker made and read a clip of " + Quantities.seconds(facts.durationMicros() / 1e6));
            } finally {
                Files.deleteIfExists(clip);
                Files.deleteIfExists(folder);
            }
        } catch (DeskException | IOException e) {
            return Finding.bad("engine", "FFmpeg's libraries do not work here: " + e.getMessage());
        }
    }

    private Finding sandbox() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Finding.limited("sandbox", "the server's check worker has limits, but bubblewrap is Linux only");
        }
        return searchPath
                .find("bwrap")
                .map(path ->
                        Finding.good("sandbox", "bubblewrap at " + path + "; the server's /health says if it works"))
                .orElseGet(() -> Finding.limited(
                        "sandbox", "no bubblewrap: a server checks files with limits only (apt install bubblewrap)"));
    }

    private Finding server() {
        return Files.isReadable(serverJar)
                ? Finding.good("server", serverJar.toString())
                : Finding.bad("server", "there is no " + serverJar + ": ./slipway builds it");
    }

    private Finding browser() {
        Optional<Path> found = List.of("chromium", "chromium-browser", "google-chrome", "firefox").stream()
                .flatMap(name -> searchPath.find(name).stream())
                .findFirst();
        return found.map(path -> Finding.good("browser", path.toString()))
                .orElseGet(() -> Finding.limited("browser", "none on the path: the browser tests are skipped"));
    }
}
