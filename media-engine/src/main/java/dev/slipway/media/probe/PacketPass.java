package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.probe.picture.PictureTimes;
import dev.slipway.media.probe.source.SourceRefusals;
import dev.slipway.media.timestamp.CountedTimes;
import dev.slipway.media.timestamp.Jump;
import dev.slipway.media.timestamp.PictureClock;
import dev.slipway.media.timestamp.PictureOrder;
import java.util.List;
import java.util.Set;

/** Counts the picture's packets and their times. */
final class PacketPass {
    private final Demuxer demuxer;
    private final Track picture;
    private final SourceRefusals refusals;
    private final PictureTimes times;
    private final PictureClock clock;
    private final CountedTimes counted;
    private final long promised;
    private final Activity activity = new Activity();
    private long packets;
    private long corrupt;
    private long withoutTime;

    PacketPass(Demuxer demuxer, Track picture, SourceRefusals refusals) {
        this.demuxer = demuxer;
        this.picture = picture;
        this.refusals = refusals;
        this.times = new PictureTimes(picture.timebase());
        this.clock = new PictureClock(picture.timebase());
        this.counted = new CountedTimes(picture.timebase(), picture.declaredRate());
        this.promised = picture.promisedPackets();
    }

    PictureTimes times() {
        return times;
    }

    Activity activity() {
        return activity;
    }

    List<Jump> jumps() {
        return clock.jumps();
    }

    /** AVI is known for leaving presentation times out; elsewhere a missing one is a slip that decoders bridge. */
    PictureOrder order() {
        boolean counts = demuxer.hasNoTimes() || demuxer.format().equals("avi") && withoutTime > 0;
        return counts ? PictureOrder.COUNTED : PictureOrder.TIMED;
    }

    long packets() {
        return packets;
    }

    /** By the container's table, 0 where it has none. */
    long promised() {
        return promised;
    }

    /** Places and packets that are damaged as far as the container can tell. */
    long unreadable() {
        return demuxer.senseless() + corrupt;
    }

    void read(ScanWatch watch) {
        demuxer.keepOnly(Set.of(picture.index()));
        try (Packet packet = new Packet()) {
            while (demuxer.read(packet)) {
                watch.at(demuxer.position());
                if (packet.track() == picture.index()) {
                    add(packet);
                }
            }
        }
    }

    void requirePictures() {
        if (packets == 0 || times.count() == 0) {
            throw refusals.empty();
        }
        if (packets == 1 && promised <= 1) {
            throw refusals.singlePicture();
        }
    }

    private void add(Packet packet) {
        packets++;
        if (packet.isCorrupt()) {
            corrupt++;
        }
        if (packet.isEncrypted()) {
            throw refusals.encrypted();
        }
        if (demuxer.mayJump()) {
            clock.correct(packet);
        }
        addTime(packet, time(packet));
    }

    private long time(Packet packet) {
        withoutTime += packet.pts() == Timebase.NONE ? 1 : 0;
        if (demuxer.hasNoTimes()) {
            return counted.of(packet);
        }
        return packet.pts() != Timebase.NONE ? packet.pts() : packet.dts();
    }

    private void addTime(Packet packet, long time) {
        if (packet.isDiscarded() || packet.size() == 0 || time == Timebase.NONE) {
            return;
        }
        if (!times.add(time, packet.duration())) {
            throw refusals.notAVideo("claims more pictures than a video of two days has");
        }
        if (!packet.isKey()) {
            activity.add(picture.timebase().toMicros(time - times.first()), packet.size());
        }
    }
}
