package dev.slipway.desk.prepare;

import java.nio.file.Path;

/**
 * One file to prepare.
 *
 * @param folder where the finished files go
 */
public record PrepareJob(Path source, Path folder, PrepareOptions options, Beginning beginning) {

    /** What becomes of what a stopped run left in the folder. */
    public enum Beginning {
        AFRESH,
        /** Go on from it where it was made from the same source in the same way. */
        RESUMED,
        /** The same, but refuse where it is of another source or was made in another way. */
        RESUMED_OR_REFUSED
    }
}
