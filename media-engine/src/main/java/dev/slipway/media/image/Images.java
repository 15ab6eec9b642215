package dev.slipway.media.image;

import dev.slipway.media.ffmpeg.codec.StillFormat;
import dev.slipway.media.ffmpeg.codec.StillPicture;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.WholeFile;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.ProfileRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes pictures anew: nothing of the file that they were in goes with them but what is seen. */
public final class Images {
    /** Wide enough to choose a square on a large screen. */
    private static final int VIEW_SIDE = 1024;

    private static final List<Integer> QUALITIES = List.of(85, 60, 30);

    private Images() {}

    /**
     * Writes the picture as PNG, upright and at most 1024 pixels a side: to be shown, whatever kind of file it is in.
     *
     * @param target is replaced whole
     */
    public static void view(Path source, Path target) throws IOException {
        String chain = "scale=w='min(iw\\," + VIEW_SIDE + ")':h='min(ih\\," + VIEW_SIDE
                + ")':force_original_aspect_ratio=decrease,format=rgba";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ImageFile(source)
                .read(
                        chain,
                        picture -> file.writeBytes(StillPicture.encode(picture, "png", StillFormat.RGBA, Map.of())));
        WholeFile.replace(target, file.toByteArray());
    }

    /**
     * Writes a square of the picture as an avatar: WebP, {@link ProfileRules#AVATAR_SIDE} pixels a side.
     *
     * @param target is replaced whole
     */
    public static void avatar(Path source, Crop crop, Path target) throws IOException {
        String chain = crop.filter() + ",scale=" + ProfileRules.AVATAR_SIDE + ":" + ProfileRules.AVATAR_SIDE
                + ":flags=lanczos,format=bgra";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ImageFile(source).read(chain, picture -> file.writeBytes(webp(picture)));
        WholeFile.replace(target, file.toByteArray());
    }

    private static byte[] webp(Frame picture) {
        for (int quality : QUALITIES) {
            byte[] file = StillPicture.encode(
                    picture, "libwebp", StillFormat.BGRA, Map.of("quality", Integer.toString(quality)));
            if (file.length <= ProfileRules.MAX_AVATAR_BYTES) {
                return file;
            }
        }
        throw new MediaException(
                ProblemCode.PAYLOAD_TOO_LARGE, "The picture does not fit into an avatar. Choose a plainer one.");
    }
}
