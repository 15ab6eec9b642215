package dev.slipway.desk.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The folders that programs are found in, as the variable PATH lists them. */
public record SearchPath(String value) {

    public Optional<Path> find(String program) {
        return Arrays.stream(value.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
