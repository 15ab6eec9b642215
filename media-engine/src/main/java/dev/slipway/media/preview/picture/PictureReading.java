package dev.slipway.media.preview.picture;

import dev.slipway.media.encode.source.Deinterlacer;
import dev.slipway.media.encode.source.EntryProof;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.timestamp.CountedTimes;
import dev.slipway.media.timestamp.PictureClock;
import dev.slipway.media.timestamp.PictureOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open file and its pictures in their order, from its beginning or from a key frame on. As the encoder's readers do, it
 * says when an entry in the middle cannot be shown to give the same pictures. Moments are microseconds from the film's
 * first picture on. Used by one thread.
 */
final class PictureReading implements AutoCloseable {
    /** Before every moment, and far enough from the least number to be reckoned with. */
    static final long NOTHING_YET = Long.MIN_VALUE / 4;

    /** How long before the wanted moment a key frame is looked for; further, where the picture lies before that one. */
    private static final long[] MARGINS_MICROS = {0, 2_000_000, 10_000_000, 60_000_000};

    /** So long deinterlacing needs to be itself. */
    private static final long WEAVING_MICROS = 1_000_000;

    /** So far before the wanted moment every picture is decoded again, dispensable or not. */
    private static final long CAREFUL_MICROS = 300_000;

    /** Without a key frame among so many, decoding begins at whatever there is. */
    private static final int PATIENCE_PACKETS = 600;

    private final Opened opened = new Opened();
    private final SourceScan scan;
    private final int threads;
    private final long stepMicros;
    private final Packet packet;
    private final Demuxer demuxer;
    private final Track track;
    private final Decoder decoder;
    private final @Nullable PictureClock clock;
    private final @Nullable CountedTimes counted;
    private final Deque<TimedPicture> ready = new ArrayDeque<>();
    private @Nullable Deinterlacer deinterlacer;
    private @Nullable EntryProof proof;
    private long lastDecoded;
    private long wanted = NOTHING_YET;
    /** Pictures before it cannot be whole, because decoding began after what they need. */
    private long wholeFrom = NOTHING_YET;

    private boolean drained;
    /** Some pictures before this one were not decoded. */
    private boolean isInPart;

    private boolean uncountable;

    /**
     * @param threads that decode
     * @param stepMicros from one picture to the next, on average
     */
    PictureReading(Path file, SourceScan scan, int threads, long stepMicros) {
        this.scan = scan;
        this.threads = threads;
        this.stepMicros = stepMicros;
        try {
            packet = opened.with(new Packet(), Packet::close);
            demuxer = opened.with(Demuxer.open(file, SourceFormats.ALLOWED), Demuxer::close);
            track = demuxer.tracks().get(scan.pictureTrack());
            demuxer.keepOnly(Set.of(scan.pictureTrack()));
            decoder = opened.with(Decoder.open(track, threads), Decoder::close);
            clock = scan.traits().jumps().isEmpty() ? null : new PictureClock(track.timebase());
            counted = scan.traits().order() == PictureOrder.COUNTED
                    ? new CountedTimes(track.timebase(), track.declaredRate())
                    : null;
            lastDecoded = -stepMicros;
            weave();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void weave() {
        if (deinterlacer != null) {
            deinterlacer.close();
        }
        deinterlacer = scan.traits()
                .scanType()
                .deinterlacer()
                .map(chain -> new Deinterlacer(chain, threads, this::give))
                .orElse(null);
    }

    /** Whether it makes sense to look for a key frame: after a search AVI's times are its index's own, which may lie. */
    boolean canBeEntered() {
        return clock == null && counted == null && !demuxer.format().equals("avi");
    }

    /** @return whether it stands at a key frame that is shown at or before the moment; else it must be opened anew */
    boolean hasEnteredBefore(long micros) {
        if (!canBeEntered()) {
            return false;
        }
        long latest = deinterlacer == null ? micros : micros - WEAVING_MICROS;
        for (int margin = 0; latest >= 0 && margin < MARGINS_MICROS.length; margin++) {
            if (isKeyFound(Math.max(0, latest - MARGINS_MICROS[margin]), latest, micros)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKeyFound(long target, long latest, long needed) {
        Timebase timebase = track.timebase();
        try {
            demuxer.seek(track, timebase.fromMicros(scan.originMicros() + target));
            restart();
            for (int packets = 0; packets < PATIENCE_PACKETS && demuxer.read(packet); packets++) {
                if (packet.track() == track.index() && packet.isKey() && packet.pts() != Timebase.NONE) {
                    wholeFrom = timebase.toMicros(packet.pts()) - scan.originMicros();
                    if (wholeFrom > latest) {
                        return false;
                    }
                    isInPart = true;
                    proof = new EntryProof(wholeFrom, needed);
                    decoder.decode(packet, this::take);
                    return true;
                }
            }
            return false;
        } catch (FfmpegException unseekable) {
            if (unseekable.isOfTheSource()) {
                throw unseekable;
            }
            return false; // no index, or none that can be trusted: the beginning is always there
        }
    }

    private void restart() {
        forgetReady();
        decoder.flush();
        weave();
        drained = false;
        proof = null;
    }

    /** It entered where it should not have: what it gives may not be shown. */
    boolean isAstray() {
        return proof != null && proof.verdict() == EntryProof.Verdict.ASTRAY;
    }

    /** Pictures were left out, and one came whose moment the file does not tell: it cannot be counted up to. */
    boolean isUncountable() {
        return uncountable;
    }

    /** Until then pictures that no other one needs are left out; {@link #NOTHING_YET} for none. */
    void aimAt(long micros) {
        wanted = micros;
    }

    /** The next picture, which stays the next; null after the last one. */
    @Nullable
    TimedPicture peek() {
        while (ready.isEmpty()) {
            if (!isFed()) {
                return null;
            }
        }
        return ready.peek();
    }

    /** The next picture, owned by the caller; null after the last one. */
    @Nullable
    TimedPicture poll() {
        peek();
        return ready.poll();
    }

    /** The next picture that can be decoded by itself; null after the last, and where moments are counted. */
    @Nullable
    TimedPicture pollKey() {
        if (counted != null) {
            return null;
        }
        while (ready.isEmpty() && isKeyRead()) {
            decoder.decode(packet, this::take);
            decoder.decode(null, this::take);
            decoder.flush();
        }
        return ready.poll();
    }

    /** Gives the decoder what comes next; false where nothing comes any more. */
    private boolean isFed() {
        while (demuxer.read(packet)) {
            if (isPicture()) {
                prepare();
                boolean skip = isFarFromWanted();
                isInPart = isInPart || skip;
                decoder.skipDispensable(skip);
                decoder.decode(packet, this::take);
                return true;
            }
        }
        if (drained) {
            return false;
        }
        drained = true;
        decoder.decode(null, this::take);
        if (deinterlacer != null) {
            deinterlacer.finish();
        }
        if (proof != null) {
            proof.ended();
        }
        return true;
    }

    private boolean isKeyRead() {
        while (demuxer.read(packet)) {
            if (isPicture()) {
                prepare();
                if (packet.isKey()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPicture() {
        return packet.track() == track.index() && packet.size() > 0;
    }

    private void prepare() {
        if (clock != null) {
            clock.correct(packet);
        }
        if (counted != null) {
            counted.into(packet);
        }
    }

    private boolean isFarFromWanted() {
        return counted == null
                && packet.pts() != Timebase.NONE
                && track.timebase().toMicros(packet.pts()) - scan.originMicros() < wanted - CAREFUL_MICROS;
    }

    private void take(Frame frame) {
        long micros = micros(frame);
        lastDecoded = micros;
        uncountable = uncountable || isInPart && frame.pts() == Timebase.NONE;
        if (proof != null) {
            proof.seen(frame, micros);
        }
        if (micros < wholeFrom) {
            return;
        }
        if (deinterlacer == null) {
            give(frame, micros);
        } else {
            deinterlacer.accept(frame, micros);
        }
    }

    private void give(Frame frame, long micros) {
        ready.add(new TimedPicture(frame.share(), micros));
    }

    private long micros(Frame frame) {
        if (counted != null) {
            return counted.nextMicros() - scan.originMicros();
        }
        long time = frame.bestTime();
        return time == Timebase.NONE
                ? lastDecoded + stepMicros
                : track.timebase().toMicros(time) - scan.originMicros();
    }

    private void forgetReady() {
        ready.forEach(TimedPicture::close);
        ready.clear();
    }

    @Override
    public void close() {
        forgetReady();
        if (deinterlacer != null) {
            deinterlacer.close();
        }
        opened.close();
    }
}
