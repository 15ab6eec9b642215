package dev.slipway.model.media;

/**
 * What a creator should know of a file that can be published all the same.
 *
 * @param code stable, for programs; empty where an earlier build wrote the sentence alone
 * @param words one sentence
 * @param exact names and figures that need no translation, for who has words of their own for the code; may be empty
 */
public record SourceWarning(String code, String words, String exact) {
    /** There are fewer pictures than the file promises. */
    public static final String PICTURES_MISSING = "pictures-missing";

    /** By its length or its bytes a part is not there. */
    public static final String PART_MISSING = "part-missing";

    public static final String DAMAGED = "damaged";

    /** The header tells another length than the content has. */
    public static final String LENGTH_DIFFERS = "length-differs";

    /** Something is heard before there is a picture. */
    public static final String SOUND_FIRST = "sound-first";

    public static final String CLOCK_JUMPS = "clock-jumps";
    public static final String UNEVEN_RATE = "uneven-rate";

    /** More pictures a second than are published. */
    public static final String HIGH_RATE = "high-rate";

    public static final String HIGH_DYNAMIC_RANGE = "high-dynamic-range";
    public static final String INTERLACED = "interlaced";

    /** The pictures are called interlaced, and each shows one moment. */
    public static final String MARKED_INTERLACED = "marked-interlaced";

    public static final String TELECINED = "telecined";
    public static final String MIRRORED = "mirrored";
    public static final String TRANSPARENT = "transparent";

    /** There are several picture tracks, of which one is published. */
    public static final String SEVERAL_PICTURES = "several-pictures";

    /** Subtitles are pictures and no text. */
    public static final String PICTURE_SUBTITLES = "picture-subtitles";

    /** The content of tracks is in another file. */
    public static final String ELSEWHERE = "elsewhere";

    public static final String NO_SOUND = "no-sound";

    /** The last picture stays until the sound ends. */
    public static final String SOUND_GOES_ON = "sound-goes-on";

    /** The last picture stays as long as one may; the sound goes on after that. */
    public static final String SOUND_CUT_OFF = "sound-cut-off";

    public SourceWarning(String code, String words) {
        this(code, words, "");
    }

    /** A sentence of an earlier build, which had no codes. */
    static SourceWarning uncoded(String words) {
        return new SourceWarning("", words);
    }
}
