package dev.slipway.media.mp4;

import java.io.IOException;

/** The bytes are not a single-file fragmented MP4 as this engine writes them; the message says where and why. */
public final class BoxException extends IOException {
    private static final long serialVersionUID = 1;

    BoxException(String box, String reason) {
        super(box + ": " + reason);
    }

    BoxException(String box, String reason, ArithmeticException cause) {
        super(box + ": " + reason, cause);
    }
}
