package dev.slipway.media.fuzz;

/** What is done to a whole file. */
enum Injury {
    HEADER_BYTES("bytes of the header or the index changed"),
    BODY_BYTES("bytes anywhere changed"),
    TELLING_NUMBER("a number set to 0, -1, the largest or the like"),
    CUT_OFF("cut off"),
    PIECE_TAKEN_OUT("a piece taken out"),
    PIECE_DOUBLED("a piece doubled"),
    TAIL_GRAFTED("the tail of another file grafted on"),
    LENGTH_FIELD("a length or count of the container changed");

    private final String words;

    Injury(String words) {
        this.words = words;
    }

    /** As a table says it. */
    @Override
    public String toString() {
        return words;
    }
}
