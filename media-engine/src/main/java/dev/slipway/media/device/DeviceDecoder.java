package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import java.util.Locale;

/**
 * The interfaces that devices decode by, the preferred ones first. Data-centre cards by NVIDIA have decoders and no
 * encoder, so this is chosen apart from the encoders.
 */
public enum DeviceDecoder {
    CUDA,
    VIDEOTOOLBOX,
    D3D11VA,
    VAAPI;

    /** FFmpeg's name of it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Opens decoders on it. */
    public PictureDecoder.Factory decoders() {
        return (track, threads) -> Decoder.onDevice(track, label());
    }
}
