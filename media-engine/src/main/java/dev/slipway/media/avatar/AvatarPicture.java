package dev.slipway.media.avatar;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.still.WebP;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.ProfileRules;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An author's picture on its way from a stranger's file to one of our own making. */
public final class AvatarPicture {
    private static final String PLAIN = "yuv420p";

    private static final String TO_PLAIN = "scale=out_color_matrix=bt601:out_range=tv,format=" + PLAIN;

    /** What is transparent is laid on white: whatever hides below it was never meant to be seen. */
    private static final String ON_WHITE = "format=gbrap,negate,premultiply=inplace=1,negate," + TO_PLAIN;

    /** The first that keeps within what an avatar may have; noise at the last comes to half of it. */
    private static final List<Integer> QUALITIES = List.of(82, 60, 30);

    private AvatarPicture() {}

    /**
     * The picture alone, encoded anew, without metadata. Decodes a stranger's file: for workers.
     *
     * @param uploaded the bytes of a whole WebP file
     * @return a WebP file of the simple lossy format, at most {@link ProfileRules#MAX_AVATAR_BYTES}
     * @throws MediaException when it is none, moves, is of another size or cannot be decoded
     */
    public static byte[] madeAnew(byte[] uploaded) {
        WebPLayout.check(uploaded);
        Anew anew = new Anew();
        try (Decoder decoder = Decoder.ofStills("webp");
                Packet packet = new Packet()) {
            packet.fillPicture(ByteBuffer.wrap(uploaded), 0, PictureKind.KEY);
            decoder.decode(packet, anew::take);
            decoder.decode(null, anew::take);
            if (decoder.damaged() > 0) {
                throw undecodable();
            }
        } catch (FfmpegException e) {
            throw undecodable();
        }
        return anew.webp();
    }

    private static MediaException undecodable() {
        return new MediaException(
                ProblemCode.DECODE_FAILED,
                "The author's picture is damaged and cannot be decoded. Publish with another one, or with none.");
    }

    /** Takes what comes out of the decoder. */
    private static final class Anew {
        private byte @Nullable [] webp;

        void take(Frame picture) {
            boolean asClaimed = picture.width() == ProfileRules.AVATAR_SIDE
                    && picture.height() == ProfileRules.AVATAR_SIDE
                    && !picture.isDamaged();
            if (!asClaimed || webp != null) {
                throw undecodable();
            }
            webp = encoded(picture);
        }

        byte[] webp() {
            byte[] made = webp;
            if (made == null) {
                throw undecodable();
            }
            return made;
        }

        private static byte[] encoded(Frame picture) {
            boolean plain = picture.pictureFormat().pixelFormatName().equals(PLAIN);
            for (int quality : QUALITIES) {
                byte[] made = WebP.encode(picture, plain ? TO_PLAIN : ON_WHITE, quality, WebP.USUAL_EFFORT);
                if (made.length <= ProfileRules.MAX_AVATAR_BYTES) {
                    return made;
                }
            }
            throw new IllegalStateException("no quality makes this picture small enough");
        }
    }
}
