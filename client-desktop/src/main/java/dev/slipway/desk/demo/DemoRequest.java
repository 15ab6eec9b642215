package dev.slipway.desk.demo;

import dev.slipway.desk.prepare.PrepareOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shows.
 *
 * @param source null makes a clip of ten seconds
 * @param port null takes the last demo's or any free one
 */
public record DemoRequest(
        @Nullable Path source, Path folder, @Nullable Integer port, PrepareOptions options) {}
