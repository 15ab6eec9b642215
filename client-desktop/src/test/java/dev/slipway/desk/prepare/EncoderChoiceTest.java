package dev.slipway.desk.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Trial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderChoiceTest {
    private static final Catalogue FOUND = new Catalogue(
            "a machine of the test",
            List.of(
                    new Trial(DeviceEncoder.H264_NVENC, Trial.Result.FAILED, "there is no NVIDIA driver"),
                    new Trial(DeviceEncoder.H264_VAAPI, Trial.Result.WORKS, ""),
                    new Trial(DeviceEncoder.VP9_VAAPI, Trial.Result.WORKS, "")));

    @Test
    void autoTakesWhatWorksForItsOwnCodec() {
        assertThat(chosen("auto")).containsExactly(DeviceEncoder.H264_VAAPI);
    }

    @Test
    void softwareAsksNobody() {
        assertThat(chosen("software")).isEmpty();
    }

    @Test
    void aNameMeansThatOneAlone() {
        assertThat(chosen("vp9_vaapi")).containsExactly(DeviceEncoder.VP9_VAAPI);
    }

    @Test
    void aKnownEncoderThatDoesNotWorkIsRefusedWithItsReason() {
        assertThatThrownBy(() -> chosen("h264_nvenc"))
                .isInstanceOf(DeskException.class)
                .hasMessageContainingAll("h264_nvenc", "there is no NVIDIA driver", "doctor --refresh");
        assertThatThrownBy(() -> chosen("av1_qsv")).hasMessageContaining("not tried");
    }

    @Test
    void anUnknownNameIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> EncoderChoice.requireKnown("h265_nvenc"))
                .isInstanceOf(DeskException.class)
                .hasMessageContainingAll("h265_nvenc", "auto", "software", "h264_nvenc", "vp9_vaapi");
    }

    @Test
    void anEncoderThatNoRungWantsIsRefusedWithTheWayOut() {
        PrepareOptions plain = PrepareOptions.DEFAULT.withCompatibility(PrepareOptions.Compatibility.NONE);
        assertThatThrownBy(() -> EngineWishes.request(job(plain.withEncoder("h264_nvenc"))))
                .isInstanceOf(DeskException.class)
                .hasMessageContainingAll("h264_nvenc", "nothing to do", "--no-compat");
        assertThatThrownBy(() -> EngineWishes.request(job(plain.withEncoder("av1_nvenc"))))
                .hasMessageContaining("--recipe av1");
        assertThat(EngineWishes.request(job(PrepareOptions.DEFAULT.withEncoder("h264_nvenc"))))
                .isNotNull();
    }

    private static PrepareJob job(PrepareOptions options) {
        return new PrepareJob(Path.of("film.mp4"), Path.of("out"), options, PrepareJob.Beginning.AFRESH);
    }

    private static List<DeviceEncoder> chosen(String wish) {
        return EncoderChoice.devices(wish, FOUND::preferred, () -> FOUND).encoders().stream()
                .map(Devices.Chosen::encoder)
                .toList();
    }
}
