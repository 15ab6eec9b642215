package dev.slipway.media.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A program of the tests in a JVM of its own, which is killed on closing, as the kernel kills. */
public final class DoomedProcess implements AutoCloseable {
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;

    private DoomedProcess(Process process) {
        this.process = process;
    }

    public static DoomedProcess start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new DoomedProcess(new ProcessBuilder(command).inheritIO().start());
    }

    /** Fails where the program ends before. */
    public void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("still waiting for %s", what).isTrue();
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    public Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
