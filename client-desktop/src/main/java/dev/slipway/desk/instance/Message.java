package dev.slipway.desk.instance;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a second start has to say: come to the front and, where there are any, open these files.
 *
 * @param files absolute
 */
record Message(List<Path> files) {
    /** Thousands of paths. */
    private static final int MOST_BYTES = 1 << 20;

    Message {
        files = files.stream().map(Path::toAbsolutePath).toList();
    }

    void write(SocketChannel connection) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(
                Json.STRICT.writeValueAsBytes(files.stream().map(Path::toString).toList()));
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }

    /** Empty for what is no message. */
    static Optional<Message> read(SocketChannel connection) throws IOException {
        try (InputStream in = Channels.newInputStream(connection)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            List<Path> paths = Arrays.stream(Json.STRICT.readValue(bytes, String[].class))
                    .map(Path::of)
                    .toList();
            return Optional.of(new Message(paths));
        } catch (JacksonException | InvalidPathException e) {
            // Not ours: whoever may enter the folder is the user, and may be mistaken.
            return Optional.empty();
        }
    }
}
