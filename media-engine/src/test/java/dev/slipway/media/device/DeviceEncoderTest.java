package dev.slipway.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.media.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceEncoderTest {
    private static final Size SIZE = new Size(1280, 720);
    private static final long CEILING = 2_000_000;

    @ParameterizedTest
    @EnumSource
    void everyOptionIsOneThatThisBuildsEncoderTakes(DeviceEncoder device) {
        assumeTrue(FfmpegBuild.hasEncoder(device.encoder()), device + " is not in this platform's build");
        VideoEncoding encoding = device.encoding(SIZE, CEILING, new Rational(30, 1));
        assertThat(Encoder.refusedOptions(encoding)).isEmpty();
    }

    @Test
    void theBuildForLinuxHasTheInterfacesThatLinuxHas() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the other platforms' builds have others");
        assertThat(DeviceEncoder.values())
                .filteredOn(device -> FfmpegBuild.hasEncoder(device.encoder()))
                .contains(
                        DeviceEncoder.H264_NVENC,
                        DeviceEncoder.H264_QSV,
                        DeviceEncoder.H264_VAAPI,
                        DeviceEncoder.H264_VULKAN,
                        DeviceEncoder.VP9_QSV,
                        DeviceEncoder.VP9_VAAPI,
                        DeviceEncoder.AV1_NVENC,
                        DeviceEncoder.AV1_VAAPI);
    }

    @Test
    void theRungsBitRateIsTheCeilingAndTheAverageLiesBelow() {
        VideoEncoding encoding = DeviceEncoder.H264_NVENC.encoding(SIZE, CEILING, new Rational(30, 1));
        assertThat(encoding.options()).containsEntry("maxrate", "2000000");
        assertThat(encoding.bitrate()).isLessThan(2_000_000);
    }

    @Test
    void aWrongOptionIsNoticedWithoutADevice() {
        VideoEncoding wrong = new VideoEncoding(
                "h264_nvenc", 640, 360, new Rational(30, 1), 1, 1, java.util.Map.of("rc", "nonsense"));
        assertThat(Encoder.refusedOptions(wrong)).containsExactly("rc=nonsense");
    }
}
