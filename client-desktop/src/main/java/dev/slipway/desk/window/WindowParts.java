package dev.slipway.desk.window;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.home.SlipwayHome;
import dev.slipway.desk.instance.SingleInstance;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What the window is given.
 *
 * @param cancel of the process: pressed, it closes the window
 * @param files to open at once
 */
public record WindowParts(
        SlipwayHome home,
        VideoEngine engine,
        InstantSource clock,
        Database database,
        Dock dock,
        SingleInstance instance,
        CancelSignal cancel,
        List<Path> files) {
    public WindowParts {
        files = List.copyOf(files);
    }
}
