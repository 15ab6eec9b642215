package dev.slipway.media.protect;

/**
 * One field of gradient noise (Perlin, "Improving Noise", 2002), whose lattice has unit gradients and a random place, so
 * that its zeros lie on no grid that the next field shares. The part of the sum that changes along a row is worked out
 * once for each row of the lattice; a row of pixels is then four products a pixel, which the compiler turns into vector
 * code. Everything is a whole number of 2⁻¹² units, so the same seed gives the same picture on every machine.
 */
final class NoiseField {
    static final int UNIT_BITS = 12;
    /** One. */
    static final int UNIT = 1 << UNIT_BITS;

    private static final int DIRECTIONS = 256;
    private static final float[] COSINES = new float[DIRECTIONS];
    private static final float[] SINES = new float[DIRECTIONS];
    /** Bytes for the lattice's place, two for each axis. */
    private static final int PLACE_BYTES = 4;

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            COSINES[i] = (float) StrictMath.cos(2 * StrictMath.PI * i / DIRECTIONS);
            SINES[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / DIRECTIONS);
        }
    }

    private final float period;
    private final float top;
    /** For each row of the lattice, what the gradients' horizontal and vertical parts give at each column. */
    private final int[][] across;

    private final int[][] down;

    private NoiseField(float period, float top, int[][] across, int[][] down) {
        this.period = period;
        this.top = top;
        this.across = across;
        this.down = down;
    }

    /** @param period pixels from one point of the lattice to the next */
    static NoiseField of(KeyStream stream, long number, int width, int height, float period) {
        int columns = (int) (width / period) + 3;
        int rows = (int) (height / period) + 3;
        byte[] secret = stream.bytes(number, PLACE_BYTES + Math.multiplyExact(columns, rows));
        float left = share(secret, 0) * period;
        float top = share(secret, 2) * period;
        int[][] across = new int[rows][width];
        int[][] down = new int[rows][width];
        for (int row = 0; row < rows; row++) {
            fillRow(secret, PLACE_BYTES + row * columns, left, period, across[row], down[row]);
        }
        return new NoiseField(period, top, across, down);
    }

    private static float share(byte[] secret, int at) {
        return ((secret[at] & 0xff) << 8 | secret[at + 1] & 0xff) / 65536f;
    }

    private static void fillRow(byte[] secret, int from, float left, float period, int[] across, int[] down) {
        for (int x = 0; x < across.length; x++) {
            float place = (x + left) / period;
            int cell = (int) place;
            float distance = place - cell;
            float weight = fade(distance);
            int here = secret[from + cell] & 0xff;
            int next = secret[from + cell + 1] & 0xff;
            float slope = (1 - weight) * COSINES[here] * distance + weight * COSINES[next] * (distance - 1);
            across[x] = Math.round(UNIT * slope);
            down[x] = Math.round(UNIT * ((1 - weight) * SINES[here] + weight * SINES[next]));
        }
    }

    private static float fade(float t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    /** Adds {@code gain} times a part of the field's row {@code y} to {@code sums}, which are in units of 2⁻²⁴. */
    void addRow(int y, float gain, int[] sums, int from, int until) {
        float place = (y + top) / period;
        int row = (int) place;
        float distance = place - row;
        float lower = gain * UNIT * fade(distance);
        float upper = gain * UNIT - lower;
        addProducts(across[row], Math.round(upper), down[row], Math.round(upper * distance), sums, from, until);
        addProducts(
                across[row + 1],
                Math.round(lower),
                down[row + 1],
                Math.round(lower * (distance - 1)),
                sums,
                from,
                until);
    }

    private static void addProducts(
            int[] first, int firstGain, int[] second, int secondGain, int[] sums, int from, int until) {
        for (int x = from; x < until; x++) {
            sums[x] += firstGain * first[x] + secondGain * second[x];
        }
    }
}
