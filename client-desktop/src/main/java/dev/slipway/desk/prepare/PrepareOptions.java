package dev.slipway.desk.prepare;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose; what is null is the recipe's business.
 *
 * @param recipe by name, such as {@code web}
 * @param bitrate of the top rung in bits per second
 */
public record PrepareOptions(
        String recipe,
        Compatibility compatibility,
        @Nullable Long bitrate,
        int previewSeconds,
        String encoder) {
    public static final PrepareOptions DEFAULT = new PrepareOptions("web", Compatibility.H264_RUNG, null, 5, "auto");

    /** Whether players that know no VP9, such as Safari's, are served too. */
    public enum Compatibility {
        H264_RUNG,
        NONE
    }
}
