package dev.slipway.media.ffmpeg.container;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;

/** Owns a copy of what an encoder says of its stream, parameter sets included; the encoder may be gone by then. */
public final class TrackTemplate implements AutoCloseable {
    private final AVCodecParameters parameters = avcodec.avcodec_parameters_alloc();
    private final Timebase timebase;
    private final int rateNumerator;
    private final int rateDenominator;

    public TrackTemplate(AVCodecContext context) {
        timebase = Timebase.of(context.time_base());
        rateNumerator = context.framerate().num();
        rateDenominator = context.framerate().den();
        FfmpegException.check(avcodec.avcodec_parameters_from_context(parameters, context), "describe the track");
    }

    public AVCodecParameters parameters() {
        return parameters;
    }

    public Timebase timebase() {
        return timebase;
    }

    int rateNumerator() {
        return rateNumerator;
    }

    int rateDenominator() {
        return rateDenominator;
    }

    @Override
    public void close() {
        avcodec.avcodec_parameters_free(parameters);
    }
}
