package dev.slipway.media.mp4;

/** A child box: its four-character type and a cursor over its payload. */
record Box(String type, BoxBytes payload) {

    /** A type from a hostile file may hold anything; only letters, digits and blanks go into messages. */
    static String printable(String type) {
        return type.replaceAll("[^A-Za-z0-9 ]", "?");
    }

    BoxException unexpected() {
        return payload.failure("this box has no place here");
    }
}
