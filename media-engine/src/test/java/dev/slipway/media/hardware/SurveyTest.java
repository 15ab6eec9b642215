package dev.slipway.media.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.device.Devices;
import dev.slipway.media.device.SourceDecoder;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.worker.WorkerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTest {
    private static final Predicate<DeviceEncoder> NONE = encoder -> false;

    private final Path root;
    private final Path file;
    private final List<List<DeviceEncoder>> asked = new ArrayList<>();

    private @Nullable DeviceDecoder crashing;

    SurveyTest(@TempDir Path folder) {
        this.root = folder.resolve("root");
        this.file = folder.resolve("home/hardware.json");
    }

    @Test
    void aDriverThatCrashesCostsItsOwnEncodersOnly() {
        Catalogue catalogue =
                survey(encoder -> encoder == DeviceEncoder.H264_VAAPI, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(catalogue.trials()).hasSameSizeAs(DeviceEncoder.values());
        assertThat(catalogue.trials())
                .filteredOn(trial -> !trial.succeeded())
                .singleElement()
                .satisfies(trial -> {
                    assertThat(trial.encoder()).isEqualTo(DeviceEncoder.H264_VAAPI);
                    assertThat(trial.reason()).contains("crashed its process with status 139");
                });
        assertThat(asked).contains(List.of(DeviceEncoder.H264_VAAPI)).doesNotContain(List.of(DeviceEncoder.H264_QSV));
    }

    @Test
    void aDriverThatHangsIsAMissWithItsReason() {
        Catalogue catalogue =
                survey(NONE, encoder -> encoder.device().equals("qsv")).catalogue(Survey.Freshness.CACHED);
        assertThat(catalogue.of(DeviceEncoder.AV1_QSV).orElseThrow().reason()).contains("did not end within 20 s");
        assertThat(catalogue.of(DeviceEncoder.AV1_NVENC).orElseThrow().succeeded())
                .isTrue();
    }

    @Test
    void whatWasFoundIsRememberedUntilTheDriverChanges() throws IOException {
        driver("550.1");
        Catalogue first = survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(survey(NONE, NONE).catalogue(Survey.Freshness.CACHED)).isEqualTo(first);
        assertThat(asked).hasSize(1);
        driver("560.2");
        survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(asked).hasSize(2);
        survey(NONE, NONE).catalogue(Survey.Freshness.ANEW);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aDeviceThatWasBusyIsAskedAgain() throws IOException {
        driver("550.1");
        Survey busy = new Survey(
                candidates -> {
                    asked.add(candidates);
                    return new WorkerOutcome.Finished<>(new Trial.Report(candidates.stream()
                            .map(encoder ->
                                    new Trial(encoder, Trial.Result.BUSY, "open: Device or resource busy (-16)"))
                            .toList()));
                },
                this::decoded,
                new Drivers(root, "Linux 6.1 amd64"),
                "8.0.1",
                file);
        assertThat(busy.catalogue(Survey.Freshness.CACHED).preferred().encoders())
                .isEmpty();
        assertThat(survey(NONE, NONE)
                        .catalogue(Survey.Freshness.CACHED)
                        .preferred()
                        .encoders())
                .isNotEmpty();
        survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(asked).hasSize(2);
    }

    @Test
    void outOfMemoryAndBusyMayPassAndOtherFailuresDoNot() {
        assertThat(Trial.resultOf(new FfmpegException("open", -16))).isEqualTo(Trial.Result.BUSY);
        assertThat(Trial.resultOf(new FfmpegException("open", -12))).isEqualTo(Trial.Result.BUSY);
        assertThat(Trial.resultOf(new FfmpegException("open", -38))).isEqualTo(Trial.Result.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "[1]", "{\"machine\":null,\"trials\":[null]}", "\u0000\u0001"})
    void aBrokenMemoryIsMadeAnew(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Catalogue catalogue = survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(asked).hasSize(1);
        assertThat(survey(NONE, NONE).catalogue(Survey.Freshness.CACHED)).isEqualTo(catalogue);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotMatter() throws IOException {
        Files.writeString(file.getParent(), "a file where the folder should be");
        assertThat(survey(NONE, NONE).catalogue(Survey.Freshness.CACHED).trials())
                .isNotEmpty();
    }

    @Test
    void hardwareTakesOverItsOwnCodecsAndNeverVp9Unasked() {
        Catalogue catalogue = survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(catalogue.preferred().encoders())
                .extracting(Devices.Chosen::encoder)
                .containsExactly(DeviceEncoder.H264_NVENC, DeviceEncoder.AV1_NVENC);
        assertThat(catalogue.only(DeviceEncoder.VP9_VAAPI).encoders()).hasSize(1);
    }

    @Test
    void everyMissOnThisMachineHasAReason() {
        Catalogue catalogue = MediaEngine.standard().hardware(file, Survey.Freshness.ANEW);
        assertThat(catalogue.trials())
                .hasSameSizeAs(DeviceEncoder.values())
                .allSatisfy(trial -> assertThat(trial.reason().isEmpty()).isEqualTo(trial.succeeded()));
        assertThat(catalogue.decoders())
                .hasSize(DeviceDecoder.values().length * KnownClip.values().length)
                .allSatisfy(trial -> assertThat(trial.reason().isEmpty()).isEqualTo(trial.succeeded()));
    }

    @Test
    void aDecoderThatCrashesCostsItsOwnDeviceOnly() {
        crashing = DeviceDecoder.CUDA;
        Catalogue catalogue = survey(NONE, NONE).catalogue(Survey.Freshness.CACHED);
        assertThat(catalogue.decoders())
                .filteredOn(trial -> !trial.succeeded())
                .singleElement()
                .satisfies(trial -> assertThat(trial.reason()).contains("crashed its process with status 139"));
        assertThat(catalogue.preferred().decoder())
                .isEqualTo(new SourceDecoder(DeviceDecoder.VIDEOTOOLBOX, Set.of("h264")));
        assertThat(catalogue.only(DeviceEncoder.VP9_VAAPI).decoder()).isNotNull();
    }

    @Test
    void aDecoderThatCardAndDriverLackIsExplained() throws IOException {
        driver("550.1");
        assertThat(new Drivers(root, "Linux 6.1").missingFor(DeviceDecoder.CUDA))
                .contains("libnvcuvid", "capability");
        assertThat(new Drivers(root, "Linux 6.1").missingFor(DeviceDecoder.VAAPI))
                .contains("/dev/dri");
    }

    private WorkerOutcome<DecoderTrial.Report> decoded(List<DeviceDecoder> devices) {
        return crashing != null && devices.contains(crashing)
                ? new WorkerOutcome.Crashed<>(139, List.of("SIGSEGV"))
                : new WorkerOutcome.Finished<>(new DecoderTrial.Report(devices.stream()
                        .map(device -> new DecoderTrial(device, "h264", Trial.Result.WORKS, ""))
                        .toList()));
    }

    private Survey survey(Predicate<DeviceEncoder> crashes, Predicate<DeviceEncoder> hangs) {
        return new Survey(
                candidates -> {
                    asked.add(candidates);
                    if (candidates.stream().anyMatch(crashes)) {
                        return new WorkerOutcome.Crashed<>(139, List.of("SIGSEGV"));
                    }
                    if (candidates.stream().anyMatch(hangs)) {
                        return new WorkerOutcome.TimedOut<>(Duration.ofSeconds(20), List.of());
                    }
                    return new WorkerOutcome.Finished<>(new Trial.Report(
                            candidates.stream().map(Trial::works).toList()));
                },
                this::decoded,
                new Drivers(root, "Linux 6.1 amd64"),
                "8.0.1",
                file);
    }

    private void driver(String version) throws IOException {
        Path proc = Files.createDirectories(root.resolve("proc/driver/nvidia"));
        Files.writeString(proc.resolve("version"), "NVRM version: NVIDIA UNIX x86_64 Kernel Module  " + version + "\n");
    }
}
