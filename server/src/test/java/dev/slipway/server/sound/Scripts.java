package dev.slipway.server.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs as operators may write them. */
final class Scripts {
    private Scripts() {}

    /** @param body after the first line; {@code $1} is the file */
    static Path script(Path folder, String body) throws IOException {
        Path script = Files.createTempFile(folder, "check", ".sh");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }
}
