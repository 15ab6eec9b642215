package dev.slipway.media.probe;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.probe.picture.PictureTimes;
import dev.slipway.media.probe.sound.SoundEnds;
import dev.slipway.media.probe.sound.SoundTracks;
import dev.slipway.media.probe.source.SourceRefusals;
import dev.slipway.media.timestamp.CountedTimes;
import dev.slipway.media.timestamp.Jump;
import dev.slipway.media.timestamp.PictureClock;
import dev.slipway.media.timestamp.PictureOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the picture's packets and their times. */
final class PacketPass {
    /** Beyond these a decoder's delay counts for little beside what is kept for all. */
    private static final int USUAL_THREADS = 16;

    private final Demuxer demuxer;
    private final Track picture;
    private final SourceRefusals refusals;
    private final PictureTimes times;
    private final PictureClock clock;
    private final CountedTimes counted;
    private final long promised;
    private final Map<Integer, Timebase> sounds;
    private final SoundEnds soundEnds = new SoundEnds();
    private final Activity activity = new Activity();
    private final RestartWindow restart = new RestartWindow(USUAL_THREADS, RestartWindow.MOST_BYTES);
    private long packets;
    private long corrupt;
    private long withoutTime;

    /** @param sounds the tracks that may be published */
    PacketPass(Demuxer demuxer, Track picture, SoundTracks sounds, SourceRefusals refusals) {
        this.demuxer = demuxer;
        this.picture = picture;
        this.refusals = refusals;
        this.times = new PictureTimes(picture.timebase());
        this.clock = new PictureClock(picture.timebase());
        this.counted = new CountedTimes(picture.timebase(), picture.declaredRate());
        this.promised = picture.promisedPackets();
        this.sounds = sounds.tracks().stream().collect(Collectors.toMap(Track::index, Track::timebase));
    }

    PictureTimes times() {
        return times;
    }

    /** How much must be kept at a time so that decoding can begin again before any damage. */
    long restartBytes() {
        return restart.peak();
    }

    Activity activity() {
        return activity;
    }

    /** The picture's and this track's ends; where a clock jumps, sound cannot be told to be longer. */
    LastPicture lastPicture(int soundTrack) {
        long film = times.durationMicros();
        long first = firstMicros();
        OptionalLong end = clock.jumps().isEmpty() ? soundEnds.micros(soundTrack, first + film) : OptionalLong.empty();
        return new LastPicture(film, end.isPresent() ? end.getAsLong() - first : film);
    }

    /** How long there is sound already when the first picture comes; 0 where the picture is first or a clock jumps. */
    long soundBeforeMicros() {
        long first = firstMicros();
        return clock.jumps().isEmpty()
                ? Math.max(0, first - soundEnds.beginMicros().orElse(first))
                : 0;
    }

    private long firstMicros() {
        return picture.timebase().toMicros(times.first());
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
        Set<Integer> kept = new HashSet<>(sounds.keySet());
        kept.add(picture.index());
        demuxer.keepOnly(kept);
        try (Packet packet = new Packet()) {
            while (demuxer.read(packet)) {
                watch.at(demuxer.position());
                Timebase sound = sounds.get(packet.track());
                if (packet.track() == picture.index()) {
                    add(packet);
                } else if (sound != null) {
                    soundEnds.add(packet, sound);
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
        if (packet.size() > 0) {
            restart.add(packet);
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
