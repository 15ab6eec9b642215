package dev.slipway.media.picture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether each picture shows one moment, or two fields of alternating lines show two. */
public enum ScanType {
    PROGRESSIVE(null, null),
    /** The file calls them interlaced, but each shows one moment; left as they are. */
    PROGRESSIVE_MARKED_INTERLACED(
            null, "The pictures are marked as interlaced but each of them is whole; they are left as they are."),
    /** Film brought to television's rate by fields shown twice (3:2 pulldown); left as it is. */
    TELECINED(
            null,
            "This is film that was stretched to television's rate (telecine); two in five pictures mix two moments, and"
                    + " they are left as they are. Remove the pulldown before, if you can."),
    /** Only pictures that are marked are woven of fields; the others stay untouched. */
    TOP_FIRST("bwdif=mode=send_frame:parity=tff:deint=interlaced", Words.INTERLACED),
    BOTTOM_FIRST("bwdif=mode=send_frame:parity=bff:deint=interlaced", Words.INTERLACED),
    /** Only the container's header knows; the decoder marks no picture. */
    TOP_FIRST_UNMARKED("bwdif=mode=send_frame:parity=tff:deint=all", Words.INTERLACED),
    BOTTOM_FIRST_UNMARKED("bwdif=mode=send_frame:parity=bff:deint=all", Words.INTERLACED);

    private final @Nullable String deinterlacer;
    private final @Nullable String warning;

    ScanType(@Nullable String deinterlacer, @Nullable String warning) {
        this.deinterlacer = deinterlacer;
        this.warning = warning;
    }

    /** FFmpeg's filter that makes one whole picture of each, at the rate of pictures and not of fields. */
    public Optional<String> deinterlacer() {
        return Optional.ofNullable(deinterlacer);
    }

    /** What a person should know about it. */
    public Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    private static final class Words {
        private static final String INTERLACED =
                "The pictures are interlaced; the published video will show whole ones, at the same rate.";
    }
}
