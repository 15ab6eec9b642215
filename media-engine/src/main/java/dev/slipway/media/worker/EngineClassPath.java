package dev.slipway.media.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The part of this JVM's class path that the engine needs: a worker that checks hostile files sees nothing else. */
final class EngineClassPath {
    private static final List<String> JARS = List.of(
            "media-engine",
            "shared-model",
            "ffmpeg",
            "javacpp",
            "jackson",
            "slf4j",
            "java-json-canonicalization",
            "onnxruntime");
    private static final String OURS = "dev/slipway/";

    private EngineClassPath() {}

    static List<Path> entries() {
        Set<Path> all = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                add(Path.of(entry).toAbsolutePath().normalize(), all);
            }
        }
        return all.stream().filter(EngineClassPath::isNeeded).toList();
    }

    /** A jar may be nothing but a manifest that lists the others; test runners and packagers like that. */
    private static void add(Path entry, Set<Path> all) {
        if (!Files.exists(entry) || !all.add(entry) || Files.isDirectory(entry)) {
            return;
        }
        for (Path listed : listedIn(entry)) {
            add(listed, all);
        }
    }

    private static List<Path> listedIn(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String listed =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            List<Path> paths = new ArrayList<>();
            for (String address :
                    listed == null ? new String[0] : listed.strip().split("\\s+")) {
                URI resolved = jar.toUri().resolve(address);
                if ("file".equals(resolved.getScheme())) {
                    paths.add(Path.of(resolved).toAbsolutePath().normalize());
                }
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException("class path entry " + jar + " cannot be read", e);
        }
    }

    private static boolean isNeeded(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.isDirectory(entry.resolve(OURS + "media")) || Files.isDirectory(entry.resolve(OURS + "model"));
        }
        String name = entry.getFileName().toString();
        return JARS.stream().anyMatch(name::startsWith);
    }
}
