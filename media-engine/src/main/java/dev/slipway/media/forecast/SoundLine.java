package dev.slipway.media.forecast;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.media.AudioTrackFacts;
import java.util.List;
import java.util.Locale;

/** What a person reads of the sound before it is made: which of the tracks, and what is done to it. */
final class SoundLine {
    private SoundLine() {}

    static String of(SourceScan scan, Plan plan, SoundWishes wishes) {
        List<AudioTrackFacts> tracks = scan.facts().audioTracks();
        int chosen = scan.soundTracks().indexOf(scan.soundTrack().orElse(-1));
        if (plan.audios().isEmpty() || chosen < 0 || chosen >= tracks.size()) {
            return "  no sound";
        }
        return "  sound of " + track(tracks.get(chosen), tracks.size()) + level(wishes) + noise(plan);
    }

    private static String track(AudioTrackFacts track, int count) {
        return "track %d of %d (%s, %s%s)"
                .formatted(
                        track.index(),
                        count,
                        track.codec(),
                        AudioTrackFacts.channels(track.channels()),
                        track.language() == null ? "" : ", " + track.language());
    }

    private static String level(SoundWishes wishes) {
        Double target = wishes.loudness();
        return target == null ? ", as loud as it is" : String.format(Locale.ROOT, ", levelled to %.1f LUFS", target);
    }

    private static String noise(Plan plan) {
        Protection protection = plan.protection();
        if (protection == null || protection.audioLevel() == AudioLevel.NONE) {
            return "";
        }
        return ", protected at " + protection.audioLevel().text();
    }
}
