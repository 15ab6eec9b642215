package dev.slipway.media.pdq;

import java.util.Arrays;

/** PDQ once more, as its definition reads, without any thought of speed. */
record Definition(PdqHash hash, int quality) {

    static Definition of(double[][] luma) {
        double[][] small = luma.length == 64 && luma[0].length == 64
                ? luma
                : middles(blurred(transposed(blurred(
                        transposed(blurred(transposed(blurred(transposed(luma))))))))); // columns, rows, columns, rows
        return new Definition(hash(small), quality(small));
    }

    /** Each value becomes the average of a 128th of its row around it. */
    private static double[][] blurred(double[][] rows) {
        double[][] blurred = new double[rows.length][rows[0].length];
        int length = rows[0].length;
        int window = (length + 127) / 128;
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < length; x++) {
                int from = Math.max(0, x + window / 2 - window + 1);
                int to = Math.min(length - 1, x + window / 2);
                blurred[y][x] = Arrays.stream(rows[y], from, to + 1).average().orElseThrow();
            }
        }
        return blurred;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[0].length; x++) {
                columns[x][y] = rows[y][x];
            }
        }
        return columns;
    }

    private static double[][] middles(double[][] luma) {
        double[][] small = new double[64][64];
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                small[y][x] = luma[(2 * y + 1) * luma.length / 128][(2 * x + 1) * luma[0].length / 128];
            }
        }
        return small;
    }

    private static int quality(double[][] small) {
        int sum = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                sum += y == 63 ? 0 : (int) Math.abs((small[y][x] - small[y + 1][x]) / 2.55);
                sum += x == 63 ? 0 : (int) Math.abs((small[y][x] - small[y][x + 1]) / 2.55);
            }
        }
        return Math.min(100, sum / 90);
    }

    private static PdqHash hash(double[][] small) {
        double[] values = new double[256];
        for (int i = 0; i < 256; i++) {
            for (int y = 0; y < 64; y++) {
                for (int x = 0; x < 64; x++) {
                    values[i] += small[y][x]
                            * Math.cos(Math.PI * (2 * y + 1) * (i / 16 + 1) / 128)
                            * Math.cos(Math.PI * (2 * x + 1) * (i % 16 + 1) / 128);
                }
            }
        }
        double median = Arrays.stream(values).sorted().toArray()[127];
        StringBuilder bits = new StringBuilder();
        for (int i = 255; i >= 0; i--) {
            bits.append(values[i] > median ? '1' : '0');
        }
        return PdqHash.parse("%064x".formatted(new java.math.BigInteger(bits.toString(), 2)));
    }
}
