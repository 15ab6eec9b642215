package dev.slipway.desk.player;

import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.model.problem.ProblemCode;

/** How the player stands. */
public sealed interface PlayerState {
    /** No worker runs. */
    record Closed() implements PlayerState {}

    /** @param fraction of the file that was looked through, from 0 to 1 */
    record Opening(double fraction) implements PlayerState {}

    /** Also while a worker that died is replaced. */
    record Open(Heard heard) implements PlayerState {}

    /** What is heard of a film while it plays. */
    enum Heard {
        ITS_SOUND,
        NOTHING_TO_HEAR,
        /** This machine has no sound output that could be opened. */
        NO_OUTPUT;

        static Heard by(PreviewEvent.Clock clock) {
            return switch (clock) {
                case SOUND -> ITS_SOUND;
                case SILENT_FILM -> NOTHING_TO_HEAR;
                case NO_OUTPUT -> NO_OUTPUT;
            };
        }
    }

    record Failed(ProblemCode code, String message) implements PlayerState {}
}
