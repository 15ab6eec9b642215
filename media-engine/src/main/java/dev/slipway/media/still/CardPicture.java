package dev.slipway.media.still;

import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.StillFormat;
import dev.slipway.media.ffmpeg.codec.StillPicture;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One picture of a source as a small JPEG file, upright and in standard range: for a list of videos before anything is
 * made of them. It is taken a tenth into the film, behind black beginnings.
 */
public final class CardPicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 640;
    private static final int INTO_THE_FILM = 10;

    /** JFIF is full-range BT.601; FFmpeg's JPEG encoder otherwise asks for a pixel format of its own. */
    private static final String TO_JFIF =
            "scale=w=%d:h=%d:force_original_aspect_ratio=decrease:force_divisible_by=2:in_color_matrix=bt709"
                    + ":out_color_matrix=bt601:out_range=pc,format=yuv420p";

    /** The encoder's family does not combine closed groups of pictures, which every encoder is asked for, with itself. */
    private static final Map<String, String> OPTIONS =
            Map.of("strict", "unofficial", "qmin", "3", "qmax", "3", "flags", "-cgop");

    private CardPicture() {}

    /** @param target is replaced whole */
    public static void write(Path source, Path target, Cancellation cancellation) throws IOException {
        SourceScan scan = SourceScan.scan(source, Damage.ACCEPTED, ProgressListener.silent(), cancellation);
        Plan plan = Planner.plan(scan, PlanRequest.defaults(), 1);
        long wanted = plan.timeline().frames() / INTO_THE_FILM;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new OriginalPictures(source, scan, plan)
                .read(wanted, wanted + 1, picture -> encode(picture, file), cancellation);
        WholeFile.replace(target, file.toByteArray());
    }

    private static void encode(Frame picture, ByteArrayOutputStream file) {
        file.reset();
        try (FilterGraph scale = FilterGraph.forPictures(
                picture.pictureFormat(), Timebase.MICROSECONDS, TO_JFIF.formatted(WIDTH, HEIGHT), 1)) {
            scale.filter(
                    picture, small -> file.writeBytes(StillPicture.encode(small, "mjpeg", StillFormat.YUV, OPTIONS)));
        }
    }
}
