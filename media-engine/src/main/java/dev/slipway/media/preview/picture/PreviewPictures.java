package dev.slipway.media.preview.picture;

import dev.slipway.media.encode.source.Deinterlacer;
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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A source's pictures, one by one from any moment on, as they were decoded. Where the file's own order of time cannot be
 * relied on (joined recordings, no times at all) every search begins at its first packet. Used by one thread.
 */
public final class PreviewPictures implements AutoCloseable {
    /** How long before the wanted moment a key frame is looked for; further, where the picture lies before that one. */
    private static final long[] MARGINS_MICROS = {0, 2_000_000, 10_000_000, 60_000_000};

    /** Decoding so far is cheaper than looking for a place to begin. */
    private static final long NEAR_MICROS = 500_000;

    /** So far before the wanted moment every picture is decoded again, dispensable or not. */
    private static final long CAREFUL_MICROS = 300_000;

    /** Before every moment, and far enough from the least number to be reckoned with. */
    private static final long NOTHING_YET = Long.MIN_VALUE / 4;

    /** Without a key frame among so many, decoding begins at whatever there is. */
    private static final int PATIENCE_PACKETS = 600;

    private final Path file;
    private final SourceScan scan;
    private final int threads;
    private final long stepMicros;
    private final Packet packet = new Packet();
    private final Deque<TimedPicture> ready = new ArrayDeque<>();
    private Reading reading;
    /** Whether pictures may be left out on the way; false once that led to some whose moments had to be guessed. */
    private boolean enterable = true;

    /** The picture that was given last; it may be the right one again. */
    private @Nullable TimedPicture current;

    /** @param threads that decode */
    public PreviewPictures(Path file, SourceScan scan, int threads) {
        this.file = file;
        this.scan = scan;
        this.threads = threads;
        this.stepMicros = Math.max(1, Math.round(1e6 / scan.traits().evenRate().toDouble()));
        this.reading = new Reading();
    }

    /** From one picture to the next, on average. */
    public long stepMicros() {
        return stepMicros;
    }

    /** Goes to the film's first picture. */
    public void rewind() {
        forgetReady();
        keep(null);
        reading.close();
        reading = new Reading();
    }

    /**
     * The picture that is shown at a moment: the last that begins before or at it, else the first one.
     *
     * @param overtaken looked at after each picture; the search is given up when it says so
     * @return null where it was given up, or the file has no picture there
     */
    public @Nullable TimedPicture at(long micros, BooleanSupplier overtaken) {
        long wanted = Math.max(0, micros);
        TimedPicture before = current;
        if (before == null || wanted < before.micros() || wanted - before.micros() > NEAR_MICROS) {
            keep(null);
            enterBefore(wanted);
        }
        TimedPicture found = lastUntil(wanted, overtaken);
        if (reading.astray && enterable) {
            close(found);
            enterable = false;
            rewind();
            return lastUntil(wanted, overtaken);
        }
        return found;
    }

    private @Nullable TimedPicture lastUntil(long wanted, BooleanSupplier overtaken) {
        @Nullable TimedPicture last = copyOf(current);
        reading.wanted = wanted;
        while (!overtaken.getAsBoolean() && fill()) {
            TimedPicture next = ready.element();
            if (last != null && next.micros() > wanted) {
                break;
            }
            ready.remove();
            close(last);
            last = next;
            if (next.micros() >= wanted) {
                break;
            }
        }
        if (last == null || overtaken.getAsBoolean()) {
            close(last);
            keep(null);
            return null;
        }
        keep(copyOf(last));
        return last;
    }

    /** The picture after the one that is shown at a moment; null where there is none or the search was given up. */
    public @Nullable TimedPicture after(long micros, BooleanSupplier overtaken) {
        TimedPicture shown = at(micros, overtaken);
        if (shown == null) {
            return null;
        }
        shown.close();
        return next();
    }

    /** The next picture, or null after the last one. */
    public @Nullable TimedPicture next() {
        reading.wanted = NOTHING_YET;
        if (!fill()) {
            return null;
        }
        TimedPicture next = ready.remove();
        keep(copyOf(next));
        return next;
    }

    /**
     * Pictures that can be decoded without any other, from the film's beginning on; null after the last. None where
     * moments are counted from packet to packet.
     */
    public @Nullable TimedPicture nextKey() {
        if (reading.counted != null) {
            return null;
        }
        while (ready.isEmpty() && reading.readKey()) {
            reading.decoder.decode(packet, reading::take);
            reading.decoder.decode(null, reading::take);
            reading.decoder.flush();
        }
        return ready.poll();
    }

    private boolean fill() {
        while (ready.isEmpty()) {
            if (!reading.feed()) {
                return false;
            }
        }
        return true;
    }

    private void enterBefore(long wanted) {
        if (reading.isEntered(wanted)) {
            return;
        }
        rewind();
    }

    private void forgetReady() {
        ready.forEach(TimedPicture::close);
        ready.clear();
    }

    private void keep(@Nullable TimedPicture picture) {
        close(current);
        current = picture;
    }

    private static @Nullable TimedPicture copyOf(@Nullable TimedPicture picture) {
        return picture == null ? null : new TimedPicture(picture.frame().share(), picture.micros());
    }

    private static void close(@Nullable TimedPicture picture) {
        if (picture != null) {
            picture.close();
        }
    }

    @Override
    public void close() {
        forgetReady();
        keep(null);
        reading.close();
        packet.close();
    }

    /** The open file; opened anew where it cannot be gone about in. */
    private final class Reading implements AutoCloseable {
        private final Opened opened = new Opened();
        private final Demuxer demuxer;
        private final Track track;
        private final Decoder decoder;
        private final @Nullable PictureClock clock;
        private final @Nullable CountedTimes counted;
        private @Nullable Deinterlacer deinterlacer;
        private long lastDecoded;
        private long wanted = NOTHING_YET;
        /** Pictures before it cannot be whole, because decoding began after what they need. */
        private long wholeFrom = NOTHING_YET;

        private boolean drained;
        /** Some pictures before this one were not decoded. */
        private boolean isInPart;
        /** They were not, and a picture came whose moment the file does not tell: it cannot be counted up to. */
        private boolean astray;

        Reading() {
            try {
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

        /** Stands at a key frame that is shown at or before the moment, where the file can be entered there. */
        boolean isEntered(long micros) {
            if (!enterable || clock != null || counted != null) {
                return false;
            }
            for (long margin : MARGINS_MICROS) {
                if (isKeyFoundBefore(Math.max(0, micros - margin), micros)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isKeyFoundBefore(long target, long micros) {
            Timebase timebase = track.timebase();
            try {
                demuxer.seek(track, timebase.fromMicros(scan.originMicros() + target));
                restart();
                for (int packets = 0; packets < PATIENCE_PACKETS && demuxer.read(packet); packets++) {
                    if (packet.track() == track.index() && packet.isKey() && packet.pts() != Timebase.NONE) {
                        wholeFrom = timebase.toMicros(packet.pts()) - scan.originMicros();
                        if (wholeFrom > micros) {
                            return false;
                        }
                        isInPart = true;
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
        }

        /** Gives the decoder what comes next; false where nothing comes any more. */
        boolean feed() {
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
            return true;
        }

        /** Goes on to the next packet that can be decoded by itself. */
        boolean readKey() {
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
            return enterable
                    && counted == null
                    && packet.pts() != Timebase.NONE
                    && track.timebase().toMicros(packet.pts()) - scan.originMicros() < wanted - CAREFUL_MICROS;
        }

        private void take(Frame frame) {
            long micros = micros(frame);
            lastDecoded = micros;
            astray = astray || isInPart && frame.pts() == Timebase.NONE;
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

        @Override
        public void close() {
            if (deinterlacer != null) {
                deinterlacer.close();
            }
            opened.close();
        }
    }
}
