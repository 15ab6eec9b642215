package dev.slipway.media.protect.survival;

import dev.slipway.media.plan.output.Size;
import java.util.Map;
import java.util.Objects;

/** One picture's luma in every size of the ladder. */
record LadderLuma(Map<Size, byte[]> bySize) {

    byte[] of(Size size) {
        return Objects.requireNonNull(bySize.get(size));
    }
}
