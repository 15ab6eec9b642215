package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.Devices;
import dev.slipway.media.ffmpeg.codec.PictureEncoder;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Hashes;
import dev.slipway.media.testing.Judge;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a job whose hardware encoder fails, with a card that fails on command. */
class LostDeviceTest {
    private static final PlanRequest WISHES = PlanRequest.defaults().withRecipe(Recipe.FAST);
    private static final Devices CARD =
            new Devices(List.of(new Devices.Chosen(FaultyDevice.KIND, "a driver of the test")));
    private static final String RUNG = "video-120-h264.mp4";

    @TempDir
    private static Path folder;

    private static Path clip;
    private static Map<String, String> inSoftware;

    @BeforeAll
    static void prepareInSoftware() throws Exception {
        clip = folder.resolve("clip.mkv");
        SoundingClip.twoChunks(clip, 5, "-c:v", "ffv1");
        inSoftware =
                Hashes.of(prepare("software", new FaultyDevice(FaultyDevice.Fault.NEVER), Devices.none(), new Heard()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void aLostDevicesRenditionIsMadeAgainInSoftwareAndNothingElseChanges(FaultyDevice.Fault fault) throws Exception {
        Heard heard = new Heard();
        Prepared prepared = prepare(fault.name(), new FaultyDevice(fault), CARD, heard);
        assertThat(Hashes.of(prepared)).isEqualTo(inSoftware);
        assertThat(prepared.notices()).isEqualTo(heard.notices).hasSize(1);
        assertThat(prepared.notices().getFirst().words()).contains(RUNG, "libopenh264", "h264_nvenc");
        assertThat(heard.fractions).isSorted().endsWith(1.0);
    }

    @Test
    void aDeviceThatWorksMakesItsRungAlone() throws Exception {
        Prepared prepared = prepare("works", new FaultyDevice(FaultyDevice.Fault.NEVER), CARD, new Heard());
        assertThat(prepared.notices()).isEmpty();
        Map<String, String> made = Hashes.of(prepared);
        assertThat(made.get(RUNG)).isNotEqualTo(inSoftware.get(RUNG));
        made.remove(RUNG);
        assertThat(inSoftware).containsAllEntriesOf(made);
        Path rung = prepared.manifestFile().resolveSibling(RUNG);
        Judge.decodesWithoutComplaint(rung);
        assertThat(Judge.keyFrames(rung)).containsExactly(0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0);
    }

    private static Prepared prepare(String name, PictureEncoder.Factory encoders, Devices devices, Heard heard) {
        PrepareRequest request = new PrepareRequest(clip, folder.resolve(name), WISHES, PrepareRequest.Beginning.AFRESH)
                .withDevices(devices);
        return new Preparer(() -> Instant.EPOCH, 1, encoders).prepare(request, heard, new Cancellation());
    }

    private static final class Heard implements ProgressListener {
        private final List<Double> fractions = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();

        @Override
        public void progress(Progress progress) {
            fractions.add(progress.fraction());
        }

        @Override
        public void notice(Notice notice) {
            notices.add(notice);
        }
    }
}
