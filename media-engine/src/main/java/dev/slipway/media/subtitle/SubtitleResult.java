package dev.slipway.media.subtitle;

import dev.slipway.media.plan.output.SubtitleOutput;

/** What became of one planned subtitle file. */
public sealed interface SubtitleResult {
    SubtitleOutput output();

    record Whole(SubtitleOutput output) implements SubtitleResult {}

    /** Ends before its track does, because nobody could read so much. */
    record Cut(SubtitleOutput output) implements SubtitleResult {}

    /** Cannot be published; what lies in its place, if anything, does not count. */
    record Lost(SubtitleOutput output, String reason) implements SubtitleResult {}
}
