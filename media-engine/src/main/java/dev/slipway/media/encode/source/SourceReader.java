package dev.slipway.media.encode.source;

import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Opened;
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
    public static final long INTERLEAVING_MICROS = 10_000_000;

    /** How long before the wanted picture a key frame is looked for; further, where none comes in between. */
    private static final long[] MARGINS_MICROS = {5_000_000, 20_000_000, 80_000_000};

    /** So long deinterlacing, and decoders that get their picture together bit by bit, may need to be themselves. */
    private static final long LEAST_MARGIN_MICROS = 1_000_000;

    private final Opened opened = new Opened();
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
    private @Nullable EntryProof proof;
    private @Nullable Track lead;
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
        try {
            demuxer = opened.with(Demuxer.open(file, SourceFormats.ALLOWED), Demuxer::close);
            List<Track> tracks = demuxer.tracks();
            pictureTrack = pictureIndex.isPresent() ? tracks.get(pictureIndex.getAsInt()) : null;
            soundTrack = soundIndex.isPresent() ? tracks.get(soundIndex.getAsInt()) : null;
            sounds = soundTrack == null ? null : opened.with(Decoder.open(soundTrack, 1), Decoder::close);
            Set<Integer> wanted = new HashSet<>();
            pictureIndex.ifPresent(wanted::add);
            soundIndex.ifPresent(wanted::add);
            if (!isReadByItsIndex()) {
                // A film whose sound begins late or ends early would else be passed over in one call, unseen.
                wanted.add(scan.pictureTrack());
            }
            demuxer.keepOnly(wanted);
            boolean jumps = !scan.traits().jumps().isEmpty();
            pictureClock = jumps && pictureTrack != null ? new PictureClock(pictureTrack.timebase()) : null;
            counted = scan.traits().order() == PictureOrder.COUNTED && pictureTrack != null
                    ? new CountedTimes(pictureTrack.timebase(), pictureTrack.declaredRate())
                    : null;
            end = pictureTrack == null ? null : new SourceEnd(file, scan, pictureTrack.timebase());
            pictures = pictureTrack == null
                    ? null
                    : opened.with(chosen(decoders, counted).open(pictureTrack, plan.threads()), PictureDecoder::close);
            soundClock = jumps && soundTrack != null
                    ? new FollowingClock(soundTrack.timebase(), scan.traits().jumps())
                    : null;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Where times are counted from packet to picture, nothing that fails could be made good: one thread is sure. */
    private static PictureDecoder.Factory chosen(PictureDecoder.Factory decoders, @Nullable CountedTimes counted) {
        return counted == null ? decoders : SourceDecoders.inOneThread();
    }

    /**
     * Goes to a key frame before a time on the time line.
     *
     * @return false where the file cannot do that or nothing is gained by it; the reader must then be opened anew
     */
    boolean hasEnteredBefore(long micros) {
        if (pictureTrack == null || !canEnter(scan)) {
            return false;
        }
        for (int margin = 0; margin < MARGINS_MICROS.length && proof == null; margin++) {
            long target = plan.originMicros() + micros - MARGINS_MICROS[margin];
            proof = target > scan.originMicros() ? entry(pictureTrack, target, micros) : null;
        }
        return proof != null;
    }

    /**
     * Whether such a file is ever entered in the middle: not where times are counted or the clock jumps, and no AVI, whose
     * times after a search are its index's own: one that lies proves itself right.
     */
    public static boolean canEnter(SourceScan scan) {
        return scan.traits().jumps().isEmpty()
                && scan.traits().order() == PictureOrder.TIMED
                && !scan.facts().container().equals("avi");
    }

    /** Others find a track's packets by reading all of them. */
    private boolean isReadByItsIndex() {
        return demuxer.format().startsWith("mov");
    }

    /** Stands at the first key frame that a search for the target comes upon, or null where that is none or too late. */
    private @Nullable EntryProof entry(Track track, long target, long neededMicros) {
        Timebase timebase = track.timebase();
        long latest = plan.originMicros() + neededMicros - LEAST_MARGIN_MICROS;
        try (Packet packet = new Packet()) {
            demuxer.seek(track, timebase.fromMicros(target));
            while (demuxer.read(packet)) {
                boolean isTimed = packet.track() == track.index() && packet.pts() != Timebase.NONE;
                if (isTimed && timebase.toMicros(packet.pts()) > latest) {
                    return null;
                }
                if (isTimed && packet.isKey()) {
                    demuxer.seek(track, timebase.fromMicros(target));
                    return new EntryProof(timebase.toMicros(packet.pts()) - plan.originMicros(), neededMicros);
                }
            }
            return null;
        } catch (FfmpegException unseekable) {
            if (unseekable.isOfTheSource()) {
                throw unseekable;
            }
            return null; // no index, or none that can be trusted: the beginning is always there
        }
    }

    /** The reader entered where it should not have; nothing was given to anybody. */
    boolean isAstray() {
        return proof != null && proof.verdict() == EntryProof.Verdict.ASTRAY;
    }

    /** Sound that lies in the file long after the pictures of its time is not waited for: a sample can do without. */
    public void endWithPictures() {
        lead = demuxer.tracks().get(scan.pictureTrack());
    }

    /**
     * Reads until pacer and sound have all they want, or to the file's end.
     *
     * @param tick is called for each packet, also those of a picture that is not wanted
     */
    public void read(
            @Nullable FramePacer pacer, List<FrameQueue> soundQueues, Runnable tick, Cancellation cancellation) {
        PictureSink sink = pacer == null ? null : new PictureSink(pacer);
        if (pictures != null) {
            pictures.onReplay(() -> {
                cancellation.throwIfCancelled();
                tick.run();
            });
        }
        try (Packet packet = new Packet();
                PictureSink closing = sink) {
            boolean more = true;
            while (more && isRead(packet)) {
                cancellation.throwIfCancelled();
                more = handle(packet, closing, soundQueues);
                tick.run();
            }
            if (pictures != null && closing != null && !isAstray()) {
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
            if (proof == null || proof.admits(packet)) {
                decode(pictures, packet, sink);
            }
            return !isAstray();
        } else if (sounds != null && packet.track() == soundTrack().index()) {
            if (soundClock != null) {
                soundClock.correct(packet);
            }
            sounds.decode(packet, frame -> give(frame, soundQueues));
            return sink != null || !isPastEnd(packet, soundTrack());
        }
        return lead == null || packet.track() != lead.index() || !isPastEnd(packet, lead);
    }

    private void decode(PictureDecoder decoder, @Nullable Packet packet, PictureSink sink) {
        if (packet != null && packet.size() == 0) {
            return; // AVI's way to say that the picture before stays
        }
        long before = decoder.damaged();
        long oversizedBefore = decoder.oversized();
        if (counted != null && packet != null) {
            counted.into(packet);
        }
        decoder.decode(packet, frame -> {
            lose(frame.isDamaged() ? 1 : 0, 0);
            sink.give(frame);
        });
        long damaged = decoder.damaged() - before;
        if (counted != null && packet != null && damaged > 0) {
            counted.lost();
        }
        lose(damaged, decoder.oversized() - oversizedBefore);
    }

    /** What an entry in the middle cannot decode is not what is shown. */
    private void lose(long lost, long oversized) {
        if (proof == null || proof.verdict() == EntryProof.Verdict.PROVEN) {
            losses.addOversized(oversized);
            losses.add(lost - oversized);
        }
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
            if (proof != null && proof.seen(frame, micros) == EntryProof.Verdict.ASTRAY) {
                return;
            }
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

        /** Also pictures from before the time line: the last of them is what it begins with. */
        private void pace(Frame frame, long micros) {
            pacer.accept(frame, micros);
        }

        private boolean isFull() {
            return pacer.isFull();
        }

        private void finish() {
            if (proof != null && proof.ended() == EntryProof.Verdict.ASTRAY) {
                return;
            }
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
        opened.close();
    }
}
