package dev.slipway.media.fuzz;

/**
 * What became of one damaged file.
 *
 * @param number of the file in its run
 * @param words a problem code where it was refused, {@code decoded} or {@code prepared} where it was not, or what else
 *     was thrown, which nothing should be
 */
record Verdict(int number, Kind kind, String words) {

    enum Kind {
        DECODED,
        PREPARED,
        REFUSED,
        /** Something was thrown that is no refusal; the engine's own catch turns it into one. */
        UNFORESEEN,
        CRASHED,
        STOOD_STILL,
        TOOK_TOO_MUCH_MEMORY
    }
}
