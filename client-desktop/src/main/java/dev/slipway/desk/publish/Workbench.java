package dev.slipway.desk.publish;

import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.prepare.VideoEngine;
import java.nio.file.Path;

/**
 * What publishing works with, the same for every publication.
 *
 * @param publications has a folder for each, with its prepared files
 */
public record Workbench(VideoEngine engine, Path publications, Dock dock) {}
