package dev.slipway.desk.signer.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads messages of bounded length from whoever may write one without end, and keeps nothing of those it has read. For
 * one thread.
 */
public final class Messages {
    private final InputStream stream;
    /** There is always room for so much that the stream's own buffer is passed by. */
    private final byte[] buffer = new byte[Integer.BYTES + Message.MOST_BYTES + Message.PAST_BUFFERS];

    private int start;
    private int end;

    public Messages(InputStream stream) {
        this.stream = stream;
    }

    /** What came. */
    public sealed interface Heard {
        record Whole(Message message) implements Heard {}

        /** It was longer than any or made otherwise; it was read to its end and forgotten. */
        record Misshapen() implements Heard {}

        record EndOfStream() implements Heard {}
    }

    /** @throws IOException also when nobody can tell where the next message begins */
    public Heard next() throws IOException {
        if (!fill(Integer.BYTES)) {
            return new Heard.EndOfStream();
        }
        int length = ByteBuffer.wrap(buffer, start, Integer.BYTES).getInt();
        if (length < 0) {
            throw new IOException("no message has such a length");
        }
        forget(Integer.BYTES);
        if (length > Message.MOST_BYTES) {
            return skip(length) ? new Heard.Misshapen() : new Heard.EndOfStream();
        }
        if (!fill(length)) {
            return new Heard.EndOfStream();
        }
        Heard heard = parse(ByteBuffer.wrap(buffer, start, length).slice());
        forget(length);
        return heard;
    }

    private static Heard parse(ByteBuffer bytes) {
        List<Secret> secrets = new ArrayList<>();
        try {
            byte[] json = new byte[requireThere(bytes.getInt(), bytes)];
            bytes.get(json);
            int many = requireThere(bytes.getInt(), bytes);
            for (int i = 0; i < many; i++) {
                secrets.add(Secret.get(bytes));
            }
            return new Heard.Whole(new Message(json, List.copyOf(secrets)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            secrets.forEach(Secret::wipe);
            return new Heard.Misshapen();
        }
    }

    private static int requireThere(int length, ByteBuffer bytes) {
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("more is said to come than comes");
        }
        return length;
    }

    /** @return whether so many bytes are in the buffer; otherwise the stream has ended */
    private boolean fill(int bytes) throws IOException {
        while (end - start < bytes) {
            if (buffer.length - end < Message.PAST_BUFFERS) {
                moveToFront();
            }
            int came = stream.read(buffer, end, buffer.length - end);
            if (came < 0) {
                forget(end - start);
                return false;
            }
            end += came;
        }
        return true;
    }

    private void moveToFront() {
        int length = end - start;
        System.arraycopy(buffer, start, buffer, 0, length);
        Arrays.fill(buffer, length, end, (byte) 0);
        start = 0;
        end = length;
    }

    private boolean skip(int bytes) throws IOException {
        int left = bytes;
        while (left > 0) {
            if (!fill(1)) {
                return false;
            }
            int here = Math.min(left, end - start);
            forget(here);
            left -= here;
        }
        return true;
    }

    private void forget(int bytes) {
        Arrays.fill(buffer, start, start + bytes, (byte) 0);
        start += bytes;
        if (start == end) {
            start = 0;
            end = 0;
        }
    }
}
