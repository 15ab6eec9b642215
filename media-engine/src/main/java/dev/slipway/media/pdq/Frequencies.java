package dev.slipway.media.pdq;

import java.util.Arrays;

/**
 * The second half of PDQ: the {@value #SIDE} × {@value #SIDE} lowest frequencies of a small picture but for the mean, by a
 * cosine transform (DCT-II) of rows and columns, as C. Zauner's "Implementation and Benchmarking of Perceptual Image Hash
 * Functions" (2010) has it.
 */
final class Frequencies {
    static final int SIDE = 16;

    private static final float[][] COSINES = cosines();

    private final float[] values;

    private Frequencies(float[] values) {
        this.values = values;
    }

    static Frequencies of(SmallLuma picture) {
        float[][] columns = new float[SIDE][SmallLuma.SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int x = 0; x < SmallLuma.SIDE; x++) {
                float sum = 0;
                for (int y = 0; y < SmallLuma.SIDE; y++) {
                    sum += COSINES[i][y] * picture.at(y, x);
                }
                columns[i][x] = sum;
            }
        }
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                float sum = 0;
                for (int x = 0; x < SmallLuma.SIDE; x++) {
                    sum += columns[i][x] * COSINES[j][x];
                }
                values[i * SIDE + j] = sum;
            }
        }
        return new Frequencies(values);
    }

    private static float[][] cosines() {
        float scale = (float) Math.sqrt(2.0 / SmallLuma.SIDE);
        float[][] cosines = new float[SIDE][SmallLuma.SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int x = 0; x < SmallLuma.SIDE; x++) {
                cosines[i][x] = (float) (scale * Math.cos(Math.PI / 2 / SmallLuma.SIDE * (i + 1) * (2 * x + 1)));
            }
        }
        return cosines;
    }

    /** @param row vertical frequency, from 0 for the lowest that is kept */
    float at(int row, int column) {
        return values[row * SIDE + column];
    }

    /** A bit for each frequency that is stronger than the lower of the two middle ones. */
    PdqHash hash() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        long[] words = new long[values.length / Long.SIZE];
        for (int bit = 0; bit < values.length; bit++) {
            if (values[bit] > median) {
                words[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
