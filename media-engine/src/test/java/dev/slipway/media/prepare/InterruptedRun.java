package dev.slipway.media.prepare;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import java.nio.file.Path;
import java.time.Instant;

/** The program that {@link ResumeIT} kills: prepares a clip as slowly as the machine lets it. */
final class InterruptedRun {
    private InterruptedRun() {}

    /** @param arguments the clip and the output folder */
    public static void main(String[] arguments) {
        PrepareRequest request = new PrepareRequest(
                Path.of(arguments[0]), Path.of(arguments[1]), ResumeIT.WISHES, PrepareRequest.Beginning.AFRESH);
        new Preparer(() -> Instant.EPOCH, ResumeIT.THREADS)
                .prepare(request, ProgressListener.silent(), new Cancellation());
    }
}
