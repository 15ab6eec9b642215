package dev.slipway.desk.publish;

import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.prepare.PrepareOptions;
import java.nio.file.Path;

/** What a person wants published: how the files are to be made, and where they are to be launched. */
public record PublishRequest(Path source, PrepareOptions options, LaunchRequest launch) {}
