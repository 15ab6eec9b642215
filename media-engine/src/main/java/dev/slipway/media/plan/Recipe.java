package dev.slipway.media.plan;

/** What a creator asks of the engine, in one word. */
public enum Recipe {
    /** Two VP9 rungs at libvpx's fastest speed: for trying things out and for slow machines. */
    FAST,
    /** The whole VP9 ladder and Opus: the default. */
    WEB;

    /** libvpx's cpu-used in realtime mode. */
    int vp9Speed() {
        return this == FAST ? 8 : 6;
    }
}
