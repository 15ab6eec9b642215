package dev.slipway.desk.signer.protocol;

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
 * A password, a phrase or a key in characters that can be wiped; never prints itself. Copies that others make cannot be
 * wiped: Jackson's buffers, the text of JavaFX's fields, and the strings that web3j insists on. Those of the signer
 * process go with it; those of the window go when their memory is used again.
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
        if (length > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a secret has at most " + MOST_CHARACTERS + " characters");
        }
        return length;
    }

    static final class Writer extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeString(secret.characters, 0, secret.characters.length);
        }
    }

    static final class Reader extends ValueDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser json, DeserializationContext context) {
            int from = json.getStringOffset();
            int length = requireShort(json.getStringLength());
            return new Secret(Arrays.copyOfRange(json.getStringCharacters(), from, from + length));
        }
    }
}
