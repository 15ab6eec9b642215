package dev.slipway.desk.sidebyside;

import dev.slipway.desk.problem.DeskException;

/** How far a comparison is. */
public sealed interface SideBySideState {

    /** Nobody has asked for one. */
    record Nothing() implements SideBySideState {}

    /** It is being made. */
    record Working() implements SideBySideState {}

    /** It can be looked at. */
    record Shown(Compared compared) implements SideBySideState {}

    /** It came to nothing. */
    record Failed(DeskException problem) implements SideBySideState {}
}
