package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.codec.ClosedKeys;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import java.util.Set;

/** Who decodes one job's source: a device until it fails, from there on software. Not thread-safe. */
public final class SourceDecoders implements PictureDecoder.Factory {
    private static final long FULL_HD = 1920 * 1088;

    /**
     * FFmpeg's decoders of these notice less of their damage than others do, and leave in its place what their threads and
     * their memory have at hand: 6 runs of one scratched HEVC film came out in 5 ways, 4 of a VP8 film in 4.
     */
    private static final Set<String> DEPEND_ON_MEMORY = Set.of("hevc", "vp8");

    private final PictureDecoder.Factory device;
    private final SourceDecoder chosen;
    private final PictureDecoder.Factory software;
    private final long restartBytes;
    private final ProgressListener listener;
    private boolean lost;

    private SourceDecoders(
            PictureDecoder.Factory device, SourceDecoder chosen, long restartBytes, ProgressListener listener) {
        this.device = device;
        this.chosen = chosen;
        this.software = inSoftware(restartBytes);
        this.restartBytes = restartBytes;
        this.listener = listener;
    }

    /**
     * @param restartBytes what {@link RestartWindow#peak()} said of the source
     * @param listener hears when software stands in for the device
     */
    public static PictureDecoder.Factory of(
            Devices devices, Cards cards, long restartBytes, ProgressListener listener) {
        SourceDecoder chosen = devices.decoder();
        return chosen == null
                ? inSoftware(restartBytes)
                : new SourceDecoders(cards.decodersOf(chosen.device()), chosen, restartBytes, listener);
    }

    /**
     * They give the same pictures however their threads are scheduled, also where the source is damaged and FFmpeg notices
     * it. Threads are told to call damaged whatever they could cover up as well: without that, fields of H.264 came out in
     * two ways (8 and 12 of 20 runs of one scratched film), with it 6 scratched films in one each in 20 runs. Damaged bits that
     * still mean something stay unnoticed.
     *
     * @param restartBytes what {@link RestartWindow#peak()} said of the source: where that is too much to be kept, one
     *     thread decodes from the beginning
     */
    public static PictureDecoder.Factory inSoftware(long restartBytes) {
        return restartBytes > RestartWindow.MOST_BYTES ? inOneThread() : SourceDecoders::openThreads;
    }

    /** Whatever is asked for. */
    public static PictureDecoder.Factory inOneThread() {
        return (track, threads) -> openOne(track);
    }

    private static PictureDecoder openOne(Track track) {
        return DEPEND_ON_MEMORY.contains(track.codecName()) ? Decoder.repeatable(track) : Decoder.open(track, 1);
    }

    private static PictureDecoder openThreads(Track track, int threads) {
        return threads == 1 || isBetterInOne(track)
                ? openOne(track)
                : RescuedDecoder.ofThreads(
                        () -> Decoder.strict(track, threads),
                        () -> openOne(track),
                        RescuedDecoder.Room.of(threads),
                        new FreshStarts(ClosedKeys.of(track)));
    }

    /**
     * One thread keeps up with the encoders up to full HD, and VP8 is seldom larger; larger pictures of HEVC need them all,
     * and may differ where they are damaged.
     */
    private static boolean isBetterInOne(Track track) {
        PictureFormat format = track.pictureFormat();
        return track.codecName().equals("vp8")
                || track.codecName().equals("hevc") && (long) format.width() * format.height() <= FULL_HD;
    }

    /** How decoders on devices are opened; tests put failing ones in their place. */
    @FunctionalInterface
    public interface Cards {
        PictureDecoder.Factory decodersOf(DeviceDecoder device);
    }

    @Override
    public PictureDecoder open(Track track, int threads) {
        if (lost || !chosen.codecs().contains(track.codecName())) {
            return software.open(track, threads);
        }
        try {
            if (restartBytes > RestartWindow.MOST_BYTES) {
                throw new FfmpegException("key frames are so far apart that a failure could not be made good");
            }
            PictureDecoder decoder = device.open(track, threads);
            return RescuedDecoder.ofDevice(decoder, () -> software.open(track, threads), this::tell);
        } catch (FfmpegException e) {
            tell(e);
            return software.open(track, threads);
        }
    }

    private void tell(FfmpegException reason) {
        lost = true;
        listener.notice(new Notice(
                Notice.DEVICE_LOST,
                "The source is decoded in software from here on, because the hardware decoder "
                        + chosen.device().label() + " failed (" + reason.getMessage() + ").",
                chosen.device().label()));
    }
}
