package dev.slipway.media.image;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A picture file of a kind that people have; of an animation it is the first picture. */
final class ImageFile {
    /** FFmpeg's demuxers that look at the content alone and open nothing else. */
    private static final Set<String> FORMATS =
            Set.of("jpeg_pipe", "png_pipe", "apng", "webp_pipe", "gif", "bmp_pipe", "tiff_pipe");

    /** No avatar is worth more. */
    private static final long MOST_BYTES = 100L << 20;

    private final Path file;

    ImageFile(Path file) {
        this.file = file;
    }

    /**
     * Gives the picture upright, through more filters.
     *
     * @param chain as FFmpeg writes it, such as {@code scale=640:360}
     */
    void read(String chain, Consumer<Frame> taken) {
        requireSmallFile();
        try (Demuxer demuxer = Demuxer.openByContent(file, FORMATS)) {
            Track track =
                    demuxer.tracks().stream().findFirst().orElseThrow(() -> new FfmpegException("nothing is in it"));
            try (Decoder decoder = Decoder.open(track, 1)) {
                Frame first = first(demuxer, decoder);
                try (first) {
                    through(first, chain, taken);
                }
            }
        } catch (FfmpegException e) {
            throw notAPicture(e);
        }
    }

    private void requireSmallFile() {
        if (!Files.isRegularFile(file)) {
            throw new MediaException(
                    ProblemCode.FILE_NOT_FOUND, "There is no file " + file + ". Check the path and try again.");
        }
        if (file.toFile().length() > MOST_BYTES) {
            throw new MediaException(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    file.getFileName() + " is larger than 100 MB. Save the picture smaller and choose that.");
        }
    }

    /** The first that can be decoded. */
    private Frame first(Demuxer demuxer, Decoder decoder) {
        List<Frame> kept = new ArrayList<>(1);
        Consumer<Frame> keep = frame -> {
            if (kept.isEmpty()) {
                kept.add(frame.share());
            }
        };
        try (Packet packet = new Packet()) {
            while (kept.isEmpty() && demuxer.read(packet)) {
                decoder.decode(packet, keep);
            }
            if (kept.isEmpty()) {
                decoder.decode(null, keep);
            }
        }
        if (kept.isEmpty()) {
            throw decoder.oversized() > 0 ? tooManyPixels() : notAPicture(new FfmpegException("no picture in it"));
        }
        return kept.getFirst();
    }

    private static void through(Frame picture, String chain, Consumer<Frame> taken) {
        List<String> filters = new ArrayList<>(picture.orientation().filters());
        filters.add(chain);
        try (FilterGraph graph =
                FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, String.join(",", filters), 1)) {
            graph.filter(picture, taken);
        }
    }

    private MediaException tooManyPixels() {
        return new MediaException(
                ProblemCode.PAYLOAD_TOO_LARGE,
                file.getFileName() + " has more than 67 million pixels. Save the picture smaller and choose that.");
    }

    private MediaException notAPicture(FfmpegException cause) {
        return new MediaException(
                ProblemCode.NOT_A_PICTURE,
                file.getFileName() + " is no picture that can be read here. Choose a JPEG, PNG, WebP, GIF, BMP or TIFF"
                        + " file.",
                cause);
    }
}
