package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The luma of every picture of a file as the system's own ffmpeg decodes it, row after row. */
public record Film(int width, int height, List<byte[]> pictures) {

    /** At the file's own size, which must be this one. */
    public static Film of(Path file, int width, int height) throws IOException, InterruptedException {
        Path raw = Files.createTempFile("film", ".gray");
        try {
            FfmpegTool.ffmpeg(
                    "-y",
                    "-i",
                    file.toString(),
                    "-map",
                    "0:v:0",
                    "-vf",
                    "extractplanes=y",
                    "-vsync",
                    "0",
                    "-f",
                    "rawvideo",
                    raw.toString());
            byte[] all = Files.readAllBytes(raw);
            List<byte[]> pictures = new ArrayList<>();
            for (int at = 0; at + width * height <= all.length; at += width * height) {
                pictures.add(Arrays.copyOfRange(all, at, at + width * height));
            }
            return new Film(width, height, pictures);
        } finally {
            Files.delete(raw);
        }
    }

    public int luma(int picture, int x, int y) {
        return Byte.toUnsignedInt(pictures.get(picture)[y * width + x]);
    }

    public double mean(int picture) {
        long sum = 0;
        for (byte value : pictures.get(picture)) {
            sum += Byte.toUnsignedInt(value);
        }
        return (double) sum / pictures.get(picture).length;
    }

    /** How far, summed over all pixels, a picture is from one of another film. */
    public long difference(int picture, Film other, int otherPicture) {
        byte[] one = pictures.get(picture);
        byte[] two = other.pictures.get(otherPicture);
        long sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += Math.abs(Byte.toUnsignedInt(one[at]) - Byte.toUnsignedInt(two[at]));
        }
        return sum;
    }

    /** How far, summed over a picture, lines stand out from both their neighbours: what woven fields look like. */
    public long combing(int picture) {
        long sum = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 0; x < width; x++) {
                int above = luma(picture, x, y - 1) - luma(picture, x, y);
                int below = luma(picture, x, y + 1) - luma(picture, x, y);
                sum += above * below > 0 ? Math.min(Math.abs(above), Math.abs(below)) : 0;
            }
        }
        return sum;
    }
}
