package dev.slipway.media.ffmpeg.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.Timebase;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 50;

    /** A filter that turns a picture over leaves its memory alone and reads it from the last row to the first. */
    @Test
    void rowsThatLieOneBeforeTheOtherAreReadFromTheTop() {
        try (FilterGraph pictures =
                FilterGraph.pictureSource("testsrc2=s=%dx%d,format=yuv420p".formatted(WIDTH, HEIGHT))) {
            pictures.pull(picture -> {
                byte[] upright = picture.plane(0);
                try (FilterGraph flip =
                        FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, "vflip", 1)) {
                    flip.filter(picture, turned -> {
                        assertThat(turned.pointer().linesize(0))
                                .as("what this is about")
                                .isNegative();
                        byte[] rows = turned.plane(0);
                        for (int row = 0; row < HEIGHT; row++) {
                            assertThat(row(rows, row)).isEqualTo(row(upright, HEIGHT - 1 - row));
                        }
                        assertThat(turned.plane(1)).hasSize(WIDTH / 2 * HEIGHT / 2);
                    });
                }
            });
        }
    }

    /** FFmpeg's guess depends on what it decoded before, so it counts only where the file says nothing. */
    @Test
    void aTimeThatTheFileTellsIsTaken() {
        try (Frame picture = new Frame()) {
            picture.pointer().best_effort_timestamp(9);
            picture.setPts(Timebase.NONE);
            assertThat(picture.bestTime()).isEqualTo(9);
            picture.setPts(5);
            assertThat(picture.bestTime()).isEqualTo(5);
        }
    }

    @Test
    void aBlockIsDrawnWhereItBelongsAndNothingElseChanges() {
        try (Frame picture = Frame.blankPicture(WIDTH, HEIGHT)) {
            picture.fillPlane(0, 16);
            byte[] block = new byte[12];
            Arrays.fill(block, (byte) 200);
            picture.drawPlane(0, 7, 9, 4, block);
            byte[] drawn = picture.plane(0);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean inside = x >= 7 && x < 11 && y >= 9 && y < 12;
                    assertThat(drawn[y * WIDTH + x] & 0xff).as("%d,%d", x, y).isEqualTo(inside ? 200 : 16);
                }
            }
        }
    }

    private static byte[] row(byte[] plane, int row) {
        return Arrays.copyOfRange(plane, row * WIDTH, (row + 1) * WIDTH);
    }
}
