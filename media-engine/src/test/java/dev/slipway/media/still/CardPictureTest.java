package dev.slipway.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.Clips;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardPictureTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aTurnedVideoHasAnUprightPictureThatAnyProgramReads() throws Exception {
        Path picture = folder.resolve("picture.jpg");

        CardPicture.write(Clips.require("phone-352x288-rot90-h264.mp4"), picture, new Cancellation());

        BufferedImage read = ImageIO.read(picture.toFile());
        assertThat(read.getHeight()).isGreaterThan(read.getWidth()).isLessThanOrEqualTo(640);
        assertThat(shades(read)).as("a film's picture, not one colour").isGreaterThan(100);
        assertThat(folder.toFile().list()).containsExactly("picture.jpg");
    }

    private static long shades(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
    }
}
