package dev.slipway.desk.testing;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A finished folder for a source that need not exist. */
record FinishedFolder(TinyEngine engine, PrepareJob job) {

    Prepared prepared() {
        try {
            Path source = Files.createTempFile("source", ".mp4");
            Files.write(source, new byte[400_000]);
            return engine.prepare(
                    new PrepareJob(source, job.folder(), job.options(), job.beginning()),
                    ProgressListener.silent(),
                    new CancelSignal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
