package dev.slipway.media.probe.sound;

import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackKind;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.AudioTrackFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sound tracks of a file that can be heard; the one marked as default is published, else the first. */
public record SoundTracks(List<Track> tracks) {
    /** Texts from files are shown to people; no honest title is longer. */
    private static final int MOST_CHARACTERS = 200;

    public static SoundTracks of(List<Track> all) {
        return new SoundTracks(all.stream().filter(SoundTracks::canBeHeard).toList());
    }

    private static boolean canBeHeard(Track track) {
        return track.kind() == TrackKind.SOUND
                && track.sampleRate() > 0
                && track.channels() > 0
                && !track.isEncrypted();
    }

    private Optional<Track> published() {
        return tracks.stream()
                .filter(Track::isDefault)
                .findFirst()
                .or(() -> tracks.stream().findFirst());
    }

    public OptionalInt publishedIndex() {
        return published().map(track -> OptionalInt.of(track.index())).orElse(OptionalInt.empty());
    }

    public List<Integer> indexes() {
        return tracks.stream().map(Track::index).toList();
    }

    @Nullable
    public AudioFacts publishedFacts() {
        return published()
                .map(track -> new AudioFacts(track.codecName(), track.channels(), track.sampleRate()))
                .orElse(null);
    }

    public List<AudioTrackFacts> facts() {
        return IntStream.range(0, tracks.size()).mapToObj(this::facts).toList();
    }

    private AudioTrackFacts facts(int position) {
        Track track = tracks.get(position);
        return new AudioTrackFacts(
                position + 1,
                track.codecName(),
                track.channels(),
                track.sampleRate(),
                track.language().map(SoundTracks::bounded).orElse(null),
                track.title().map(SoundTracks::bounded).orElse(null),
                track.isDefault());
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }
}
