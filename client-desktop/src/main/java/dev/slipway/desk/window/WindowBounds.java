package dev.slipway.desk.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the window stood, in the screen's logical pixels.
 *
 * @param maximised then the rest is what it goes back to
 */
record WindowBounds(long x, long y, long width, long height, boolean maximised) {
    static final long LEAST_WIDTH = 960;
    static final long LEAST_HEIGHT = 640;
    /** For the first start: in the middle of the screen, which the system chooses for a place that is nowhere. */
    static final WindowBounds FIRST = new WindowBounds(Integer.MIN_VALUE, Integer.MIN_VALUE, 1280, 820, false);

    private static final int PARTS = 5;

    /** As the settings keep it. */
    String text() {
        return x + " " + y + " " + width + " " + height + " " + maximised;
    }

    /** Empty for what is not bounds, and for a window too small to use. */
    static Optional<WindowBounds> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(text.split(" ", -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            long[] numbers =
                    parts.stream().limit(PARTS - 1).mapToLong(Long::parseLong).toArray();
            return Optional.of(new WindowBounds(
                            numbers[0], numbers[1], numbers[2], numbers[3], Boolean.parseBoolean(parts.getLast())))
                    .filter(bounds -> bounds.width >= LEAST_WIDTH && bounds.height >= LEAST_HEIGHT);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
