package dev.slipway.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.ProfileRules;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarPictureTest {
    private static final int RIFF_HEADER = 12;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void thePictureStaysAndNothingElseOfTheFile(String lossless) throws Exception {
        byte[] plain = picture("testsrc2=size=256x256", "-lossless", lossless);
        byte[] uploaded =
                webp(canvas(0x0c), chunks(plain), chunk("EXIF", ascii("my street")), chunk("XMP ", ascii("me")));

        byte[] made = AvatarPicture.madeAnew(uploaded);

        assertThat(ascii(made)).startsWith("RIFF").contains("WEBPVP8 ").doesNotContain("EXIF", "street", "XMP");
        assertThat(made).hasSizeLessThanOrEqualTo(ProfileRules.MAX_AVATAR_BYTES);
        assertThat(difference(rgb(made), rgb(plain)))
                .as("of colours, from 0 to 255")
                .isLessThan(6);
    }

    @Test
    void whatIsTransparentIsWhiteWhateverHidesBelow() throws Exception {
        byte[] hidden = picture("testsrc2=size=256x256,format=yuva420p,lutyuv=a=0");

        byte[] made = AvatarPicture.madeAnew(hidden);

        byte[] white = new byte[256 * 256 * 3];
        Arrays.fill(white, (byte) 255);
        assertThat(difference(rgb(made), white)).isLessThan(2);
    }

    @Test
    void evenNoiseKeepsWithinTheLimit() throws Exception {
        byte[] noise = picture("nullsrc=size=256x256,geq=random(1)*255:random(2)*255:random(3)*255", "-quality", "30");

        assertThat(AvatarPicture.madeAnew(noise)).hasSizeLessThanOrEqualTo(ProfileRules.MAX_AVATAR_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"255:256", "256:257", "512:512", "16:16"})
    void anotherSizeIsRefused(String size) throws Exception {
        assertThat(refusal(picture("testsrc2,scale=" + size), ProblemCode.MEDIA_DIFFERS))
                .contains(size.replace(":", " × "), "256 × 256");
    }

    @Test
    void aHeaderThatAsksForMuchMemoryIsNotBelieved() throws Exception {
        byte[] lossy = picture("testsrc2=size=256x256");
        ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN).putInt(26, 0x3fff3fff);

        assertThat(refusal(lossy, ProblemCode.MEDIA_DIFFERS)).contains("16383 × 16383");
    }

    @Test
    void aMovingPictureIsRefused() throws Exception {
        Path moving = folder.resolve("moving.webp");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=256x256:rate=5",
                "-frames:v",
                "3",
                "-c:v",
                "libwebp_anim",
                moving + "");

        assertThat(refusal(Files.readAllBytes(moving), ProblemCode.CONTAINER_REFUSED))
                .contains("moves");
        byte[] still = picture("testsrc2=size=256x256");
        assertThat(refusal(webp(chunks(still), chunk("ANMF", chunks(still))), ProblemCode.CONTAINER_REFUSED))
                .contains("moves");
    }

    @Test
    void whatIsNoWebPIsRefused() throws Exception {
        byte[] still = picture("testsrc2=size=256x256");
        byte[] png = Files.readAllBytes(image("testsrc2=size=256x256", ".png"));
        for (byte[] other : new byte[][] {
            {},
            ascii("RIFF"),
            png,
            webp(),
            webp(chunk("EXIF", ascii("x"))),
            webp(chunks(still), chunks(still)),
            Arrays.copyOf(still, still.length / 2),
            Arrays.copyOf(still, still.length + 2),
            webp(Arrays.copyOf(chunks(still), 12)),
            ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        }) {
            assertThat(refusal(other, ProblemCode.CONTAINER_REFUSED)).contains("WebP");
        }
    }

    @Test
    void aPictureWhoseEndIsMissingIsRefused() throws Exception {
        byte[] content = chunks(picture("testsrc2=size=256x256", "-lossless", "1"));
        byte[] half = Arrays.copyOfRange(content, 8, content.length / 2);

        refusal(webp(chunk("VP8L", half)), ProblemCode.DECODE_FAILED);
    }

    @Test
    void damageGivesAPictureOrASentenceAndNothingElse() throws Exception {
        Random random = new Random(20261122);
        for (byte[] whole : new byte[][] {
            picture("testsrc2=size=256x256"),
            picture("testsrc2=size=256x256", "-lossless", "1"),
            picture("testsrc2=size=256x256,format=yuva420p,lutyuv=a=128"),
        }) {
            for (int i = 0; i < 300; i++) {
                byte[] damaged = whole.clone();
                int places = 1 + random.nextInt(20);
                IntStream.range(0, places)
                        .forEach(place -> damaged[RIFF_HEADER + random.nextInt(damaged.length - RIFF_HEADER)] =
                                (byte) random.nextInt());
                MediaException refused = catchThrowableOfType(
                        MediaException.class,
                        () -> assertThat(AvatarPicture.madeAnew(damaged))
                                .hasSizeLessThanOrEqualTo(ProfileRules.MAX_AVATAR_BYTES));
                if (refused != null) {
                    assertThat(refused).hasMessageEndingWith(".");
                }
            }
        }
    }

    private static String refusal(byte[] uploaded, ProblemCode code) {
        MediaException refused = catchThrowableOfType(MediaException.class, () -> AvatarPicture.madeAnew(uploaded));
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        return refused.getMessage() + "";
    }

    private byte[] picture(String source, String... options) throws Exception {
        String[] encoder = {"-c:v", "libwebp"};
        String[] all = Arrays.copyOf(encoder, encoder.length + options.length);
        System.arraycopy(options, 0, all, encoder.length, options.length);
        return Files.readAllBytes(image(source, ".webp", all));
    }

    private Path image(String source, String ending, String... options) throws Exception {
        Path file = Files.createTempFile(folder, "picture", ending);
        String[] input = {"-y", "-f", "lavfi", "-i", source, "-frames:v", "1"};
        String[] arguments = Arrays.copyOf(input, input.length + options.length + 1);
        System.arraycopy(options, 0, arguments, input.length, options.length);
        arguments[arguments.length - 1] = file.toString();
        FfmpegTool.ffmpeg(arguments);
        return file;
    }

    /** As Debian's ffmpeg shows it. */
    private byte[] rgb(byte[] webp) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "shown", ".webp"), webp);
        Path raw = folder.resolve("shown.rgb");
        FfmpegTool.ffmpeg("-y", "-i", file.toString(), "-pix_fmt", "rgb24", "-f", "rawvideo", raw.toString());
        return Files.readAllBytes(raw);
    }

    private static double difference(byte[] one, byte[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length)
                .map(i -> Math.abs((one[i] & 0xff) - (other[i] & 0xff)))
                .average()
                .orElseThrow();
    }

    private static byte[] webp(byte[]... chunks) {
        return chunk("RIFF", joined(ascii("WEBP"), joined(chunks)));
    }

    /** All that is behind a file's head. */
    private static byte[] chunks(byte[] webp) {
        return Arrays.copyOfRange(webp, RIFF_HEADER, webp.length);
    }

    private static byte[] canvas(int flags) {
        return chunk("VP8X", new byte[] {(byte) flags, 0, 0, 0, (byte) 255, 0, 0, (byte) 255, 0, 0});
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return joined(ascii(name), size, content, new byte[content.length % 2]);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
