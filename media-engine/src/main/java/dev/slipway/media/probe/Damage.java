package dev.slipway.media.probe;

/** What becomes of a source of which more is missing or damaged than {@link LossRule} tolerates. */
public enum Damage {
    REFUSED,
    /** The creator insists: the last good picture stands for what is missing. */
    ACCEPTED
}
