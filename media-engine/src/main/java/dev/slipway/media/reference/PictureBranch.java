package dev.slipway.media.reference;

import dev.slipway.media.plan.output.Size;
import java.util.List;

/**
 * One output that is made of pictures.
 *
 * @param select filters that choose its pictures, without a comma at the end; empty for all of them
 * @param finish filters after the scaler, likewise
 * @param carries whether smaller outputs may be scaled from it
 * @param part of the source that a command of its own reads instead of selecting, as input options; empty for all
 * @param arguments of the command for encoder and container
 */
record PictureBranch(
        String path,
        Size size,
        String select,
        String finish,
        boolean carries,
        List<String> part,
        List<String> arguments) {
    PictureBranch {
        part = List.copyOf(part);
        arguments = List.copyOf(arguments);
    }

    /** What is left to choose when only the part is read. */
    String selectWithinPart() {
        return part.isEmpty() ? select : "";
    }

    String scaleFrom(Size parent) {
        return parent.equals(size) ? "null" : "scale=%d:%d:flags=bicubic".formatted(size.width(), size.height());
    }
}
