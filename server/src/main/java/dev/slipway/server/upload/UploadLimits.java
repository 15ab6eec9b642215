package dev.slipway.server.upload;

import dev.slipway.model.manifest.ManifestRules;
import java.time.Duration;

/**
 * What uploads may use.
 *
 * @param largest bytes of one file (Tus-Max-Size)
 * @param unfinishedPerPublication uploads of one publication that are not whole
 * @param unfinishedInAll the same over all publications
 * @param writers connections that send bytes to this server at the same moment; each holds up to {@code piece} of memory
 * @param writersPerPublication the same for the files of one publication, so that nobody can take all for one price
 * @param piece bytes that are made durable together
 * @param pieceTime a slow connection's bytes are made durable at least this often
 * @param lease how long a silent connection keeps others from the same upload
 * @param idle an upload of a publication that is no longer alive is deleted after this much silence
 */
public record UploadLimits(
        long largest,
        int unfinishedPerPublication,
        int unfinishedInAll,
        int writers,
        int writersPerPublication,
        int piece,
        Duration pieceTime,
        Duration lease,
        Duration idle) {

    static final UploadLimits DEFAULT = new UploadLimits(
            ManifestRules.MAX_ARTIFACT_BYTES,
            ManifestRules.MAX_ARTIFACTS,
            2_000,
            48,
            4,
            4 << 20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofHours(48));
}
