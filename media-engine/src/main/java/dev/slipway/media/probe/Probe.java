package dev.slipway.media.probe;

import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;

/** Tells what is in a file. */
public final class Probe {
    private Probe() {}

    /** @throws dev.slipway.media.run.MediaException when the file is not a video that can be published */
    public static MediaFacts probe(Path file) {
        return SourceScan.scan(file).facts();
    }
}
