package dev.slipway.media.probe.picture;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.picture.ScanType;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether pictures are woven of fields. What the decoder marks is the reason to look closely; what the
 * pixels show (FFmpeg's idet filter, which compares neighbouring lines within a picture and across pictures) decides,
 * because whole pictures are often marked as interlaced, woven ones as whole by programs that knew nothing of fields, and
 * the order of fields is often marked wrongly.
 */
public final class FieldDetector {
    private static final int FEW = 8;
    private static final int MANY = 60;
    /** Below it, what idet calls interlaced is fine detail or captions. */
    private static final double INTERLACED_SHARE = 0.15;
    /** In 3:2 pulldown one picture in five repeats its upper field and another one its lower. */
    private static final double TELECINED_SHARE = 0.1;

    private static final int DECISIVE = 3;
    /** Fields were woven to 480 lines at least, and have lost a few at the edges. Smaller pictures are taken at their word. */
    private static final int FEWEST_WOVEN_LINES = 400;

    /** What HLG is made for, and PQ mostly (BT.2100, BT.2408); metadata outside of what PQ can say is nonsense. */
    private static final double NOMINAL_NITS = 1000;

    private static final double DIMMEST_NITS = 100;
    private static final double MOST_NITS = 10_000;

    private final PictureSamples samples;
    private final ScanType declared;
    private int pictures;
    private double brightestNits = NOMINAL_NITS;
    private int marked;
    private int markedTopFirst;

    public FieldDetector(PictureSamples samples, ScanType declared) {
        this.samples = samples;
        this.declared = declared;
    }

    public ScanType detect() {
        try (Pixels few = new Pixels()) {
            samples.decode(FEW, new Marks(few));
            if (isCalledWhole() && !few.isClearlyWoven(FEW)) {
                return ScanType.PROGRESSIVE;
            }
        }
        try (Pixels pixels = new Pixels()) {
            samples.decode(MANY, pixels);
            return judge(pixels);
        }
    }

    /** How many pictures could be decoded at all. */
    public int pictures() {
        return pictures;
    }

    /** Of the whole film, as its first pictures tell; encoders often write it there alone. */
    public double brightestNits() {
        return brightestNits;
    }

    private boolean isCalledWhole() {
        return marked == 0 && declared == ScanType.PROGRESSIVE;
    }

    private ScanType judge(Pixels pixels) {
        if (isCalledWhole() && !pixels.isClearlyWoven(MANY / 2)) {
            return ScanType.PROGRESSIVE;
        }
        if (Math.min(pixels.repeatedTop, pixels.repeatedBottom) > TELECINED_SHARE * pixels.seen) {
            return ScanType.TELECINED;
        }
        int woven = pixels.topFirst + pixels.bottomFirst;
        if (pixels.whole > 0 && woven < INTERLACED_SHARE * (woven + pixels.whole)) {
            return ScanType.PROGRESSIVE_MARKED_INTERLACED;
        }
        boolean topFirst = isTopFirst(pixels);
        if (marked == 0) {
            return topFirst ? ScanType.TOP_FIRST_UNMARKED : ScanType.BOTTOM_FIRST_UNMARKED;
        }
        return topFirst ? ScanType.TOP_FIRST : ScanType.BOTTOM_FIRST;
    }

    private boolean isTopFirst(Pixels pixels) {
        if (pixels.topFirst > DECISIVE * pixels.bottomFirst) {
            return true;
        }
        if (pixels.bottomFirst > DECISIVE * pixels.topFirst) {
            return false;
        }
        return marked > 0 ? 2 * markedTopFirst >= marked : declared == ScanType.TOP_FIRST;
    }

    private final class Marks implements PictureSamples.Sampler {
        private final Pixels pixels;

        private Marks(Pixels pixels) {
            this.pixels = pixels;
        }

        @Override
        public void place() {
            pixels.place();
        }

        @Override
        public void picture(Frame frame) {
            if (pictures == 0) {
                brightestNits = frame.brightestNits().stream()
                        .filter(nits -> nits >= DIMMEST_NITS && nits <= MOST_NITS)
                        .findFirst()
                        .orElse(NOMINAL_NITS);
            }
            pictures++;
            if (frame.isInterlaced()) {
                marked++;
                markedTopFirst += frame.isTopFieldFirst() ? 1 : 0;
            }
            pixels.picture(frame);
        }
    }

    /** Counts what idet says of each picture. */
    private static final class Pixels implements PictureSamples.Sampler, AutoCloseable {
        private @Nullable FilterGraph idet;
        private @Nullable PictureFormat format;
        private int lines;
        private int seen;
        private int topFirst;
        private int bottomFirst;
        private int whole;
        private int repeatedTop;
        private int repeatedBottom;

        @Override
        public void place() {
            close();
        }

        @Override
        public void picture(Frame frame) {
            PictureFormat current = frame.pictureFormat();
            lines = current.height();
            if (idet == null || !current.equals(format)) {
                close();
                format = current;
                idet = FilterGraph.forPictures(current, Timebase.MICROSECONDS, "idet", 1);
            }
            frame.setPts(seen);
            idet.filter(frame, this::count);
        }

        private void count(Frame frame) {
            seen++;
            switch (frame.note("lavfi.idet.single.current_frame").orElse("")) {
                case "tff" -> topFirst++;
                case "bff" -> bottomFirst++;
                case "progressive" -> whole++;
                default -> {
                    // Still pictures and fades tell nothing.
                }
            }
            switch (frame.note("lavfi.idet.repeated.current_frame").orElse("")) {
                case "top" -> repeatedTop++;
                case "bottom" -> repeatedBottom++;
                default -> {
                    // Neither field was shown before.
                }
            }
        }

        /** Beyond doubt, where nothing but the pixels says so: fine stripes that move look woven in some pictures too. */
        private boolean isClearlyWoven(int least) {
            int woven = Math.max(topFirst, bottomFirst);
            return lines >= FEWEST_WOVEN_LINES
                    && woven >= least
                    && woven > DECISIVE * (whole + Math.min(topFirst, bottomFirst));
        }

        @Override
        public void close() {
            if (idet != null) {
                idet.close();
                idet = null;
            }
        }
    }
}
