package dev.slipway.media.run;

/**
 * Something a person should know about a job that goes on.
 *
 * @param code stable, for programs
 * @param words one sentence
 * @param exact names and figures that need no translation, for who has words of their own for the code; may be empty
 */
public record Notice(String code, String words, String exact) {
    /** What {@code probe} warns of: something of the source that is left out, mapped or missing. */
    public static final String SOURCE = "source";

    public static final String SOURCE_DAMAGED = "source-damaged";
    /** An earlier run left finished work, and this one goes on from there. */
    public static final String RESUMED = "resumed";

    /** An earlier run left unfinished work that this one has no use for. */
    public static final String DISCARDED = "discarded";

    /** The output folder holds a finished film, which this run's takes the place of. */
    public static final String REPLACES = "replaces";

    public static final String DEVICE_LOST = "device-lost";

    /** An output costs more than its cap over some 10 s, and could not be made for less. */
    public static final String CAP_PASSED = "cap-passed";

    /** The finished film looks worse than its samples promised. */
    public static final String QUALITY_MISSED = "quality-missed";

    /** A film could not be brought to the loudness that was asked for. */
    public static final String LOUDNESS_MISSED = "loudness-missed";

    /** A track has more subtitles than are published. */
    public static final String SUBTITLES_CUT = "subtitles-cut";

    /** A track could not be made into subtitles; the film is published without them. */
    public static final String SUBTITLES_LOST = "subtitles-lost";

    public Notice(String code, String words) {
        this(code, words, "");
    }
}
