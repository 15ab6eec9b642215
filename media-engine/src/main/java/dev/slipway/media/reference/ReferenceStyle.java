package dev.slipway.media.reference;

/** How somebody without this engine would make the same files. */
public enum ReferenceStyle {
    /** One command with the engine's own graph, encoders and settings. */
    SAME_GRAPH,
    /** One command as an expert writes it for the least work: the cascade, and every encoder on one thread. */
    BY_HAND,
    /** A command for each file, each decoding the source again. */
    SEPARATE
}
