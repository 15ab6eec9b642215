package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Path;

/** One of the engine's ways to read what strangers send. */
interface Reading {

    /** @param words as in {@link Verdict} */
    record Answer(Kind kind, String words) {}

    /** @param number of the file in its run */
    Answer read(Path file, int number) throws IOException;
}
