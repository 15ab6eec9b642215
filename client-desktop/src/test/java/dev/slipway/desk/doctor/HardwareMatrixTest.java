package dev.slipway.desk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.DecoderTrial;
import dev.slipway.media.hardware.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardwareMatrixTest {
    private static final Trial MISS =
            new Trial(DeviceEncoder.H264_NVENC, Trial.Result.FAILED, "there is no NVIDIA driver");
    private static final Trial HIT = new Trial(DeviceEncoder.AV1_VAAPI, Trial.Result.WORKS, "");

    @Test
    void everyMissIsALineWithItsReason() {
        assertThat(new HardwareMatrix(new Catalogue("m", List.of(MISS, HIT))).lines())
                .anySatisfy(line -> assertThat(line).contains("h264_nvenc", "no", "there is no NVIDIA driver"))
                .anySatisfy(
                        line -> assertThat(line).contains("av1_vaapi", "av1").endsWith("yes"));
    }

    @Test
    void decodersAreListedByDeviceAndCodec() {
        DecoderTrial miss = new DecoderTrial(DeviceDecoder.CUDA, "h264", Trial.Result.FAILED, "no such card");
        assertThat(new HardwareMatrix(new Catalogue("m", List.of(HIT), List.of(miss))).lines())
                .last()
                .asString()
                .contains("decode on cuda", "h264", "no such card");
    }

    @Test
    void aMachineWithoutHardwareIsLimitedAndNotBad() {
        assertThat(new HardwareMatrix(new Catalogue("m", List.of(MISS)))
                        .summary()
                        .health())
                .isEqualTo(Finding.Health.LIMITED);
        assertThat(new HardwareMatrix(new Catalogue("m", List.of(MISS, HIT))).summary())
                .satisfies(finding -> assertThat(finding.health()).isEqualTo(Finding.Health.GOOD))
                .satisfies(finding -> assertThat(finding.words()).contains("av1_vaapi"));
    }
}
