package dev.slipway.media.probe;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;

/** Tells what is in a file. */
public final class Probe {
    private Probe() {}

    /** @throws dev.slipway.media.run.MediaException when the file is not a video that can be published */
    public static MediaFacts probe(Path file) {
        return probe(file, Damage.REFUSED, ProgressListener.silent(), new Cancellation());
    }

    /**
     * @throws dev.slipway.media.run.MediaException when the file is not a video that can be published
     * @throws java.util.concurrent.CancellationException when it is cancelled
     */
    public static MediaFacts probe(Path file, Damage damage, ProgressListener listener, Cancellation cancellation) {
        return SourceScan.scan(file, damage, listener, cancellation).facts();
    }
}
