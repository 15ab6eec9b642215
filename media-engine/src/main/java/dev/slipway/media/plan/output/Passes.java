package dev.slipway.media.plan.output;

/** How often an encoder looks at the pictures. */
public enum Passes {
    ONE,
    /** First to learn where bits are needed, then to spend them there. */
    TWO
}
