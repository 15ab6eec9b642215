package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.device.SourceDecoder;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Hashes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a job whose hardware decoder fails: B pictures, open groups and two decoding threads included. */
class LostDecoderTest {
    private static final Devices CARD =
            Devices.none().withDecoder(new SourceDecoder(DeviceDecoder.CUDA, Set.of("h264")));

    @TempDir
    private static Path folder;

    private static Path clip;
    private static Map<String, String> inSoftware;

    @BeforeAll
    static void prepareInSoftware() throws Exception {
        clip = folder.resolve("clip.mkv");
        SoundingClip.twoChunks(
                clip, 10, "-c:v", "libx264", "-bf", "3", "-g", "50", "-x264-params", "open-gop=1:b-pyramid=normal");
        inSoftware = Hashes.of(prepare("software", FaultyDecoder.Fault.AT_OPEN, Devices.none()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void softwareGoesOnWhereTheDeviceFailedAndNothingElseChanges(FaultyDecoder.Fault fault) {
        Prepared prepared = prepare(fault.name(), fault, CARD);
        assertThat(Hashes.of(prepared)).isEqualTo(inSoftware);
        assertThat(prepared.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo(Notice.DEVICE_LOST))
                .satisfies(notice -> assertThat(notice.words()).contains("decoded in software", "cuda"));
    }

    @Test
    void aDeviceThatWorksIsNotToldOf() {
        Prepared prepared = prepare("works", FaultyDecoder.Fault.NEVER, CARD);
        assertThat(prepared.notices()).isEmpty();
        assertThat(Hashes.of(prepared)).isEqualTo(inSoftware);
    }

    @Test
    void aCodecThatTheDeviceWasNotTriedWithIsLeftToSoftware() {
        Devices other = Devices.none().withDecoder(new SourceDecoder(DeviceDecoder.CUDA, Set.of("vp9")));
        assertThat(prepare("other", FaultyDecoder.Fault.AT_OPEN, other).notices())
                .isEmpty();
    }

    @Test
    void whereKeyFramesAreFarApartTheDeviceDecodesToTheEnd() throws Exception {
        Path single = folder.resolve("single.mkv");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=64x48:r=60:d=27", "-c:v", "libx264", "-g", "9999", single.toString());
        Prepared prepared = prepare(single, "far", FaultyDecoder.Fault.NEVER, CARD);
        assertThat(prepared.notices())
                .filteredOn(notice -> !notice.code().equals(Notice.SOURCE))
                .isEmpty();
        assertThat(Hashes.of(prepared))
                .isEqualTo(Hashes.of(prepare(single, "far-software", FaultyDecoder.Fault.NEVER, Devices.none())));
    }

    private static Prepared prepare(String name, FaultyDecoder.Fault fault, Devices devices) {
        return prepare(clip, name, fault, devices);
    }

    private static Prepared prepare(Path source, String name, FaultyDecoder.Fault fault, Devices devices) {
        PlanRequest wishes = PlanRequest.defaults().withRecipe(Recipe.FAST);
        PrepareRequest request = new PrepareRequest(
                        source, folder.resolve(name), wishes, PrepareRequest.Beginning.AFRESH)
                .withDevices(devices);
        return new Preparer(() -> Instant.EPOCH, 2, new FaultyDecoder(fault))
                .prepare(request, ProgressListener.silent(), new Cancellation());
    }
}
