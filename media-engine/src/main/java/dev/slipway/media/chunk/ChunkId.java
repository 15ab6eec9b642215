package dev.slipway.media.chunk;

/**
 * One chunk of one output.
 *
 * @param output the output's file name
 */
public record ChunkId(String output, int index) {

    public ChunkId {
        if (!output.matches("[a-z0-9][a-z0-9.-]{0,99}") || index < 0) {
            throw new IllegalArgumentException("\"" + output + "\" cannot name a chunk");
        }
    }

    String fileName() {
        return "%s.%06d.chunk".formatted(output, index);
    }
}
