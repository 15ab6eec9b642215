package dev.slipway.media.quality;

/**
 * How near a run of pictures is to its reference.
 *
 * @param frames how many pairs were compared
 * @param xpsnr decibels, at most {@link #CEILING}: Helmrich et al., "XPSNR: a low-complexity extension of the
 *     perceptually weighted PSNR" (2020). Over pictures it is the square-mean-root average of their weighted distortion,
 *     as FFmpeg's filter computes it
 * @param psnr decibels of the mean squared error over all pictures, at most {@link #CEILING}
 * @param ssim mean over all pictures; 1 for identical ones: Wang et al. (2004)
 */
public record Quality(long frames, PlaneValues xpsnr, PlaneValues psnr, PlaneValues ssim) {
    /** Stands for "identical", where the formula says infinity; 8-bit pictures that differ at all stay below it. */
    public static final double CEILING = 100;
}
