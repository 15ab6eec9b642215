package dev.slipway.media.encode.source;

import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.timestamp.CountedTimes;
import dev.slipway.media.timestamp.FollowingClock;
import dev.slipway.media.timestamp.PictureClock;
import dev.slipway.media.timestamp.PictureOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Demuxes and decodes the source once, and gives pictures to the pacer and sound to every sound stage. */
public final class SourceReader implements AutoCloseable {
    /** Sound and picture may lie so far apart in a file; after that the rest is not waited for. */
    private static final long INTERLEAVING_MICROS = 10_000_000;

    /** How long before the wanted picture reading begins, so that an open group of pictures is decoded whole. */
    private static final long SEEK_MARGIN_MICROS = 5_000_000;

    private final Demuxer demuxer;
    private final Plan plan;
    private final @Nullable Track pictureTrack;
    private final @Nullable Track soundTrack;
    private final @Nullable PictureDecoder pictures;
    private final @Nullable Decoder sounds;
    private final @Nullable PictureClock pictureClock;
    private final @Nullable FollowingClock soundClock;
    private final @Nullable CountedTimes counted;
    private final SourceScan scan;
    private final PictureLosses losses;
    private final @Nullable SourceEnd end;
    private long lastPicture;

    public SourceReader(
            Path file,
            Plan plan,
            SourceScan scan,
            OptionalInt pictureIndex,
            OptionalInt soundIndex,
            PictureLosses losses,
            PictureDecoder.Factory decoders) {
        this.plan = plan;
        this.scan = scan;
        this.losses = losses;
        this.lastPicture = -plan.timeline().microsAt(1);
        demuxer = Demuxer.open(file, SourceFormats.ALLOWED);
        List<Track> tracks = demuxer.tracks();
        pictureTrack = pictureIndex.isPresent() ? tracks.get(pictureIndex.getAsInt()) : null;
        soundTrack = soundIndex.isPresent() ? tracks.get(soundIndex.getAsInt()) : null;
        sounds = soundTrack == null ? null : Decoder.open(soundTrack, 1);
        Set<Integer> wanted = new HashSet<>();
        pictureIndex.ifPresent(wanted::add);
        soundIndex.ifPresent(wanted::add);
        demuxer.keepOnly(wanted);
        boolean jumps = !scan.traits().jumps().isEmpty();
        pictureClock = jumps && pictureTrack != null ? new PictureClock(pictureTrack.timebase()) : null;
        counted = scan.traits().order() == PictureOrder.COUNTED && pictureTrack != null
                ? new CountedTimes(pictureTrack.timebase(), pictureTrack.declaredRate())
                : null;
        end = pictureTrack == null ? null : new SourceEnd(file, scan, pictureTrack.timebase());
        pictures = pictureTrack == null ? null : chosen(decoders).open(pictureTrack, plan.threads());
        soundClock = jumps && soundTrack != null
                ? new FollowingClock(soundTrack.timebase(), scan.traits().jumps())
                : null;
    }

    /** Where times are counted from packet to picture, a device's failure could not be made good. */
    private PictureDecoder.Factory chosen(PictureDecoder.Factory decoders) {
        return counted == null ? decoders : Decoder::open;
    }

    /** A reader of pictures alone that stands well before a time on the time line, if need be at the file's beginning. */
    public static SourceReader openBefore(
            Path file, Plan plan, SourceScan scan, PictureLosses losses, PictureDecoder.Factory decoders, long micros) {
        OptionalInt picture = OptionalInt.of(scan.pictureTrack());
        SourceReader reader = new SourceReader(file, plan, scan, picture, OptionalInt.empty(), losses, decoders);
        if (reader.seekBefore(micros)) {
            return reader;
        }
        reader.close();
        return new SourceReader(file, plan, scan, picture, OptionalInt.empty(), losses, decoders);
    }

    /**
     * Goes to a key frame well before a time on the time line.
     *
     * @return false when the file cannot do that; the reader must then be opened anew and read from the beginning
     */
    private boolean seekBefore(long micros) {
        if (pictureTrack == null || pictureClock != null || counted != null) {
            return false;
        }
        long target = Math.max(0, micros - SEEK_MARGIN_MICROS) + plan.originMicros();
        long time = pictureTrack.timebase().fromMicros(target);
        try (Packet packet = new Packet()) {
            demuxer.seek(pictureTrack, time);
            boolean found = demuxer.read(packet);
            while (found && packet.track() != pictureTrack.index()) {
                found = demuxer.read(packet);
            }
            boolean early = found && packet.isKey() && packet.pts() != Timebase.NONE && packet.pts() <= time;
            demuxer.seek(pictureTrack, time);
            return early;
        }
    }

    /** Reads until pacer and sound have all they want, or to the file's end. */
    public void read(
            @Nullable FramePacer pacer, List<FrameQueue> soundQueues, Runnable tick, Cancellation cancellation) {
        PictureSink sink = pacer == null ? null : new PictureSink(pacer);
        try (Packet packet = new Packet();
                PictureSink closing = sink) {
            boolean more = true;
            while (more && isRead(packet)) {
                cancellation.throwIfCancelled();
                more = handle(packet, closing, soundQueues);
                tick.run();
            }
            if (pictures != null && closing != null) {
                decode(pictures, null, closing);
                closing.finish();
            }
        }
        if (sounds != null) {
            sounds.decode(null, frame -> give(frame, soundQueues));
        }
    }

    private boolean isRead(Packet packet) {
        boolean read = demuxer.read(packet);
        if (!read && end != null) {
            end.require();
        }
        return read;
    }

    private boolean handle(Packet packet, @Nullable PictureSink sink, List<FrameQueue> soundQueues) {
        if (pictures != null && sink != null && packet.track() == pictureTrack().index()) {
            if (pictureClock != null) {
                pictureClock.correct(packet);
            }
            if (end != null) {
                end.passed(packet);
            }
            if (sink.isFull()) {
                return soundTrack != null && !isPastEnd(packet, pictureTrack());
            }
            decode(pictures, packet, sink);
        } else if (sounds != null && packet.track() == soundTrack().index()) {
            if (soundClock != null) {
                soundClock.correct(packet);
            }
            sounds.decode(packet, frame -> give(frame, soundQueues));
            return sink != null || !isPastEnd(packet, soundTrack());
        }
        return true;
    }

    private void decode(PictureDecoder decoder, @Nullable Packet packet, PictureSink sink) {
        if (packet != null && packet.size() == 0) {
            return; // AVI's way to say that the picture before stays
        }
        long before = decoder.damaged();
        if (counted != null && packet != null) {
            counted.into(packet);
        }
        decoder.decode(packet, frame -> {
            losses.add(frame.isDamaged() ? 1 : 0);
            sink.give(frame);
        });
        long damaged = decoder.damaged() - before;
        if (counted != null && packet != null && damaged > 0) {
            counted.lost();
        }
        losses.add(damaged);
    }

    private boolean isPastEnd(Packet packet, Track track) {
        long end = plan.originMicros() + plan.timeline().durationMicros() + INTERLEAVING_MICROS;
        return packet.dts() != Timebase.NONE && track.timebase().toMicros(packet.dts()) > end;
    }

    /** What decoded pictures go through on their way to the time line. */
    private final class PictureSink implements AutoCloseable {
        private final FramePacer pacer;
        private final @Nullable Deinterlacer deinterlacer;

        private PictureSink(FramePacer pacer) {
            this.pacer = pacer;
            this.deinterlacer = scan.traits()
                    .scanType()
                    .deinterlacer()
                    .map(chain -> new Deinterlacer(chain, plan.threads(), this::pace))
                    .orElse(null);
        }

        private void give(Frame frame) {
            long micros = micros(frame);
            lastPicture = micros;
            if (deinterlacer == null) {
                pace(frame, micros);
            } else {
                deinterlacer.accept(frame, micros);
            }
        }

        private long micros(Frame frame) {
            if (counted != null) {
                return counted.nextMicros() - plan.originMicros();
            }
            long time = frame.bestTime();
            return time == Timebase.NONE
                    ? lastPicture + plan.timeline().microsAt(1)
                    : pictureTrack().timebase().toMicros(time) - plan.originMicros();
        }

        private void pace(Frame frame, long micros) {
            if (micros > -plan.timeline().microsAt(1)) {
                pacer.accept(frame, micros);
            }
        }

        private boolean isFull() {
            return pacer.isFull();
        }

        private void finish() {
            if (deinterlacer != null) {
                deinterlacer.finish();
            }
        }

        @Override
        public void close() {
            if (deinterlacer != null) {
                deinterlacer.close();
            }
        }
    }

    private void give(Frame frame, List<FrameQueue> queues) {
        if (frame.bestTime() == Timebase.NONE || frame.samples() == 0) {
            return;
        }
        long micros = soundTrack().timebase().toMicros(frame.bestTime()) - plan.originMicros();
        for (FrameQueue queue : queues) {
            Frame shared = frame.share();
            shared.setPts(micros);
            queue.put(shared);
        }
    }

    private Track pictureTrack() {
        return Objects.requireNonNull(pictureTrack);
    }

    private Track soundTrack() {
        return Objects.requireNonNull(soundTrack);
    }

    @Override
    public void close() {
        if (pictures != null) {
            pictures.close();
        }
        if (sounds != null) {
            sounds.close();
        }
        demuxer.close();
    }
}
