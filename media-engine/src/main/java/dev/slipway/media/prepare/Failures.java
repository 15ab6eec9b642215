package dev.slipway.media.prepare;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Says in words why a preparation ended. */
final class Failures {
    /** With less than this left, a failed write means a full disk, whatever the system's message says. */
    private static final long FULL_BYTES = 1 << 20;

    private Failures() {}

    /** The same, and where a disk is full also how much of it the plan takes. */
    static MediaException inWords(Exception failure, Path directory, Plan plan) {
        MediaException told = inWords(failure, directory);
        return told.code() == ProblemCode.DISK_FULL && !told.equals(failure)
                ? new MediaException(told.code(), told.getMessage() + " " + DiskSpace.inWords(plan), failure)
                : told;
    }

    static MediaException inWords(Exception failure, Path directory) {
        return switch (failure) {
            case MediaException known -> known;
            case CancellationException e -> new MediaException(ProblemCode.CANCELLED, "Cancelled.", e);
            case FfmpegException e when e.isOfTheSource() -> unreadable(e);
            case FfmpegException e when e.isDiskFull() -> diskFull(directory, e);
            case UncheckedIOException e -> inWords(Objects.requireNonNull(e.getCause()), directory);
            case IOException e when isDiskFull(e, directory) -> diskFull(directory, e);
            default ->
                new MediaException(
                        ProblemCode.ENCODE_FAILED,
                        "The video could not be encoded: " + failure.getMessage()
                                + ". Try another recipe, or send us the file's probe.",
                        failure);
        };
    }

    private static MediaException unreadable(FfmpegException cause) {
        return new MediaException(
                ProblemCode.FILE_NOT_FOUND,
                "The video could not be read any further (" + cause.getMessage() + "). Check the disk that it is on and"
                        + " give the same command again: it goes on with what is finished.",
                cause);
    }

    private static boolean isDiskFull(IOException failure, Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() < FULL_BYTES
                    || String.valueOf(failure.getMessage()).contains("No space left");
        } catch (IOException unknown) {
            failure.addSuppressed(unknown);
            return false;
        }
    }

    private static MediaException diskFull(Path directory, Exception cause) {
        return new MediaException(
                ProblemCode.DISK_FULL,
                "The disk that holds " + directory
                        + " is full. Free some space there and give the same command again: it goes"
                        + " on with what is finished.",
                cause);
    }
}
