package dev.slipway.desk.signer.protocol;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A question or an answer on its way. Its secrets are beside the JSON and never in it: Jackson keeps the buffers that it
 * wrote and read with, and nobody could wipe those.
 *
 * <p>On the wire, all numbers of 32 bits with the high byte first: how many bytes follow; the length of the JSON and the
 * JSON in UTF-8; how many secrets there are; of each the number of characters, and these as UTF-16; zeros to the end.
 *
 * @param secrets the reader's to wipe
 */
public record Message(byte[] json, List<Secret> secrets) {
    /** That follow the first number. A keystore of control characters, each escaped, and two secrets fit. */
    public static final int MOST_BYTES = 128 * 1024;
    /** As much passes by the buffers of Java's streams, which keep what they have held. */
    static final int PAST_BUFFERS = 8 * 1024;

    /**
     * Writes and flushes it; the secrets stay as they are.
     *
     * @param content is written as JSON
     */
    public static void write(Object content, OutputStream to) throws IOException {
        Beside beside = new Beside(List.of());
        byte[] json = Json.STRICT.writer().withAttribute(Beside.class, beside).writeValueAsBytes(content);
        byte[] frame = frame(json, beside.secrets());
        try {
            to.write(frame);
            to.flush();
        } finally {
            Arrays.fill(frame, (byte) 0);
        }
    }

    private static byte[] frame(byte[] json, List<Secret> secrets) {
        int length = 3 * Integer.BYTES
                + json.length
                + secrets.stream().mapToInt(Secret::bytes).sum();
        byte[] frame = new byte[secrets.isEmpty() ? length : Math.max(length, PAST_BUFFERS)];
        ByteBuffer out = ByteBuffer.wrap(frame);
        out.putInt(frame.length - Integer.BYTES).putInt(json.length).put(json).putInt(secrets.size());
        secrets.forEach(secret -> secret.put(out));
        return frame;
    }

    /**
     * What it says. Where that cannot be understood, its secrets are wiped.
     *
     * @throws JacksonException or IllegalArgumentException, whose message could repeat what came
     */
    public <T> T as(Class<T> type) {
        Beside beside = new Beside(secrets);
        boolean understood = false;
        try {
            T content = Json.STRICT
                    .readerFor(type)
                    .withAttribute(Beside.class, beside)
                    .readValue(json);
            if (content == null || !beside.allTaken()) {
                throw new IllegalArgumentException("nothing is said, or a secret belongs to nothing");
            }
            understood = true;
            return content;
        } finally {
            if (!understood) {
                secrets.forEach(Secret::wipe);
            }
        }
    }
}
