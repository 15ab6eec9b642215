package dev.slipway.model.media;

import org.jspecify.annotations.Nullable;

/**
 * One of a file's sound tracks.
 *
 * @param index its number among them, from 1, as a person names it
 * @param sampleRate in hertz
 * @param language the file's own tag, null where it has none
 * @param title the file's own text, null where it has none
 * @param isDefault whether the file marks it as the one to play unasked
 */
public record AudioTrackFacts(
        int index,
        String codec,
        int channels,
        int sampleRate,
        @Nullable String language,
        @Nullable String title,
        boolean isDefault) {

    /** For people: the number with its noun. */
    public static String channels(int count) {
        return count + (count == 1 ? " channel" : " channels");
    }
}
