package dev.slipway.media.device;

import java.io.Serial;

/** A device's encoder did not open, failed or did not do what it was told; the rendition is made again in software. */
public final class DeviceLostException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DeviceLostException(String encoder, Throwable cause) {
        super(encoder + ": " + cause.getMessage(), cause);
    }
}
