package dev.slipway.media.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.SoundPiece;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.worker.WorkerOutcome;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.media.Rational;
import dev.slipway.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationCheckTest {
    private static final String OPUS = "audio-opus.mp4";

    @TempDir
    static Path folder;

    private static PreparedFilm film = PreparedFilm.NONE;
    private static PreparedFilm other = PreparedFilm.NONE;

    @BeforeAll
    static void prepare() throws Exception {
        Path sample = folder.resolve("sample.mp4");
        Sample.make(sample, 6);
        film = PreparedFilm.prepare(sample, folder.resolve("film"));
        Path mandelbrot = folder.resolve("other.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=size=854x480:rate=30",
                "-f",
                "lavfi",
                "-i",
                "sine=d=6",
                "-t",
                "6",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                mandelbrot.toString());
        other = PreparedFilm.prepare(mandelbrot, folder.resolve("other"));
    }

    @Test
    void anHonestPublicationIsAcceptedWithAnIndexOfEveryTrack() throws Exception {
        assertThat(film.verdict()).isInstanceOfSatisfying(CheckVerdict.Accepted.class, accepted -> {
            assertThat(accepted.indexes())
                    .containsKeys(OPUS, "audio-aac.mp4", smallest().path());
            assertThat(accepted.checks()).hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void theSameVerdictComesOutOfTheSandboxedWorker() {
        List<Progress> progress = new ArrayList<>();
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        WorkerOutcome<CheckVerdict> outcome =
                engine.check(film.request(), Duration.ofMinutes(2), progress::add, new Cancellation());
        assertThat(outcome.orElseThrow()).isInstanceOfSatisfying(CheckVerdict.Accepted.class, accepted -> {
            TrackIndex index =
                    Objects.requireNonNull(accepted.indexes().get(smallest().path()));
            assertThat(index.segments()).hasSize(2);
        });
        assertThat(progress).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
    }

    /** A tone of 440 Hz crosses zero 880 times a second. */
    @Test
    void theSoundOfEveryFileIsToldToWhoAsksForIt() {
        Map<String, ByteArrayOutputStream> heard = new ConcurrentHashMap<>();
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));

        engine.check(other.request().withSound(), Duration.ofMinutes(2), listener(heard), new Cancellation())
                .orElseThrow();

        assertThat(heard).containsOnlyKeys(OPUS, "audio-aac.mp4").allSatisfy((path, bytes) -> {
            short[] samples = new short[bytes.size() / 2];
            ByteBuffer.wrap(bytes.toByteArray())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            double seconds = (double) samples.length / SoundPiece.SAMPLE_RATE;
            assertThat(seconds).isCloseTo(6, within(0.15));
            assertThat(crossings(samples) / seconds).isCloseTo(880, within(10.0));
        });
    }

    @Test
    void nobodyIsToldOfSoundUnasked() {
        Map<String, ByteArrayOutputStream> heard = new ConcurrentHashMap<>();

        new MediaEngine(folder.resolve("natives"))
                .check(other.request(), Duration.ofMinutes(2), listener(heard), new Cancellation())
                .orElseThrow();

        assertThat(heard).isEmpty();
    }

    private static ProgressListener listener(Map<String, ByteArrayOutputStream> heard) {
        return new ProgressListener() {
            @Override
            public void progress(Progress progress) {
                // Of no interest here.
            }

            @Override
            public void sound(SoundPiece piece) {
                assertThat(piece.samples()).hasSizeBetween(1, SoundPiece.MOST_BYTES);
                heard.computeIfAbsent(piece.path(), path -> new ByteArrayOutputStream())
                        .writeBytes(piece.samples());
            }
        };
    }

    private static int crossings(short[] samples) {
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            if (samples[i - 1] < 0 != samples[i] < 0) {
                crossings++;
            }
        }
        return crossings;
    }

    @Test
    void anAuthorsPictureComesOutOfTheSandboxedWorkerMadeAnew() throws Exception {
        Path picture = folder.resolve("author.webp");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=256x256",
                "-frames:v",
                "1",
                "-c:v",
                "libwebp",
                "-lossless",
                "1",
                picture.toString());
        byte[] uploaded = Files.readAllBytes(picture);
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        WorkerOutcome<CheckVerdict> outcome = engine.check(
                film.request().withAvatar(uploaded),
                Duration.ofMinutes(2),
                ProgressListener.silent(),
                new Cancellation());
        assertThat(outcome.orElseThrow()).isInstanceOfSatisfying(CheckVerdict.Accepted.class, accepted -> {
            byte[] made = Base64.getDecoder().decode(Objects.requireNonNull(accepted.avatar()));
            assertThat(new String(made, StandardCharsets.ISO_8859_1)).contains("WEBPVP8 ");
            assertThat(made).isNotEqualTo(uploaded);
            assertThat(accepted.checks()).anyMatch(check -> check.contains("author's picture"));
        });
    }

    @Test
    void anAuthorsPictureThatIsNoneIsRefused() throws Exception {
        CheckRequest request = film.request().withAvatar("not a picture".getBytes(StandardCharsets.US_ASCII));
        CheckVerdict verdict =
                PublicationCheck.check(request, ProgressListener.silent(), new Cancellation(), new Random(1));
        assertThat(verdict).isInstanceOfSatisfying(CheckVerdict.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.CONTAINER_REFUSED);
            assertThat(refused.path()).isEqualTo("profile.avatar");
            assertThat(refused.message()).contains("author's picture").endsWith(".");
        });
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws Exception {
        Path file = film.file("poster.webp");
        byte[] longer = Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 1);
        refused(film.storing("poster.webp", write(longer)), ProblemCode.SIZE_DIFFERS, "poster.webp", "bytes");
    }

    @Test
    void aFileWithOneOtherByteIsRefused() throws Exception {
        byte[] changed = Files.readAllBytes(film.file("poster.webp"));
        changed[changed.length - 1]++;
        refused(film.storing("poster.webp", write(changed)), ProblemCode.HASH_DIFFERS, "poster.webp", "signed");
    }

    @Test
    void aFileThatNeverArrivedIsNamed() throws Exception {
        refused(film.without("preview.webm"), ProblemCode.UPLOAD_INCOMPLETE, "preview.webm", "not been uploaded");
    }

    @Test
    void aFilmThatIsLongerThanWasSaidIsRefused() throws Exception {
        refused(film.said(1), ProblemCode.MEDIA_DIFFERS, "manifest.json", "longer than its manifest says");
        assertThat(film.said(60_000_000).verdict()).isInstanceOf(CheckVerdict.Accepted.class);
    }

    @Test
    void anotherContainerUnderTheNameIsRefused() throws Exception {
        Path preview = film.file("preview.webm");
        Path poster = film.file("poster.webp");
        refused(film.replacing(OPUS, preview), ProblemCode.CONTAINER_REFUSED, OPUS, "not a fragmented MP4");
        refused(film.replacing("preview.webm", poster), ProblemCode.CONTAINER_REFUSED, "preview.webm", "not the kind");
        refused(film.replacing("poster.webp", preview), ProblemCode.CONTAINER_REFUSED, "poster.webp", "not the kind");
    }

    @Test
    void anotherCodecThanClaimedIsRefused() throws Exception {
        String rung = smallest().path();
        refused(film.claiming(rung, claim -> new Claim(claim).codec("av1")), ProblemCode.CODEC_DIFFERS, rung, "codec");
    }

    @Test
    void soundInPlaceOfPictureIsRefused() throws Exception {
        String rung = smallest().path();
        refused(film.replacing(rung, film.file(OPUS)), ProblemCode.CODEC_DIFFERS, rung, "codec");
    }

    @Test
    void anotherPictureThanClaimedIsRefused() throws Exception {
        String rung = smallest().path();
        media(film.claiming(rung, claim -> new Claim(claim).frames(1)), rung, "frames");
        media(film.claiming(rung, claim -> new Claim(claim).width(2)), rung, "width");
        media(film.claiming(rung, claim -> new Claim(claim).height(2)), rung, "height");
        media(film.claiming(rung, claim -> new Claim(claim).rate(new Rational(60, 1))), rung, "frame rate");
        media(film.claiming(rung, claim -> new Claim(claim).micros(200_000)), rung, "duration");
    }

    @Test
    void anotherSoundThanClaimedIsRefused() throws Exception {
        long micros = Objects.requireNonNull(film.artifact(OPUS).media().durationMicros());
        ArtifactMedia mono = ArtifactMedia.audio("opus", micros, 1000, 1, 48_000);
        ArtifactMedia slow = ArtifactMedia.audio("opus", micros, 1000, 2, 24_000);
        ArtifactMedia longer = ArtifactMedia.audio("opus", micros + 100_000, 1000, 2, 48_000);
        media(film.claiming(OPUS, claim -> mono), OPUS, "channels");
        media(film.claiming(OPUS, claim -> slow), OPUS, "sample rate");
        media(film.claiming(OPUS, claim -> longer), OPUS, "duration");
    }

    @Test
    void aRungThatShowsAnotherFilmIsRefused() throws Exception {
        String largest = film.rungs("vp9").getFirst().path();
        refused(film.replacing(largest, other.file(largest)), ProblemCode.PICTURES_DIFFER, largest, "same video");
        String h264 = film.rungs("h264").getFirst().path();
        refused(film.replacing(h264, other.file(h264)), ProblemCode.PICTURES_DIFFER, h264, "same video");
    }

    @Test
    void stillsAndPreviewOfAnotherFilmAreRefused() throws Exception {
        for (ArtifactRole role : List.of(ArtifactRole.POSTER, ArtifactRole.THUMBNAILS, ArtifactRole.PREVIEW)) {
            String path = film.artifact(role).path();
            refused(film.replacing(path, other.file(path)), ProblemCode.PICTURES_DIFFER, path, "same video");
        }
    }

    @Test
    void aDamagedRungIsRefused() throws Exception {
        String rung = smallest().path();
        byte[] bytes = Files.readAllBytes(film.file(rung));
        Random random = new Random(7);
        for (int i = bytes.length / 2; i < Math.min(bytes.length, bytes.length / 2 + 4000); i++) {
            bytes[i] = (byte) random.nextInt();
        }
        refused(film.replacing(rung, write(bytes)), ProblemCode.DECODE_FAILED, rung, "cannot be decoded");
    }

    @Test
    void aManifestThatBreaksTheRulesIsRefusedBeforeAnyFileIsRead() throws Exception {
        PreparedFilm escaping = film.with(
                smallest().path(),
                file -> new Artifact(file.role(), "../../etc/passwd", file.bytes(), file.sha256(), file.media()));
        refused(escaping, ProblemCode.INVALID_MANIFEST, "manifest.json", "not acceptable");
    }

    private static void media(PreparedFilm dishonest, String path, String sentence) throws IOException {
        refused(dishonest, ProblemCode.MEDIA_DIFFERS, path, sentence);
    }

    private static void refused(PreparedFilm dishonest, ProblemCode code, String path, String sentence)
            throws IOException {
        assertThat(dishonest.verdict()).isInstanceOfSatisfying(CheckVerdict.Refused.class, refused -> {
            assertThat(refused.code())
                    .as(refused.message() + " " + refused.detail())
                    .isEqualTo(code);
            assertThat(refused.path()).isEqualTo(path);
            assertThat(refused.message()).contains(sentence).endsWith(".");
        });
    }

    private static Artifact smallest() {
        return film.rungs("vp9").getLast();
    }

    private static Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "changed", ".bin"), bytes);
    }

    /** A true claim about a picture track, made untrue in one respect. */
    private record Claim(String codec, int width, int height, Rational rate, long micros, long frames) {
        Claim(ArtifactMedia claim) {
            this(
                    claim.codec(),
                    Objects.requireNonNull(claim.width()),
                    Objects.requireNonNull(claim.height()),
                    Objects.requireNonNull(claim.frameRate()),
                    Objects.requireNonNull(claim.durationMicros()),
                    Objects.requireNonNull(claim.frames()));
        }

        ArtifactMedia codec(String lie) {
            return ArtifactMedia.video(lie, width, height, rate, micros, frames, 1000);
        }

        ArtifactMedia width(int more) {
            return ArtifactMedia.video(codec, width + more, height, rate, micros, frames, 1000);
        }

        ArtifactMedia height(int more) {
            return ArtifactMedia.video(codec, width, height + more, rate, micros, frames, 1000);
        }

        ArtifactMedia rate(Rational lie) {
            return ArtifactMedia.video(codec, width, height, lie, micros, frames, 1000);
        }

        ArtifactMedia micros(long more) {
            return ArtifactMedia.video(codec, width, height, rate, micros + more, frames, 1000);
        }

        ArtifactMedia frames(long more) {
            return ArtifactMedia.video(codec, width, height, rate, micros, frames + more, 1000);
        }
    }
}
