package dev.slipway.desk.profile;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a picture. */
@FunctionalInterface
public interface PictureChooser {

    /** @return an absolute path; empty when the person thought better of it */
    Optional<Path> choosePicture();
}
