package dev.slipway.media.ffmpeg;

import dev.slipway.media.picture.Orientation;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** FFmpeg's AV_PKT_DATA_DISPLAYMATRIX and AV_FRAME_DATA_DISPLAYMATRIX: nine numbers of 32 bits, row by row. */
public final class DisplayMatrix {
    private static final int BYTES = 36;

    private DisplayMatrix() {}

    /** Which way up it shows the picture; upright where there is too little of it. */
    public static Orientation orientation(BytePointer data, long bytes) {
        if (bytes < BYTES) {
            return Orientation.UPRIGHT;
        }
        IntPointer values = new IntPointer(data);
        return Orientation.of(values.get(0), values.get(1), values.get(3), values.get(4));
    }
}
