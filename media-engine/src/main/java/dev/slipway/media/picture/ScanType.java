package dev.slipway.media.picture;

import dev.slipway.model.media.SourceWarning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether each picture shows one moment, or two fields of alternating lines show two. */
public enum ScanType {
    PROGRESSIVE(null, null),
    /** The file calls them interlaced, but each shows one moment; left as they are. */
    PROGRESSIVE_MARKED_INTERLACED(
            null,
            new SourceWarning(
                    SourceWarning.MARKED_INTERLACED,
                    "The pictures are marked as interlaced but each of them is whole; they are left as they are.")),
    /** Film brought to television's rate by fields shown twice (3:2 pulldown); left as it is. */
    TELECINED(
            null,
            new SourceWarning(
                    SourceWarning.TELECINED,
                    "This is film that was stretched to television's rate (telecine); two in five pictures mix two moments,"
                            + " and they are left as they are. Remove the pulldown before, if you can.",
                    "telecine, 3:2")),
    /** Only pictures that are marked are woven of fields; the others stay untouched. */
    TOP_FIRST("bwdif=mode=send_frame:parity=tff:deint=interlaced", interlaced("TFF")),
    BOTTOM_FIRST("bwdif=mode=send_frame:parity=bff:deint=interlaced", interlaced("BFF")),
    /** Only the container's header knows; the decoder marks no picture. */
    TOP_FIRST_UNMARKED("bwdif=mode=send_frame:parity=tff:deint=all", interlaced("TFF")),
    BOTTOM_FIRST_UNMARKED("bwdif=mode=send_frame:parity=bff:deint=all", interlaced("BFF"));

    private final @Nullable String deinterlacer;
    private final @Nullable SourceWarning warning;

    ScanType(@Nullable String deinterlacer, @Nullable SourceWarning warning) {
        this.deinterlacer = deinterlacer;
        this.warning = warning;
    }

    /** FFmpeg's filter that makes one whole picture of each, at the rate of pictures and not of fields. */
    public Optional<String> deinterlacer() {
        return Optional.ofNullable(deinterlacer);
    }

    /** What a person should know about it. */
    public Optional<SourceWarning> warning() {
        return Optional.ofNullable(warning);
    }

    private static SourceWarning interlaced(String order) {
        return new SourceWarning(
                SourceWarning.INTERLACED,
                "The pictures are interlaced; the published video will show whole ones, at the same rate.",
                order);
    }
}
