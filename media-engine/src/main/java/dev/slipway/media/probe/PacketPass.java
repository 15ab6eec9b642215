package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Demuxer;
import dev.slipway.media.ffmpeg.Packet;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.Track;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Set;

/** Counts the picture's packets and their times. */
final class PacketPass {
    /** Containers whose header is written when the file is complete, so that a shorter content means a cut. */
    private static final Set<String> HONEST_HEADERS = Set.of("matroska,webm", "avi", "flv", "asf");

    /** Beyond it sums of times could overflow; no clock that files use gets there. */
    private static final long LARGEST_TIME = 1L << 60;

    private static final double TOLERATED_SHARE = 0.05;
    private static final long TOLERATED_MICROS = 2_000_000;

    private final Demuxer demuxer;
    private final Track picture;
    private final PictureTimes times;
    private final Activity activity = new Activity();
    private long packets;
    private boolean cutOff;

    PacketPass(Demuxer demuxer, Track picture) {
        this.demuxer = demuxer;
        this.picture = picture;
        this.times = new PictureTimes(picture.timebase());
    }

    PictureTimes times() {
        return times;
    }

    Activity activity() {
        return activity;
    }

    long declaredMicros() {
        return demuxer.declaredMicros();
    }

    void read() {
        demuxer.keepOnly(Set.of(picture.index()));
        try (Packet packet = new Packet()) {
            while (demuxer.read(packet)) {
                if (packet.track() == picture.index()) {
                    add(packet);
                }
            }
        }
    }

    private void add(Packet packet) {
        packets++;
        cutOff = packet.isCorrupt();
        long time = packet.pts() != Timebase.NONE ? packet.pts() : packet.dts();
        if (packet.isDiscarded() || time == Timebase.NONE || Math.abs(time) > LARGEST_TIME) {
            return;
        }
        if (!times.add(time, packet.duration())) {
            throw new MediaException(
                    ProblemCode.NOT_A_VIDEO, "The file claims more pictures than a video of two days has.");
        }
        if (!packet.isKey()) {
            activity.add(picture.timebase().toMicros(time - times.first()), packet.size());
        }
    }

    void requireWhole(Path file) {
        if (packets == 0 || times.count() == 0) {
            throw new MediaException(
                    ProblemCode.TRUNCATED, file.getFileName() + " begins like a video, but no picture is left in it.");
        }
        if (packets == 1) {
            throw new MediaException(
                    ProblemCode.STILL_PICTURE, file.getFileName() + " holds a single picture. Choose a video.");
        }
        long promised = picture.promisedPackets();
        if (cutOff || promised - packets > Math.max(2, promised * TOLERATED_SHARE) || isShorterThanHeader()) {
            throw new MediaException(
                    ProblemCode.TRUNCATED,
                    "Part of " + file.getFileName() + " is missing: " + describeLoss(promised)
                            + " Copy the file again from where it came.");
        }
    }

    private String describeLoss(long promised) {
        return promised > packets
                ? "it promises " + promised + " pictures and holds " + packets + "."
                : "it ends in the middle.";
    }

    private boolean isShorterThanHeader() {
        long declared = declaredMicros();
        long found = times.durationMicros();
        return HONEST_HEADERS.contains(demuxer.format())
                && declared != Timebase.NONE
                && declared - found > Math.max(TOLERATED_MICROS, declared * TOLERATED_SHARE)
                && !hasOtherTracks();
    }

    /** Sound may well go on after the picture; the header speaks of both. */
    private boolean hasOtherTracks() {
        return demuxer.tracks().size() > 1;
    }
}
