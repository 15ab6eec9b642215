package dev.slipway.desk.profile;

import dev.slipway.desk.problem.DeskException;
import java.nio.file.Path;

/** How far the choice of an avatar is. */
public sealed interface AvatarState {

    /** Nothing is being chosen. */
    record Idle() implements AvatarState {}

    /** A picture is read, or written as an avatar. */
    record Working() implements AvatarState {}

    /**
     * A square of it is to be chosen.
     *
     * @param picture as it was chosen
     * @param view the same as PNG, upright
     */
    record Cropping(Path picture, Path view) implements AvatarState {}

    /** The picture cannot be taken. */
    record Refused(DeskException problem) implements AvatarState {}
}
