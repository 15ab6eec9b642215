package dev.slipway.media.fuzz;

/**
 * What became of one damaged file.
 *
 * @param number of the file in its run
 * @param words a problem code where it was refused, {@code decoded}, {@code prepared} or {@code accepted} where
 *     it was not, or what else was thrown, which nothing should be
 * @param cpuMillis processor time of the process that read it
 * @param peakBytes the most real memory that process ever had, so far
 */
record Verdict(int number, Kind kind, String words, long cpuMillis, long peakBytes) {

    enum Kind {
        DECODED("decoded"),
        PREPARED("prepared"),
        /** By the check of a publication. */
        ACCEPTED("accepted"),
        REFUSED("refused"),
        /** Something was thrown that is no refusal; the engine's own catch turns it into one. */
        UNFORESEEN("unforeseen"),
        CRASHED("crashes"),
        STOOD_STILL("hangs"),
        TOOK_TOO_MUCH_MEMORY("memory");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** Of a column. */
        String heading() {
            return heading;
        }
    }
}
