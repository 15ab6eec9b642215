package dev.slipway.media.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real clips that lie beside the checkout. */
public final class Clips {
    private Clips() {}

    /** Skips the test when the clip is missing, and fails it instead when {@code CI=true}. */
    public static Path require(String name) {
        Path clip = repository().resolveSibling("shared").resolve("media").resolve(name);
        boolean present = Files.isReadable(clip);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("the test clip %s", clip).isTrue();
        }
        assumeTrue(present, () -> "skipped: there is no test clip " + clip);
        return clip;
    }

    /** The checkout's root folder. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("media-engine")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
