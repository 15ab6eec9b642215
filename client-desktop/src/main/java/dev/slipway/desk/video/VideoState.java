package dev.slipway.desk.video;

import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.problem.ProblemCode;

/** What is known of a video. */
public sealed interface VideoState {

    /** It is being read. */
    record Looking(double fraction) implements VideoState {}

    /** A person told it to stop. */
    record Stopped() implements VideoState {}

    /** It can be published. */
    record Known(MediaFacts facts) implements VideoState {}

    /**
     * It cannot be published.
     *
     * @param message the engine's own sentence
     */
    record Refused(ProblemCode code, String message) implements VideoState {}
}
