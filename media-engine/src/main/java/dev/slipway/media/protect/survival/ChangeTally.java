package dev.slipway.media.protect.survival;

/** How many pixels changed by how much; it compares pictures and knows nothing of how they were made. */
final class ChangeTally {
    private final long[] counts = new long[256];

    void add(byte[] original, byte[] treated) {
        for (int i = 0; i < original.length; i++) {
            counts[Math.abs((treated[i] & 0xff) - (original[i] & 0xff))]++;
        }
    }

    int largest() {
        int largest = counts.length - 1;
        while (largest > 0 && counts[largest] == 0) {
            largest--;
        }
        return largest;
    }

    int median() {
        long half = (total() + 1) / 2;
        int median = 0;
        long below = counts[0];
        while (below < half) {
            median++;
            below += counts[median];
        }
        return median;
    }

    double mean() {
        double sum = 0;
        for (int change = 0; change < counts.length; change++) {
            sum += (double) change * counts[change];
        }
        return sum / Math.max(1, total());
    }

    /** The share of pixels that changed at all. */
    double touched() {
        return 1 - (double) counts[0] / Math.max(1, total());
    }

    private long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
