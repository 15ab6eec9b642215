package dev.slipway.media.subtitle;

import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.run.Notice;
import java.util.Optional;

/** What became of one planned subtitle file. */
public sealed interface SubtitleResult {
    SubtitleOutput output();

    /** Whether the file is published. */
    default boolean isPublished() {
        return true;
    }

    /** What a person should know of it. */
    default Optional<Notice> notice() {
        return Optional.empty();
    }

    record Whole(SubtitleOutput output) implements SubtitleResult {}

    /** Ends before its track does, because nobody could read so much. */
    record Cut(SubtitleOutput output) implements SubtitleResult {
        @Override
        public Optional<Notice> notice() {
            return Optional.of(new Notice(
                    Notice.SUBTITLES_CUT,
                    output.path() + " ends early: its track has more words than a film can have.",
                    output.path()));
        }
    }

    /** Cannot be published; what lies in its place, if anything, does not count. The film goes on without. */
    record Lost(SubtitleOutput output, String reason) implements SubtitleResult {
        @Override
        public boolean isPublished() {
            return false;
        }

        @Override
        public Optional<Notice> notice() {
            return Optional.of(new Notice(
                    Notice.SUBTITLES_LOST,
                    output.path() + " is left out, and the film has no such subtitles: " + reason + ".",
                    output.path()));
        }
    }
}
