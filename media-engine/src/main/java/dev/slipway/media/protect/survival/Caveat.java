package dev.slipway.media.protect.survival;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the figures do not prove. */
public enum Caveat {
    NO_RECOGNISER(
            "no-recogniser",
            "No recogniser was asked. The figures say how much noise is in the files, not what any machine still sees."),
    RANDOM_NOISE(
            "random-noise",
            "The noise is random and not made against one recogniser. One that was trained on noisy pictures, or trained"
                    + " anew on these, may not mind it at all."),
    FURTHER_LOSSES(
            "further-losses",
            "Who removes noise, shrinks the picture, averages over time or encodes it again weakens it further."),
    SAMPLES("samples", "The figures are of samples, of these files and of this encoder."),
    VIEWERS_DIFFER(
            "viewers-differ",
            "Viewers differ: on a bright, large screen some may see it, most of all in even surfaces.");

    private final String code;
    private final String words;

    Caveat(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Stable, for programs that have words of their own. */
    public String code() {
        return code;
    }

    /** Which one a report's sentence is; none where another Slipway wrote it. */
    public static Optional<Caveat> of(String words) {
        return Arrays.stream(values())
                .filter(caveat -> caveat.words.equals(words))
                .findFirst();
    }

    /** As reports have them. */
    public static List<String> sentences() {
        return Arrays.stream(values()).map(caveat -> caveat.words).toList();
    }
}
