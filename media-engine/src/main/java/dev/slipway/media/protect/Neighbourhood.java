package dev.slipway.media.protect;

/** Chou and Li's two measures of the 5 × 5 pixels around one, in parts of a step of limited-range luma. */
final class Neighbourhood {
    /** Parts of a step that {@link #background} counts. */
    static final int BACKGROUND_PARTS = 32;

    /** Parts of a step that {@link #gradient} counts. */
    static final int GRADIENT_PARTS = 16;

    private Neighbourhood() {}

    /** Mean brightness around a pixel that is at least two from every border: operator B of the paper. */
    static int background(byte[] luma, int centre, int stride) {
        int inner = 0;
        int all = 0;
        for (int row = -2; row <= 2; row++) {
            int at = centre + row * stride;
            all += (luma[at - 2] & 0xff) + (luma[at + 2] & 0xff);
            int middle = (luma[at - 1] & 0xff) + (luma[at] & 0xff) + (luma[at + 1] & 0xff);
            all += middle;
            inner += Math.abs(row) <= 1 ? middle : 0;
        }
        return all + inner - 2 * (luma[centre] & 0xff);
    }

    /** The largest of the mean differences across the pixel in four directions: operators G1 to G4 of the paper. */
    static int gradient(byte[] luma, int centre, int stride) {
        int up = centre - stride;
        int down = centre + stride;
        int horizontal = row(luma, up) - row(luma, down);
        int vertical = column(luma, centre - 1, stride) - column(luma, centre + 1, stride);
        int falling = 8 * (at(luma, up - 1) - at(luma, down + 1))
                + 3 * (at(luma, up) - at(luma, down) + at(luma, centre - 1) - at(luma, centre + 1))
                + at(luma, up - stride)
                - at(luma, down + stride)
                + at(luma, centre - 2)
                - at(luma, centre + 2);
        int rising = 8 * (at(luma, up + 1) - at(luma, down - 1))
                + 3 * (at(luma, up) - at(luma, down) + at(luma, centre + 1) - at(luma, centre - 1))
                + at(luma, up - stride)
                - at(luma, down + stride)
                + at(luma, centre + 2)
                - at(luma, centre - 2);
        return Math.max(
                Math.max(Math.abs(horizontal), Math.abs(vertical)), Math.max(Math.abs(falling), Math.abs(rising)));
    }

    private static int row(byte[] luma, int at) {
        return at(luma, at - 2) + at(luma, at + 2) + 3 * (at(luma, at - 1) + at(luma, at + 1)) + 8 * at(luma, at);
    }

    private static int column(byte[] luma, int at, int stride) {
        return at(luma, at - 2 * stride)
                + at(luma, at + 2 * stride)
                + 3 * (at(luma, at - stride) + at(luma, at + stride))
                + 8 * at(luma, at);
    }

    private static int at(byte[] luma, int index) {
        return luma[index] & 0xff;
    }
}
