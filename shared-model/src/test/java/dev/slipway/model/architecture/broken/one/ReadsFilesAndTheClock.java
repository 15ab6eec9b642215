package dev.slipway.model.architecture.broken.one;

import dev.slipway.model.architecture.broken.two.KnowsOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Breaks every rule on purpose, to show that the rules fire. */
public final class ReadsFilesAndTheClock {
    private ReadsFilesAndTheClock() {}

    public static String read(Path path) throws IOException {
        return Files.readString(path) + Instant.now() + KnowsOne.class.getName();
    }
}
