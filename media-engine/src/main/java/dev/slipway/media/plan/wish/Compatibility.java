package dev.slipway.media.plan.wish;

/** Whether players without VP9 and Opus, Safari above all, get a rung of their own. */
public enum Compatibility {
    WITH_H264,
    VP9_ONLY
}
