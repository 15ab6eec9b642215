package dev.slipway.model.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found in a file, judged by its content and never by its name.
 *
 * @param durationMicros the picture's length by the packets' own times, not by the header
 * @param video the picture's track, or null where there is none
 * @param audio the sound that would be published, or null where there is none
 * @param warnings sentences for a person, empty when there is nothing to say
 */
public record MediaFacts(
        String container,
        long bytes,
        long durationMicros,
        @Nullable VideoFacts video,
        @Nullable AudioFacts audio,
        List<SubtitleFacts> subtitles,
        List<String> warnings) {

    public MediaFacts {
        subtitles = List.copyOf(subtitles);
        warnings = List.copyOf(warnings);
    }
}
