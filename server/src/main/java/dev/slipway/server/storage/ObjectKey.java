package dev.slipway.server.storage;

import dev.slipway.model.publication.PublicationId;
import java.util.regex.Pattern;

/**
 * Where the bytes of one file are, for good: made by the store, 128 random bits under its publication, never derived
 * from a name that came from outside. The text form is {@code PUBLICATION/NAME}.
 */
public record ObjectKey(PublicationId publication, String name) {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.[a-z0-9]{1,8}");

    /** @throws IllegalArgumentException unless the name has the form that stores make */
    public ObjectKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a stored object");
        }
    }

    /** @throws IllegalArgumentException unless the text is the form that {@link #toString} gives */
    public static ObjectKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("expected PUBLICATION/NAME");
        }
        return new ObjectKey(PublicationId.parse(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return publication + "/" + name;
    }
}
