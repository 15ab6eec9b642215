package dev.slipway.desk.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that everything was checked out to. */
public final class Checkout {
    private Checkout() {}

    /** Above the working folder, which is a module's. */
    public static Path root() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("slipway")) && Files.isDirectory(folder.resolve("shared-model"))) {
                return folder;
            }
        }
        throw new AssertionError("the project's root is not above the working folder");
    }
}
