package dev.slipway.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold the film where one might look, and something else where one might not. */
class HiddenFilmTest {
    private static final String PREVIEW = "preview.webm";
    private static final String POSTER = "poster.webp";
    private static final List<String> VP9 =
            List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-auto-alt-ref", "0");
    private static final String FRAGMENTS = "+frag_keyframe+delay_moov+default_base_moof+global_sidx";
    /** With a key picture each 120 and nowhere else, whatever the pictures show. */
    private static final List<String> H264 =
            List.of("-c:v", "libx264", "-g", "120", "-sc_threshold", "0", "-bf", "0", "-movflags", FRAGMENTS);

    private static final List<String> WEBP = List.of("-c:v", "libwebp", "-frames:v", "1");

    @TempDir
    static Path folder;

    private static PreparedFilm film = PreparedFilm.NONE;

    @BeforeAll
    static void prepare() {
        Path sample = folder.resolve("sample.mp4");
        Sample.make(sample, 6);
        film = PreparedFilm.prepare(sample, folder.resolve("film"));
    }

    @Test
    void aRungWhosePicturesAreCrammedIntoTheStartOfTheirSegmentIsRefused() throws Exception {
        String rung = film.rungs("vp9").getLast().path();
        Path crammed = folder.resolve("crammed.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                film.file(rung).toString(),
                "-c",
                "copy",
                "-bsf:v",
                "setts=ts=DTS-mod(N\\,120)*(DURATION-1)",
                "-movflags",
                FRAGMENTS,
                crammed.toString());
        assertThat(refusal(rung, crammed, ProblemCode.CONTAINER_REFUSED).detail())
                .contains("not spaced evenly");
    }

    /** Segments of this film begin with every 120th picture. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; false", "gt(mod(n,120),0); true", "lt(mod(n,120),1); true"})
    void aRungThatShowsSomethingElseThanItsKeyPicturesIsRefused(String when, boolean isRefused) throws Exception {
        String rung = film.rungs("h264").getFirst().path();
        Path mixed = changed(rung, "negate=enable='" + when + "'", H264, ".mp4");
        if (isRefused) {
            assertThat(refusal(rung, mixed, ProblemCode.PICTURES_DIFFER).detail())
                    .startsWith("likeness");
        } else {
            assertThat(film.replacing(rung, mixed).verdict()).isInstanceOf(CheckVerdict.Accepted.class);
        }
    }

    @Test
    void aPreviewThatIsEncodedAnewIsAccepted() throws Exception {
        assertThat(film.replacing(PREVIEW, preview("null")).verdict()).isInstanceOf(CheckVerdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gt(mod(n,10),0)", "between(n,41,45)", "gt(n,148)"})
    void aPreviewThatShowsSomethingElseNowAndThenIsRefused(String when) throws Exception {
        Path mixed = preview("negate=enable='" + when + "'");
        assertThat(refusal(PREVIEW, mixed, ProblemCode.PICTURES_DIFFER).message())
                .contains("same video");
    }

    @Test
    void aPreviewThatStandsStillIsRefused() throws Exception {
        Path still = preview("setpts='if(gt(N,100),PTS+3/TB,PTS)'");
        assertThat(refusal(PREVIEW, still, ProblemCode.MEDIA_DIFFERS).message()).contains("picture 101 at a time");
    }

    @Test
    void aPreviewWithATransparentLayerIsRefused() throws Exception {
        Path layered = preview("format=yuva420p,lutyuv=a=128");
        assertThat(refusal(PREVIEW, layered, ProblemCode.MEDIA_DIFFERS).message())
                .contains("transparency");
    }

    @Test
    void aThumbnailSheetWithOneOtherPictureIsRefused() throws Exception {
        String sheet = film.artifact(ArtifactRole.THUMBNAILS).path();
        ArtifactMedia claim = film.artifact(sheet).media();
        int width = Objects.requireNonNull(claim.width()) / Objects.requireNonNull(claim.columns());
        Path painted = still(sheet, "drawbox=x=" + width + ":y=0:w=" + width + ":h=90:color=white:t=fill");
        assertThat(refusal(sheet, painted, ProblemCode.PICTURES_DIFFER).detail())
                .startsWith("1 of ");
    }

    @Test
    void aPosterWithTransparencyIsRefused() throws Exception {
        Path transparent = still(POSTER, "format=yuva420p,lutyuv=a=128");
        assertThat(refusal(POSTER, transparent, ProblemCode.CONTAINER_REFUSED).message())
                .contains("without transparency");
    }

    @Test
    void aPosterThatIsTheFilmInBlackAndWhiteButNotInColourIsRefused() throws Exception {
        Path tinted = still(POSTER, "hue=h=150");
        assertThat(refusal(POSTER, tinted, ProblemCode.PICTURES_DIFFER).message())
                .contains("same video");
    }

    private static Path preview(String filter) throws Exception {
        return changed(PREVIEW, filter, VP9, ".webm");
    }

    private static Path still(String path, String filter) throws Exception {
        return changed(path, filter, WEBP, ".webp");
    }

    private static Path changed(String path, String filter, List<String> encoder, String end) throws Exception {
        Path file = folder.resolve("changed-" + Integer.toHexString(filter.hashCode()) + end);
        FfmpegTool.ffmpeg(Stream.of(
                        Stream.of("-i", film.file(path).toString(), "-vf", filter, "-fps_mode", "passthrough"),
                        encoder.stream(),
                        Stream.of("-y", file.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
        return file;
    }

    private static CheckVerdict.Refused refusal(String path, Path instead, ProblemCode code) throws Exception {
        CheckVerdict verdict = film.replacing(path, instead).verdict();
        assertThat(verdict).isInstanceOf(CheckVerdict.Refused.class);
        CheckVerdict.Refused refused = (CheckVerdict.Refused) verdict;
        assertThat(refused.code()).as(refused.detail()).isEqualTo(code);
        assertThat(refused.path()).isEqualTo(path);
        return refused;
    }
}
