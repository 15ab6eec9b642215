package dev.slipway.media.check;

import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/**
 * Players switch between rungs at segment borders, so all rungs have to have the same ones. With the same number of
 * pictures in each segment, which the indexer found evenly spaced, all rungs show each picture at the same time.
 */
final class RungAlignment {
    private static final long TOLERANCE_MICROS = 2_000;
    private static final long SOUND_BEYOND_PICTURE_MICROS = 2_000_000;

    /** More than the last picture of a slow film lasts. */
    private static final long SAID_LENGTH_MICROS = 2_000_000;

    private RungAlignment() {}

    /** @param rungs VIDEO indexes by path */
    static void check(Map<String, TrackIndex> rungs) {
        Map.Entry<String, TrackIndex> first = rungs.entrySet().iterator().next();
        for (Map.Entry<String, TrackIndex> other : rungs.entrySet()) {
            if (!sameBorders(first.getValue(), other.getValue())) {
                throw new Refusal(
                        ProblemCode.MEDIA_DIFFERS,
                        other.getKey(),
                        other.getKey() + " is not cut at the same times as " + first.getKey()
                                + ", so players cannot switch between them. Prepare the video again.",
                        "segment borders differ");
            }
        }
    }

    /**
     * The film is no longer than the manifest says, within a tolerance of {@value #SAID_LENGTH_MICROS} µs: its price may be
     * reckoned by what is said. One that is shorter wrongs nobody but its author.
     */
    static void checkLength(long saidMicros, TrackIndex picture) {
        if (picture.durationMicros() > saidMicros + SAID_LENGTH_MICROS) {
            throw new Refusal(
                    ProblemCode.MEDIA_DIFFERS,
                    Manifest.FILE_NAME,
                    "The film is longer than its manifest says. Prepare the video again.",
                    picture.durationMicros() + " µs of picture, said to be " + saidMicros + " µs");
        }
    }

    /** Sound may end a little after the picture, but nothing may hide behind it. */
    static void checkSound(String path, TrackIndex sound, TrackIndex picture) {
        if (sound.durationMicros() > picture.durationMicros() + SOUND_BEYOND_PICTURE_MICROS) {
            throw new Refusal(
                    ProblemCode.MEDIA_DIFFERS,
                    path,
                    path + " goes on long after the picture has ended. Prepare the video again.",
                    sound.durationMicros() + " µs of sound, " + picture.durationMicros() + " µs of picture");
        }
    }

    private static boolean sameBorders(TrackIndex one, TrackIndex other) {
        List<Segment> ones = one.segments();
        List<Segment> others = other.segments();
        long beginning = one.micros(one.editOffsetTicks()) - other.micros(other.editOffsetTicks());
        if (ones.size() != others.size() || Math.abs(beginning) > TOLERANCE_MICROS) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            long start = one.micros(ones.get(i).startTicks())
                    - other.micros(others.get(i).startTicks());
            long end = one.micros(ones.get(i).endTicks())
                    - other.micros(others.get(i).endTicks());
            boolean sameNumber = ones.get(i).samples() == others.get(i).samples();
            if (!sameNumber || Math.abs(start) > TOLERANCE_MICROS || Math.abs(end) > TOLERANCE_MICROS) {
                return false;
            }
        }
        return true;
    }
}
