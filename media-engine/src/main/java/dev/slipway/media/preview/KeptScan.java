package dev.slipway.media.preview;

import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/**
 * What a scan found in a film, so that a worker that takes over from a dead one need not read all of the file again.
 *
 * @param bytes of the file when it was scanned
 * @param modified when it was last changed, in milliseconds since 1970
 */
record KeptScan(long bytes, long modified, SourceScan scan) {

    static SourceScan of(Path source, Path kept, ProgressListener listener, Cancellation cancellation)
            throws IOException {
        long bytes = Files.size(source);
        long modified = Files.getLastModifiedTime(source).toMillis();
        if (Files.isRegularFile(kept)) {
            try {
                KeptScan before = Json.STRICT.readValue(Files.readAllBytes(kept), KeptScan.class);
                if (before.bytes() == bytes && before.modified() == modified) {
                    return before.scan();
                }
            } catch (JacksonException halfWritten) {
                // Whoever wrote it was killed; it is made again.
            }
        }
        SourceScan scan = SourceScan.scan(source, Damage.ACCEPTED, listener, cancellation);
        try {
            Files.write(kept, Json.STRICT.writeValueAsBytes(new KeptScan(bytes, modified, scan)));
        } catch (IOException full) {
            // The next worker scans it again, which costs time and nothing else.
            Files.deleteIfExists(kept);
        }
        return scan;
    }
}
