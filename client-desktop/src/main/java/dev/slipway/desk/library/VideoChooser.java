package dev.slipway.desk.library;

import java.nio.file.Path;
import java.util.List;

/** Asks a person for videos. */
@FunctionalInterface
public interface VideoChooser {

    /** @return absolute paths; empty when the person thought better of it */
    List<Path> choose();
}
