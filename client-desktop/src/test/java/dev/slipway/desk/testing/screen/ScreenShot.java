package dev.slipway.desk.testing.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javax.imageio.ImageIO;

/** Pictures of the window, for a person to look at: {@code target/screens}. */
public final class ScreenShot {
    private static final Path FOLDER = Path.of("target", "screens");

    private static final int LAYOUTS = 2;

    private ScreenShot() {}

    /** @param name of the file without its ending */
    public static Path save(Parent root, String name) {
        HeadlessWindow.await(
                "the pictures are loaded",
                () -> root.lookupAll(".image-view").stream()
                        .map(view -> ((ImageView) view).getImage())
                        .allMatch(image -> image == null || image.getProgress() == 1));
        WritableImage image = HeadlessWindow.onUiThread(() -> {
            // What takes its height from its width knows that after a first layout.
            for (int round = 0; round < LAYOUTS; round++) {
                root.getScene().getRoot().applyCss();
                root.getScene().getRoot().layout();
            }
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(ground(root));
            return root.snapshot(parameters, null);
        });
        try {
            Path file = Files.createDirectories(FOLDER).resolve(name + ".png");
            ImageIO.write(copy(image), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the window paints behind a part of it. */
    private static Paint ground(Parent part) {
        Background ground = ((Region) part.getScene().getRoot()).getBackground();
        return ground == null ? Color.WHITE : ground.getFills().getFirst().getFill();
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
