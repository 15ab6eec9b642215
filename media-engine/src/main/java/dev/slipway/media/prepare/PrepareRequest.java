package dev.slipway.media.prepare;

import dev.slipway.media.device.Devices;
import dev.slipway.media.plan.PlanRequest;
import java.nio.file.Path;

/**
 * What to prepare and where.
 *
 * @param directory where the outputs go; created where it is missing
 * @param devices what may encode besides software
 */
public record PrepareRequest(Path source, Path directory, PlanRequest wishes, Beginning beginning, Devices devices) {

    /** All in software. */
    public PrepareRequest(Path source, Path directory, PlanRequest wishes, Beginning beginning) {
        this(source, directory, wishes, beginning, Devices.none());
    }

    public PrepareRequest withDevices(Devices wanted) {
        return new PrepareRequest(source, directory, wishes, beginning, wanted);
    }

    /** What becomes of work that an earlier run left unfinished. */
    public enum Beginning {
        /** Delete it and begin anew. */
        AFRESH,
        /** Go on with chunks that are finished and were made the same way; delete what was made another way. */
        RESUMED,
        /** The same, but refuse where it is of another film or of other wishes: hours may be in it. */
        RESUMED_OR_REFUSED
    }
}
