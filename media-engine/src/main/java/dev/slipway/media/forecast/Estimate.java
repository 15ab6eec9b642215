package dev.slipway.media.forecast;

import dev.slipway.media.plan.output.VideoCodec;

/**
 * What a sample says of a film.
 *
 * @param fill how much of its planned rate the top rung takes, at most 1
 * @param slowness how many times as long as {@link EncoderLoad} says this machine takes
 */
record Estimate(double fill, double slowness) {
    /**
     * Where nothing was tried: in the middle of what real clips took, which was a fifth to all of their rates, for those
     * pictures that are new.
     */
    static Estimate untested(VideoCodec codec, ExpectedTime time) {
        return new Estimate((codec == VideoCodec.AV1 ? 0.4 : 0.6) * time.newShare(), time.untestedSlowness());
    }
}
