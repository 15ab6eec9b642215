package dev.slipway.desk.signer.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A password, a phrase or a key in characters that can be wiped; never prints itself. On its way between the window and
 * the signer it is beside the {@link Message}'s JSON, in buffers that are wiped. Copies that others make cannot be: the
 * text of JavaFX's fields and of the words on the screen, which nothing holds once they are gone from it; the strings that
 * web3j insists on, which are the signer's and end with it; and what the system copies while it is written and read.
 */
@JsonSerialize(using = Secret.Writer.class)
@JsonDeserialize(using = Secret.Reader.class)
public final class Secret {
    /** More than any phrase or key has. */
    public static final int MOST_CHARACTERS = 4096;

    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** @throws IllegalArgumentException when it is longer than {@link #MOST_CHARACTERS} */
    public static Secret of(CharSequence text) {
        char[] copy = new char[requireShort(text.length())];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return new Secret(copy);
    }

    /**
     * As {@link #put} wrote it.
     *
     * @throws IllegalArgumentException when it is longer than {@link #MOST_CHARACTERS}
     * @throws java.nio.BufferUnderflowException when it ends too early
     */
    static Secret get(ByteBuffer from) {
        char[] characters = new char[requireShort(from.getInt())];
        from.asCharBuffer().get(characters);
        from.position(from.position() + Character.BYTES * characters.length);
        return new Secret(characters);
    }

    /** Its length, and its characters as UTF-16. */
    void put(ByteBuffer to) {
        to.putInt(characters.length);
        for (char character : characters) {
            to.putChar(character);
        }
    }

    /** How many bytes {@link #put} writes. */
    int bytes() {
        return Integer.BYTES + Character.BYTES * characters.length;
    }

    /** Its text, for libraries that take nothing else. */
    public String reveal() {
        return new String(characters);
    }

    /** Whatever it was is now zeroes. */
    public void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }

    private static int requireShort(int length) {
        if (length < 0 || length > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a secret has at most " + MOST_CHARACTERS + " characters");
        }
        return length;
    }

    /** Only its place is in the JSON; JSON that is no {@link Message}'s cannot have one. */
    static final class Writer extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            if (context.getAttribute(Beside.class) instanceof Beside beside) {
                json.writeNumber(beside.add(secret));
            } else {
                context.reportMappingProblem("a secret is no part of JSON");
            }
        }
    }

    static final class Reader extends ValueDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser json, DeserializationContext context) {
            int place = json.getIntValue();
            if (context.getAttribute(Beside.class) instanceof Beside beside) {
                return beside.take(place);
            }
            return context.reportInputMismatch(Secret.class, "a secret is no part of JSON");
        }
    }
}
