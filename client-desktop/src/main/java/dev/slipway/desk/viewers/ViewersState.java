package dev.slipway.desk.viewers;

import dev.slipway.desk.problem.DeskException;
import java.net.URI;

/** Whether the finished film is on the screen as viewers get it. */
public sealed interface ViewersState {

    /** Nobody looks. */
    record Closed() implements ViewersState {}

    /** It is made ready. */
    record Opening() implements ViewersState {}

    /** @param link where a player finds it */
    record Open(URI link) implements ViewersState {}

    /** There is no H.264 version. */
    record NotMade() implements ViewersState {}

    /** This machine's player cannot, which says nothing of the film. */
    record NoPlayer(String reason) implements ViewersState {}

    /** The files are not as they were made. */
    record Failed(DeskException problem) implements ViewersState {}
}
