package dev.slipway.desk.bench.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names for the places of one machine, so that a report says the same on every other. */
final class Places {
    private final Map<String, String> names;

    private Places(Map<String, String> names) {
        this.names = names;
    }

    /** @param work the bench's own folder */
    static Places of(Path work) {
        Map<String, String> names = new LinkedHashMap<>();
        add(names, work.toAbsolutePath(), "WORK");
        add(names, Path.of(System.getProperty("java.home")), "JAVA_HOME");
        // The launcher starts the desk from one jar in client-desktop/target.
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        add(names, jar.resolve("../../..").normalize(), "SLIPWAY");
        add(names, Path.of(System.getProperty("user.home")), "~");
        return new Places(names);
    }

    private static void add(Map<String, String> names, Path place, String name) {
        if (place.getNameCount() > 0) {
            names.put(place.toString(), name);
        }
    }

    String named(String text) {
        String named = text;
        for (Map.Entry<String, String> place : names.entrySet()) {
            named = named.replace(place.getKey(), place.getValue());
        }
        return named;
    }
}
