package dev.slipway.media.preview.picture;

import dev.slipway.media.probe.SourceScan;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A source's pictures, one by one from any moment on, as they were decoded. Where the file's own order of time cannot be
 * relied on (joined recordings, no times at all, AVI) every search begins at its first packet; so does one that came to a
 * key frame which is none. Used by one thread.
 */
public final class PreviewPictures implements AutoCloseable {
    /** Decoding so far is cheaper than looking for a place to begin. */
    private static final long NEAR_MICROS = 500_000;

    private final Path file;
    private final SourceScan scan;
    private final int threads;
    private final long stepMicros;
    private PictureReading reading;
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
        this.reading = new PictureReading(file, scan, threads, stepMicros);
    }

    /** From one picture to the next, on average. */
    public long stepMicros() {
        return stepMicros;
    }

    /** Goes to the film's first picture. */
    public void rewind() {
        keep(null);
        reading.close();
        reading = new PictureReading(file, scan, threads, stepMicros);
    }

    /**
     * The picture that is shown at a moment: the last that begins before or at it, else the first one.
     *
     * @param overtaken looked at after each picture; the search is given up when it says so
     * @return null where it was given up, or the file has no picture there
     */
    public @Nullable TimedPicture at(long micros, BooleanSupplier overtaken) {
        long wanted = Math.max(0, micros);
        if (!isShortlyBehind(wanted)) {
            keep(null);
            if (!enterable || !reading.hasEnteredBefore(wanted)) {
                rewind();
            }
        }
        TimedPicture found = lastUntil(wanted, overtaken);
        if (reading.isAstray() || reading.isUncountable()) {
            enterable = enterable && !reading.isUncountable();
            close(found);
            rewind();
            return lastUntil(wanted, overtaken);
        }
        return found;
    }

    /** Whether reading on from the picture that was given last leads to the moment soonest. */
    private boolean isShortlyBehind(long wanted) {
        TimedPicture last = current;
        return last != null
                && wanted >= last.micros()
                && (wanted - last.micros() <= NEAR_MICROS || !enterable || !reading.canBeEntered());
    }

    private @Nullable TimedPicture lastUntil(long wanted, BooleanSupplier overtaken) {
        @Nullable TimedPicture last = copyOf(current);
        reading.aimAt(enterable ? wanted : PictureReading.NOTHING_YET);
        while (!overtaken.getAsBoolean()) {
            TimedPicture next = reading.peek();
            if (next == null || last != null && next.micros() > wanted) {
                break;
            }
            close(last);
            last = reading.poll();
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

    /**
     * So many pictures after the one that is shown at a moment, or before it where the count is negative; the film's last
     * or first one where there are not so many. Pictures are told apart by their own moments.
     *
     * @return null as with {@link #at}
     */
    public @Nullable TimedPicture from(long micros, int pictures, BooleanSupplier overtaken) {
        TimedPicture found = at(micros, overtaken);
        for (int step = 0; found != null && step < Math.abs(pictures); step++) {
            TimedPicture further = pictures > 0 ? next() : at(found.micros() - 1, overtaken);
            if (further == null && pictures > 0) {
                return found;
            }
            found.close();
            found = further;
        }
        return found;
    }

    /** The next picture, or null after the last one. */
    public @Nullable TimedPicture next() {
        reading.aimAt(PictureReading.NOTHING_YET);
        TimedPicture next = reading.poll();
        if (next != null) {
            keep(copyOf(next));
        }
        return next;
    }

    /**
     * Pictures that can be decoded without any other, from the film's beginning on; null after the last. None where
     * moments are counted from packet to packet.
     */
    public @Nullable TimedPicture nextKey() {
        return reading.pollKey();
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
        keep(null);
        reading.close();
    }
}
