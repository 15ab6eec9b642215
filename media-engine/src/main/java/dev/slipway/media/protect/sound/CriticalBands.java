package dev.slipway.media.protect.sound;

/** Zwicker's critical bands, one Bark each, as ranges of the bins of a 2048-point spectrum at 48 kHz. */
final class CriticalBands {
    /** Upper edges in hertz; the last stands for all that is left. */
    private static final int[] EDGES = {
        100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300, 6400,
        7700, 9500, 12_000, 15_500, 24_000
    };

    static final int COUNT = EDGES.length;
    static final int FRAME = 2048;
    private static final double BIN_HERTZ = 48_000.0 / FRAME;

    private CriticalBands() {}

    /** The first bin of a band; of {@link #COUNT} the bin after the last. The constant part, bin 0, is in none. */
    static int start(int band) {
        return band == 0 ? 1 : (int) Math.round(EDGES[band - 1] / BIN_HERTZ);
    }

    /** The band that a bin from 1 lies in. */
    static int of(int bin) {
        int band = 0;
        while (bin >= start(band + 1)) {
            band++;
        }
        return band;
    }
}
