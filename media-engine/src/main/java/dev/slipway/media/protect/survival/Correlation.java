package dev.slipway.media.protect.survival;

/** Adds up how much of some noise is in what a decoder shows. */
final class Correlation {
    private long product;
    private long squares;

    /**
     * @param original luma without noise
     * @param treated luma with it
     * @param decoded luma of the same picture
     */
    void add(byte[] original, byte[] treated, byte[] decoded) {
        long products = 0;
        long energy = 0;
        for (int i = 0; i < original.length; i++) {
            int plain = original[i] & 0xff;
            int noise = (treated[i] & 0xff) - plain;
            products += (long) ((decoded[i] & 0xff) - plain) * noise;
            energy += (long) noise * noise;
        }
        product = Math.addExact(product, products);
        squares = Math.addExact(squares, energy);
    }

    /** 0 where there is no noise at all. */
    double share() {
        return squares == 0 ? 0 : (double) product / squares;
    }
}
