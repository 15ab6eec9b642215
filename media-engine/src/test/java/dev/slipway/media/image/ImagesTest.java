package dev.slipway.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.ProfileRules;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private final Path folder;

    ImagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp", "gif", "bmp", "tiff"})
    void picturesOfTheKindsThatPeopleHaveAreShownAndBecomeAvatars(String kind) throws Exception {
        Path source = halves(kind);
        Path misnamed = Files.copy(source, folder.resolve("holiday%03d.txt"));

        BufferedImage view = view(misnamed);
        assertThat(view.getWidth()).isEqualTo(320);
        assertThat(view.getHeight()).isEqualTo(200);
        assertThat(isRed(view.getRGB(40, 100))).isTrue();
        assertThat(isBlue(view.getRGB(280, 100))).isTrue();

        BufferedImage avatar = avatar(misnamed, new Crop(1, 0, 0.5));
        assertThat(isBlue(avatar.getRGB(10, 128))).isTrue();
        assertThat(isBlue(avatar.getRGB(245, 128))).isTrue();
    }

    /** As telephones write them: the picture lies on its side, and a note says so (Exif 2.32, tag 0x0112). */
    @ParameterizedTest
    @CsvSource({"1, 320, 200, 10, 100", "3, 320, 200, 310, 100", "6, 200, 320, 100, 10", "8, 200, 320, 100, 310"})
    void picturesAreTurnedUpright(int orientation, int width, int height, int redX, int redY) throws Exception {
        Path source = folder.resolve("turned.jpg");
        Files.write(source, withOrientation(Files.readAllBytes(halves("jpg")), orientation));

        BufferedImage view = view(source);
        assertThat(view.getWidth()).isEqualTo(width);
        assertThat(view.getHeight()).isEqualTo(height);
        assertThat(isRed(view.getRGB(redX, redY))).isTrue();
    }

    @Test
    void whatIsTransparentStaysSo() throws Exception {
        BufferedImage picture = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(150, 150, Color.GREEN.getRGB());
        Path source = folder.resolve("logo.png");
        ImageIO.write(picture, "png", source.toFile());

        assertThat(new Color(view(source).getRGB(0, 0), true).getAlpha()).isZero();
        assertThat(new Color(avatar(source, new Crop(0, 0, 1)).getRGB(0, 0), true).getAlpha())
                .isZero();
    }

    @Test
    void aLargePictureIsShownSmaller() throws Exception {
        Path source = folder.resolve("large.png");
        FfmpegTool.ffmpeg(
                "-y", "-f", "lavfi", "-i", "testsrc2=s=4000x1000", "-frames:v", "1", "-update", "1", source.toString());
        BufferedImage view = view(source);
        assertThat(view.getWidth()).isEqualTo(1024);
        assertThat(view.getHeight()).isEqualTo(256);
    }

    /** Noise is what compresses worst. */
    @Test
    void anAvatarIsNeverLargerThanAllowed() throws Exception {
        Path source = folder.resolve("noise.png");
        FfmpegTool.ffmpeg(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=gray:s=256x256,noise=alls=100:allf=t",
                "-frames:v",
                "1",
                "-update",
                "1",
                source.toString());
        Path target = folder.resolve("avatar.webp");
        Images.avatar(source, new Crop(0, 0, 1), target);
        assertThat(Files.size(target)).isBetween(1L, (long) ProfileRules.MAX_AVATAR_BYTES);
    }

    @Test
    void nothingOfThePhotographGoesWithTheAvatar() throws Exception {
        Path source = folder.resolve("turned.jpg");
        Files.write(source, withOrientation(Files.readAllBytes(halves("jpg")), 6));
        Path target = folder.resolve("avatar.webp");
        Images.avatar(source, new Crop(0, 0, 1), target);
        assertThat(new String(Files.readAllBytes(target), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .doesNotContain("EXIF", "Exif", "XMP", "ICCP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no picture at all", "<svg xmlns='http://www.w3.org/2000/svg'/>", "#EXTM3U\nfile:/etc/x"})
    void whatIsNoPictureIsRefusedInWords(String content) throws IOException {
        Path source = Files.writeString(folder.resolve("me.png"), content);
        assertThatThrownBy(() -> Images.view(source, folder.resolve("view.png")))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_A_PICTURE))
                .hasMessageContaining("me.png");
        assertThat(folder.resolve("view.png")).doesNotExist();
    }

    @Test
    void aVideoIsNoPicture() throws Exception {
        Path source = folder.resolve("me.jpg");
        Path video = folder.resolve("me.mp4");
        FfmpegTool.ffmpeg("-y", "-f", "lavfi", "-i", "testsrc2=d=0.2", "-c:v", "libx264", video.toString());
        Files.move(video, source);
        assertThatThrownBy(() -> Images.view(source, folder.resolve("view.png")))
                .isInstanceOf(MediaException.class);
    }

    @Test
    void squaresAtTheEdgesStayInThePicture() throws Exception {
        Path source = halves("png");
        for (Crop crop : new Crop[] {new Crop(1, 1, 1), new Crop(0, 1, 0.001), Crop.MIDDLE}) {
            avatar(source, crop);
        }
    }

    private BufferedImage view(Path source) throws IOException {
        Path target = folder.resolve("view.png");
        Images.view(source, target);
        return Objects.requireNonNull(ImageIO.read(target.toFile()));
    }

    /** Java reads no WebP, so it is decoded by FFmpeg's own program. */
    private BufferedImage avatar(Path source, Crop crop) throws IOException, InterruptedException {
        Path target = folder.resolve("avatar.webp");
        Images.avatar(source, crop, target);
        Path decoded = folder.resolve("avatar.png");
        FfmpegTool.ffmpeg("-y", "-i", target.toString(), "-update", "1", decoded.toString());
        BufferedImage avatar = Objects.requireNonNull(ImageIO.read(decoded.toFile()));
        assertThat(avatar.getWidth()).isEqualTo(ProfileRules.AVATAR_SIDE);
        assertThat(avatar.getHeight()).isEqualTo(ProfileRules.AVATAR_SIDE);
        return avatar;
    }

    /** Red on the left, blue on the right. */
    private Path halves(String kind) throws IOException, InterruptedException {
        Path target = folder.resolve("halves." + kind);
        FfmpegTool.ffmpeg(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=red:s=160x200[r];color=blue:s=160x200[b];[r][b]hstack",
                "-frames:v",
                "1",
                "-update",
                "1",
                target.toString());
        return target;
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 180 && color.getBlue() < 70;
    }

    private static boolean isBlue(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() > 180 && color.getRed() < 70;
    }

    /** Puts an APP1 segment with one Exif entry behind the start of a JPEG file. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.writeBytes(exif);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }
}
