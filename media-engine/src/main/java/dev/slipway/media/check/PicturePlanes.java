package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.frame.Frame;

/** The three planes of a decoded 4:2:0 picture, of which the two of colour are half as wide and high. */
record PicturePlanes(int width, int height, byte[] luma, byte[] blue, byte[] red) {

    /** A part of a plane, in pixels. */
    record Area(int left, int top, int width, int height) {
        Area half() {
            return new Area(left / 2, top / 2, (width + 1) / 2, (height + 1) / 2);
        }
    }

    static PicturePlanes of(Frame picture) {
        return new PicturePlanes(
                picture.width(), picture.height(), picture.plane(0), picture.plane(1), picture.plane(2));
    }

    Thumbprint thumbprint() {
        return thumbprint(new Area(0, 0, width, height));
    }

    Thumbprint thumbprint(Area part) {
        byte[] grey = new byte[Thumbprint.WIDTH * Thumbprint.HEIGHT];
        scale(luma, width, part, grey, 0, Thumbprint.WIDTH);
        byte[] colour = new byte[grey.length / 2];
        int stride = (width + 1) / 2;
        scale(blue, stride, part.half(), colour, 0, Thumbprint.WIDTH / 2);
        scale(red, stride, part.half(), colour, colour.length / 2, Thumbprint.WIDTH / 2);
        return new Thumbprint(grey, colour);
    }

    /** Fills {@code columns}:({@code columns} · 9/16) places of {@code small} with the averages of blocks. */
    private static void scale(byte[] plane, int stride, Area part, byte[] small, int from, int columns) {
        int rows = columns * Thumbprint.HEIGHT / Thumbprint.WIDTH;
        for (int y = 0; y < rows; y++) {
            int fromY = part.top() + y * part.height() / rows;
            int toY = Math.max(fromY + 1, part.top() + (y + 1) * part.height() / rows);
            for (int x = 0; x < columns; x++) {
                int fromX = part.left() + x * part.width() / columns;
                int toX = Math.max(fromX + 1, part.left() + (x + 1) * part.width() / columns);
                small[from + y * columns + x] = average(plane, stride, fromX, fromY, toX, toY);
            }
        }
    }

    private static byte average(byte[] plane, int stride, int fromX, int fromY, int toX, int toY) {
        long sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += Byte.toUnsignedInt(plane[y * stride + x]);
            }
        }
        return (byte) (sum / ((long) (toX - fromX) * (toY - fromY)));
    }
}
