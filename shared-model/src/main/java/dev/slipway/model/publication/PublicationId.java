package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.model.ethereum.Bytes32;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** A random (version 4) UUID in its canonical lower-case text form; unguessable, so it may stand in a link. */
public record PublicationId(UUID uuid) {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException unless the text is exactly the canonical form */
    @JsonCreator
    public static PublicationId parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected a publication id such as " + "01234567-89ab-4def-8123-456789abcdef");
        }
        return new PublicationId(UUID.fromString(text));
    }

    /** The 16 bytes of the id, then 16 zero bytes: its form in EIP-712 messages. */
    public Bytes32 bytes32() {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return Bytes32.of(buffer.array());
    }

    @Override
    @JsonValue
    public String toString() {
        return uuid.toString();
    }
}
