package dev.slipway.server.sound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's program says of one file.
 *
 * @param reason one line for the author and the moderators, at most {@link #MOST_CHARACTERS}; needed unless it passes
 */
record SoundAnswer(Verdict verdict, @Nullable String reason) {
    static final int MOST_CHARACTERS = 300;

    enum Verdict {
        @JsonProperty("pass")
        PASS,
        @JsonProperty("review")
        REVIEW,
        @JsonProperty("refuse")
        REFUSE
    }

    SoundAnswer {
        if (verdict == null) {
            throw new IllegalArgumentException("there is no verdict");
        }
        if (verdict == Verdict.PASS) {
            reason = null;
        } else if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("there is no reason");
        } else if (reason.length() > MOST_CHARACTERS || reason.codePoints().anyMatch(SoundAnswer::isUnseen)) {
            throw new IllegalArgumentException(
                    "the reason is no single line of at most " + MOST_CHARACTERS + " characters");
        }
    }

    /** Control characters end lines, format characters turn their direction. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }

    /** A person has to listen. */
    static SoundAnswer doubt(String reason) {
        return new SoundAnswer(Verdict.REVIEW, reason);
    }
}
