package dev.slipway.media.plan.wish;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the creator wants of the sound.
 *
 * @param track number (from 1) or language of the sound track to publish, or null for the file's own choice
 * @param loudness integrated loudness to level to, in LUFS (EBU R 128), or null to leave it as it is
 */
public record SoundWishes(@Nullable String track, @Nullable Double loudness) {
    public static final SoundWishes DEFAULT = new SoundWishes(null, null);

    private static final double QUIETEST = -31;
    private static final double LOUDEST = -9;
    private static final Pattern TRACK = Pattern.compile("[0-9]{1,3}|[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    public SoundWishes {
        if (track != null && !TRACK.matcher(track).matches()) {
            throw new IllegalArgumentException(
                    "a sound track is named by its number from 1 or by a language such as en");
        }
        if (loudness != null && !(loudness >= QUIETEST && loudness <= LOUDEST)) {
            throw new IllegalArgumentException("the loudness must lie between -31 and -9 LUFS, not " + loudness);
        }
    }

    public SoundWishes withTrack(@Nullable String wanted) {
        return new SoundWishes(wanted, loudness);
    }

    public SoundWishes withLoudness(@Nullable Double wanted) {
        return new SoundWishes(track, wanted);
    }
}
