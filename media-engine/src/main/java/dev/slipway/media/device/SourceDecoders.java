package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;

/** Who decodes one job's source: a device until it fails, from there on software. Not thread-safe. */
public final class SourceDecoders implements PictureDecoder.Factory {
    private final PictureDecoder.Factory device;
    private final SourceDecoder chosen;
    private final ProgressListener listener;
    private boolean lost;

    private SourceDecoders(PictureDecoder.Factory device, SourceDecoder chosen, ProgressListener listener) {
        this.device = device;
        this.chosen = chosen;
        this.listener = listener;
    }

    /** @param listener hears when software stands in for the device */
    public static PictureDecoder.Factory of(Devices devices, Cards cards, ProgressListener listener) {
        SourceDecoder chosen = devices.decoder();
        return chosen == null
                ? SourceDecoders::inSoftware
                : new SourceDecoders(cards.decodersOf(chosen.device()), chosen, listener);
    }

    /**
     * Gives the same pictures however its threads are scheduled, also where the source is damaged and FFmpeg notices it. It
     * does not always: a B-picture of H.264 whose damaged bits still mean something may read from a picture that another
     * thread has not finished, unnoticed and otherwise each time (seen in 1 of 40 runs of a scratched film).
     */
    public static PictureDecoder inSoftware(Track track, int threads) {
        return threads == 1
                ? Decoder.open(track, 1)
                : RescuedDecoder.ofThreads(Decoder.open(track, threads), () -> Decoder.open(track, 1));
    }

    /** How decoders on devices are opened; tests put failing ones in their place. */
    @FunctionalInterface
    public interface Cards {
        PictureDecoder.Factory decodersOf(DeviceDecoder device);
    }

    @Override
    public PictureDecoder open(Track track, int threads) {
        if (lost || !chosen.codecs().contains(track.codecName())) {
            return inSoftware(track, threads);
        }
        try {
            PictureDecoder decoder = device.open(track, threads);
            return RescuedDecoder.ofDevice(decoder, () -> inSoftware(track, threads), this::tell);
        } catch (FfmpegException e) {
            tell(e);
            return inSoftware(track, threads);
        }
    }

    private void tell(FfmpegException reason) {
        lost = true;
        listener.notice(new Notice(
                Notice.DEVICE_LOST,
                "The source is decoded in software from here on, because the hardware decoder "
                        + chosen.device().label() + " failed (" + reason.getMessage() + ")."));
    }
}
