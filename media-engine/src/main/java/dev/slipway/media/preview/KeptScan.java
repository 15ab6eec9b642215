package dev.slipway.media.preview;

import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;

/**
 * What a scan found in a film, so that a worker that takes over from a dead one need not read all of the file again.
 *
 * @param program that scanned it: another one may find something else
 * @param bytes of the file when it was scanned
 * @param modified when it was last changed, in milliseconds since 1970
 */
record KeptScan(String program, long bytes, long modified, SourceScan scan) {

    static SourceScan of(Path source, Path kept, ProgressListener listener, Cancellation cancellation)
            throws IOException {
        long bytes = Files.size(source);
        long modified = Files.getLastModifiedTime(source).toMillis();
        String program = thisProgram();
        if (Files.isRegularFile(kept)) {
            try {
                KeptScan before = Json.STRICT.readValue(Files.readAllBytes(kept), KeptScan.class);
                if (before.program().equals(program) && before.bytes() == bytes && before.modified() == modified) {
                    return before.scan();
                }
            } catch (JacksonException | IOException unusable) {
                // Whoever wrote it was killed, or was another program; it is made again.
            }
        }
        SourceScan scan = SourceScan.scan(source, Damage.ACCEPTED, listener, cancellation);
        try {
            Files.write(kept, Json.STRICT.writeValueAsBytes(new KeptScan(program, bytes, modified, scan)));
        } catch (IOException full) {
            // The next worker scans it again, which costs time and nothing else: half a file is none.
        }
        return scan;
    }

    /** FFmpeg's version and every jar that runs, by its length and age. */
    private static String thisProgram() throws IOException {
        MessageDigest digest = Sha256.digest();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            String stamp = Files.isRegularFile(jar) ? Files.size(jar) + " " + Files.getLastModifiedTime(jar) : "";
            digest.update((entry + "\n" + stamp + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return FfmpegBuild.version() + " " + HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
