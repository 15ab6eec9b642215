package dev.slipway.media.probe.source;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file itself, before any container is looked for in it. */
public record SourceFile(Path path) {

    public void requireNoStillPicture() {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new MediaException(
                    ProblemCode.NOT_A_VIDEO,
                    path + " is not an ordinary file. Copy the video into one and choose that.");
        }
        if (!Files.isRegularFile(path)) {
            throw new MediaException(
                    ProblemCode.FILE_NOT_FOUND, "There is no file " + path + ". Check the path and try again.");
        }
        if (StillPictures.isPicture(header())) {
            throw new MediaException(
                    ProblemCode.STILL_PICTURE, name() + " is a still picture, whatever its name says. Choose a video.");
        }
    }

    /** The share of its bytes that a container promises and that are not there, 0 where it promises nothing. */
    public double missingShare() {
        long size = size();
        long declared = DeclaredLength.of(header()).orElse(size);
        return declared > size ? (double) (declared - size) / declared : 0;
    }

    public boolean isScrambled() {
        return ScrambledStream.isScrambled(beginning(ScrambledStream.HEADER_BYTES));
    }

    private byte[] header() {
        return beginning(Math.max(StillPictures.HEADER_BYTES, DeclaredLength.HEADER_BYTES));
    }

    private byte[] beginning(int most) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new MediaException(ProblemCode.FILE_NOT_FOUND, path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new MediaException(ProblemCode.FILE_NOT_FOUND, path + " went away while it was read.", e);
        }
    }

    public Path name() {
        return path.getFileName();
    }
}
