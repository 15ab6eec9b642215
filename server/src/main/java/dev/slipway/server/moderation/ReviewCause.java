package dev.slipway.server.moderation;

/**
 * Why a person has to look at a publication.
 *
 * @param kind {@code text}, {@code picture}, {@code sound} or {@code protected}
 * @param detail a sentence for the moderator
 */
public record ReviewCause(String kind, String detail) {
    public static final String TEXT = "text";
    public static final String PICTURE = "picture";
    public static final String SOUND = "sound";
    public static final String PROTECTED = "protected";
}
