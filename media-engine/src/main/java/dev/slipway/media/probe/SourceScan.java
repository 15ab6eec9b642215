package dev.slipway.media.probe;

import dev.slipway.media.probe.picture.PictureTraits;
import dev.slipway.media.probe.sound.SoundChoice;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.media.AudioTrackFacts;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.SourceWarning;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a source and what the encoder needs beyond them.
 *
 * @param pictureTrack index of the track that is published
 * @param soundTrack index of the sound that is published, empty for a silent film
 * @param soundTracks indexes of the tracks that {@link MediaFacts#audioTracks()} lists, in the same order
 * @param lastPictures how long the last picture stays for each of them, in the same order
 * @param subtitleTracks indexes of the tracks that {@link MediaFacts#subtitles()} lists, in the same order
 * @param originMicros when the first picture is shown, on the file's own clock: 0 of everything we make
 */
public record SourceScan(
        MediaFacts facts,
        int pictureTrack,
        OptionalInt soundTrack,
        List<Integer> soundTracks,
        List<LastPicture> lastPictures,
        List<Integer> subtitleTracks,
        long originMicros,
        Activity activity,
        PictureTraits traits) {

    public SourceScan {
        soundTracks = List.copyOf(soundTracks);
        lastPictures = List.copyOf(lastPictures);
        subtitleTracks = List.copyOf(subtitleTracks);
    }

    /** @throws dev.slipway.media.run.MediaException when the file is not a video that can be published */
    public static SourceScan scan(Path file) {
        return scan(file, Damage.REFUSED, ProgressListener.silent(), new Cancellation());
    }

    /**
     * @param listener told how far into the file reading has come
     * @throws dev.slipway.media.run.MediaException when the file is not a video that can be published
     * @throws java.util.concurrent.CancellationException when it is cancelled
     */
    public static SourceScan scan(Path file, Damage damage, ProgressListener listener, Cancellation cancellation) {
        return new Scanner(file, damage, listener, cancellation).scan();
    }

    /**
     * The same with another sound published.
     *
     * @param wanted number or language of a sound track, or null to leave it as it is
     * @throws dev.slipway.media.run.MediaException that names what there is, when there is no such track
     */
    public SourceScan withSound(@Nullable String wanted) {
        if (wanted == null) {
            return this;
        }
        AudioTrackFacts chosen = SoundChoice.choose(facts.audioTracks(), wanted);
        int index = soundTracks.get(chosen.index() - 1);
        LastPicture last = lastPictures.get(chosen.index() - 1);
        return new SourceScan(
                facts.withAudio(chosen, last.filmMicros(), warnings(last)),
                pictureTrack,
                OptionalInt.of(index),
                soundTracks,
                lastPictures,
                subtitleTracks,
                originMicros,
                activity,
                traits);
    }

    /** Those of the file, and what there is to say of the chosen sound's end instead of another's. */
    private List<SourceWarning> warnings(LastPicture chosen) {
        List<SourceWarning> others =
                lastPictures.stream().flatMap(last -> last.warning().stream()).toList();
        return Stream.concat(
                        facts.codedWarnings().stream().filter(warning -> !others.contains(warning)),
                        chosen.warning().stream())
                .toList();
    }
}
