package dev.slipway.model.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found in a file, judged by its content and never by its name.
 *
 * @param durationMicros the film's length by the packets' own times, not by the header: the picture's, and as long as the
 *     published sound goes on after it, ten minutes at most
 * @param video the picture's track, or null where there is none
 * @param audio the sound that would be published, or null where there is none
 * @param audioTracks all sound tracks that can be chosen, in the file's order
 * @param warnings sentences for a person, empty when there is nothing to say
 * @param codedWarnings the same in the same order, for programs that have words of their own
 */
public record MediaFacts(
        String container,
        long bytes,
        long durationMicros,
        @Nullable VideoFacts video,
        @Nullable AudioFacts audio,
        List<AudioTrackFacts> audioTracks,
        List<SubtitleFacts> subtitles,
        List<String> warnings,
        List<SourceWarning> codedWarnings) {

    /** Earlier builds wrote the sentences alone; where there are codes, the sentences are theirs. */
    public MediaFacts {
        audioTracks = List.copyOf(audioTracks);
        subtitles = List.copyOf(subtitles);
        codedWarnings = isMissing(codedWarnings)
                ? warnings.stream().map(SourceWarning::uncoded).toList()
                : List.copyOf(codedWarnings);
        warnings = codedWarnings.stream().map(SourceWarning::words).toList();
    }

    public MediaFacts(
            String container,
            long bytes,
            long durationMicros,
            @Nullable VideoFacts video,
            @Nullable AudioFacts audio,
            List<AudioTrackFacts> audioTracks,
            List<SubtitleFacts> subtitles,
            List<SourceWarning> warnings) {
        this(container, bytes, durationMicros, video, audio, audioTracks, subtitles, List.of(), warnings);
    }

    /** The same with another of its sound tracks published, which may change how long it lasts. */
    public MediaFacts withAudio(AudioTrackFacts track, long lastsMicros, List<SourceWarning> newWarnings) {
        AudioFacts chosen = new AudioFacts(track.codec(), track.channels(), track.sampleRate());
        return new MediaFacts(container, bytes, lastsMicros, video, chosen, audioTracks, subtitles, newWarnings);
    }

    /** JSON may leave any member out, whatever the type says. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}
