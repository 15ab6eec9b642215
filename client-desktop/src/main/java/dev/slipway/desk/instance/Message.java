package dev.slipway.desk.instance;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What a second start has to say: come to the front and, where there are any, open these files.
 *
 * @param files absolute
 */
record Message(List<Path> files) {
    /** Thousands of paths. */
    private static final int MOST_BYTES = 1 << 20;

    private static final byte[] TAKEN = {'+'};
    private static final Logger LOG = LoggerFactory.getLogger(Message.class);

    Message {
        files = files.stream().map(Path::toAbsolutePath).toList();
    }

    byte[] bytes() {
        return Json.STRICT.writeValueAsBytes(files.stream().map(Path::toString).toList());
    }

    /** Takes a message and answers with a byte that it is taken; empty for what is no message. */
    static Optional<Message> read(SocketChannel connection) throws IOException {
        byte[] bytes = Channels.newInputStream(connection).readNBytes(MOST_BYTES);
        try {
            List<Path> paths = Arrays.stream(Json.STRICT.readValue(bytes, String[].class))
                    .map(Path::of)
                    .toList();
            acknowledge(connection);
            return Optional.of(new Message(paths));
        } catch (JacksonException | InvalidPathException e) {
            // Not ours: whoever may enter the folder is the user, and may be mistaken.
            return Optional.empty();
        }
    }

    private static void acknowledge(SocketChannel connection) {
        try {
            connection.write(ByteBuffer.wrap(TAKEN));
        } catch (IOException e) {
            LOG.debug("A second start did not wait for its answer: {}", e.getMessage());
        }
    }
}
