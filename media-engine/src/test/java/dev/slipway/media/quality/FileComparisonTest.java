package dev.slipway.media.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void agreesWithAnIndependentFfmpegOnRealFootage() throws IOException, InterruptedException {
        Path clip = Clips.require("street-768x432-h264-aac-30s.mp4");
        Path reference = folder.resolve("reference.mkv");
        Path distorted = folder.resolve("distorted.mp4");
        FfmpegTool.ffmpeg(
                "-t", "2", "-i", clip.toString(), "-an", "-s", "384x216", "-c:v", "ffv1", reference.toString());
        FfmpegTool.ffmpeg(
                "-i", reference.toString(), "-c:v", "libx264", "-crf", "35", "-bf", "2", distorted.toString());

        Quality ours = FileComparison.of(reference, distorted, new Cancellation());

        Path psnr = statistics("psnr", reference, distorted);
        Path ssim = statistics("ssim", reference, distorted);
        assertThat(ours.frames()).isEqualTo(Files.readAllLines(psnr).size());
        assertThat(ours.psnr().y()).isCloseTo(decibels(mean(psnr, "mse_y")), within(0.01));
        assertThat(ours.psnr().v()).isCloseTo(decibels(mean(psnr, "mse_v")), within(0.1));
        assertThat(ours.ssim().y()).isCloseTo(mean(ssim, "Y"), within(1e-4));
    }

    @Test
    void theReferenceIsBroughtToTheSizeOfWhatWasMadeOfIt() throws IOException, InterruptedException {
        Path reference = folder.resolve("reference.mkv");
        Path smaller = folder.resolve("smaller.mkv");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=size=320x180:duration=1", "-c:v", "ffv1", reference.toString());
        FfmpegTool.ffmpeg(
                "-i", reference.toString(), "-vf", "scale=160:90:flags=bicubic", "-c:v", "ffv1", smaller.toString());

        assertThat(FileComparison.of(reference, smaller, new Cancellation())
                        .psnr()
                        .y())
                .isGreaterThan(50);
    }

    @Test
    void filmsOfUnequalLengthAreNotComparedAsIfTheRestWereNotThere() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole.mkv");
        Path half = folder.resolve("half.mkv");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=size=64x36:duration=1", "-c:v", "ffv1", whole.toString());
        FfmpegTool.ffmpeg("-i", whole.toString(), "-t", "0.5", "-c:v", "ffv1", half.toString());

        Cancellation never = new Cancellation();
        assertThatThrownBy(() -> FileComparison.of(whole, half, never)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileComparison.of(half, whole, never)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path statistics(String filter, Path reference, Path distorted) throws IOException, InterruptedException {
        Path file = folder.resolve(filter);
        FfmpegTool.ffmpeg(
                "-i",
                distorted.toString(),
                "-i",
                reference.toString(),
                "-lavfi",
                filter + "=stats_file=" + file,
                "-f",
                "null",
                "-");
        return file;
    }

    private static double mean(Path statistics, String member) throws IOException {
        Pattern number = Pattern.compile("\\b" + member + ":([0-9.]+)");
        return Files.readAllLines(statistics).stream()
                .map(number::matcher)
                .flatMap(matcher -> matcher.results().map(MatchResult::group))
                .mapToDouble(text -> Double.parseDouble(text.substring(text.indexOf(':') + 1)))
                .average()
                .orElseThrow();
    }

    private static double decibels(double squaredError) {
        return 10 * Math.log10(255.0 * 255 / squaredError);
    }
}
