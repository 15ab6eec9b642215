package dev.slipway.server.serving;

/** How one request for a file is answered. */
sealed interface FileAnswer {
    /** 200 with all of it. */
    record Whole() implements FileAnswer {}

    /** 206 with one part. */
    record Part(ByteRange.Part range) implements FileAnswer {}

    /** 304: the client has it. */
    record NotModified() implements FileAnswer {}

    /** 412: the client asked for another version. */
    record PreconditionFailed() implements FileAnswer {}

    /** 416: the range lies outside the file. */
    record RangeNotSatisfiable() implements FileAnswer {}
}
