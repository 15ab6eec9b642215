package dev.slipway.media.protect.survival;

import java.util.List;

/** What the figures do not prove, in words for the creator. */
final class Caveats {
    static final List<String> ALL = List.of(
            "No recogniser was asked. The figures say how much noise is in the files, not what any machine still sees.",
            "The noise is random and not made against one recogniser. One that was trained on noisy pictures, or trained"
                    + " anew on these, may not mind it at all.",
            "Who removes noise, shrinks the picture, averages over time or encodes it again weakens it further.",
            "The figures are of samples, of these files and of this encoder.",
            "Viewers differ: on a bright, large screen some may see it, most of all in even surfaces.");

    private Caveats() {}
}
