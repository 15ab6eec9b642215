package dev.slipway.media.quality;

/** What a meter measures of each pair of pictures; fewer measures take less time. */
public enum Measure {
    PSNR("psnr"),
    SSIM("ssim"),
    /** Weights errors by how busy the reference is there and how it moves, so the reference must come first. */
    XPSNR("xpsnr");

    private final String filter;

    Measure(String filter) {
        this.filter = filter;
    }

    /** FFmpeg's name of its filter. */
    String filter() {
        return filter;
    }
}
