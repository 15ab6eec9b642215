package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.probe.source.SourceFile;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a container promises and its packets do not keep.
 *
 * @param pictures packets of the picture track that were found
 * @param promisedPictures by the container's table, 0 where it has none
 * @param share of the film that is missing, from 0 to 1: the largest of what pictures, length and bytes say
 */
record Shortfall(long pictures, long promisedPictures, double share, long unreadable) {
    /** Containers whose header is written when the file is complete, so that a shorter content means a cut. */
    private static final Set<String> HONEST_HEADERS = Set.of("matroska,webm", "avi", "flv", "asf");

    private static final long TOLERATED_MICROS = 2_000_000;
    private static final double WORTH_TELLING = 0.005;

    static Shortfall of(SourceFile file, Demuxer demuxer, PacketPass pass) {
        long promised = pass.promised();
        double share = Math.max(file.missingShare(), missingLength(demuxer, pass));
        if (promised - pass.packets() > 2) {
            share = Math.max(share, (double) (promised - pass.packets()) / promised);
        }
        return new Shortfall(pass.packets(), promised, share, pass.unreadable());
    }

    private static double missingLength(Demuxer demuxer, PacketPass pass) {
        long declared = demuxer.declaredMicros();
        long missing = declared - pass.times().durationMicros();
        boolean counts = HONEST_HEADERS.contains(demuxer.format())
                && declared != Timebase.NONE
                && missing > TOLERATED_MICROS
                && !hasOtherTracks(demuxer);
        return counts ? (double) missing / declared : 0;
    }

    /** Sound may well go on after the picture; the header speaks of both. */
    private static boolean hasOtherTracks(Demuxer demuxer) {
        return demuxer.tracks().size() > 1;
    }

    /** How many pictures the film should have. */
    long promised() {
        return Math.max(pictures, Math.max(promisedPictures, Math.round(pictures / Math.max(0.01, 1 - share))));
    }

    void requireTolerable(SourceFile file, Damage damage) {
        if (damage == Damage.REFUSED && LossRule.isTooMuch(share)) {
            throw new MediaException(
                    ProblemCode.TRUNCATED,
                    "Part of " + file.name() + " is missing: " + inWords()
                            + " Copy the file again from where it came, or insist with --accept-damage.");
        }
    }

    private String inWords() {
        return lacksPictures()
                ? "it promises " + promisedPictures + " pictures and holds " + pictures + "."
                : "about %.0f %% of what it promises is not there.".formatted(share * 100);
    }

    private boolean lacksPictures() {
        return promisedPictures > pictures;
    }

    List<SourceWarning> warnings() {
        List<SourceWarning> warnings = new ArrayList<>();
        if (share > WORTH_TELLING) {
            warnings.add(missing("Part of the file is missing: " + inWords()));
        }
        if (unreadable > 0) {
            warnings.add(new SourceWarning(
                    SourceWarning.DAMAGED,
                    "The file is damaged in " + unreadable + (unreadable == 1 ? " place" : " places")
                            + "; what cannot be shown is bridged by the picture before.",
                    String.valueOf(unreadable)));
        }
        return warnings;
    }

    private SourceWarning missing(String words) {
        return lacksPictures()
                ? new SourceWarning(SourceWarning.PICTURES_MISSING, words, pictures + " / " + promisedPictures)
                : new SourceWarning(
                        SourceWarning.PART_MISSING, words, String.format(Locale.ROOT, "%.0f %%", share * 100));
    }
}
