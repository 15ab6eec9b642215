package dev.slipway.media.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.DeviceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    private final Path root;
    private final Drivers drivers;

    DriversTest(@TempDir Path root) {
        this.root = root;
        this.drivers = new Drivers(root, "Linux 6.1 amd64");
    }

    @Test
    void aMachineWithoutDevicesIsKnownForOne() throws IOException {
        assertThat(drivers.mayHaveDevice()).isFalse();
        assertThat(drivers.missingFor(DeviceEncoder.H264_NVENC)).contains("no NVIDIA driver");
        assertThat(drivers.missingFor(DeviceEncoder.H264_VAAPI)).contains("/dev/dri");
        Files.createDirectories(root.resolve("dev/dri"));
        assertThat(drivers.mayHaveDevice()).isTrue();
    }

    @Test
    void elsewhereNothingIsKnownBeforeTrying() {
        Drivers windows = new Drivers(root, "Windows 11 10.0 amd64");
        assertThat(windows.mayHaveDevice()).isTrue();
        assertThat(windows.missingFor(DeviceEncoder.H264_MF)).isEmpty();
    }

    @Test
    void anUpdateOfAnyDriverChangesTheDescription() throws IOException {
        String before = drivers.description();
        Path module = Files.createDirectories(root.resolve("sys/module/amdgpu"));
        Files.writeString(module.resolve("version"), "6.8\n");
        String kernel = drivers.description();
        Path vaapi = Files.createDirectories(root.resolve("usr/lib/x86_64-linux-gnu/dri"));
        Files.writeString(vaapi.resolve("radeonsi_drv_video.so"), "a driver");
        String library = drivers.description();
        assertThat(java.util.List.of(before, kernel, library)).doesNotHaveDuplicates();
        assertThat(drivers.description()).isEqualTo(library);
    }

    @Test
    void anotherCardUnderTheSameDriverChangesTheDescription() throws IOException {
        Path card = Files.createDirectories(root.resolve("proc/driver/nvidia/gpus/0000:01:00.0"));
        Files.writeString(card.resolve("information"), "Model: NVIDIA L4\n");
        String before = drivers.description();
        Files.writeString(card.resolve("information"), "Model: NVIDIA H200\n");
        assertThat(drivers.description()).isNotEqualTo(before).contains("H200");
    }

    @Test
    void comingIntoTheGroupOfTheRenderNodeChangesTheDescription() throws IOException {
        Path node = root.resolve("dev/dri/renderD128");
        Files.createDirectories(node.getParent());
        String without = drivers.description();
        Files.writeString(node, "");
        assertThat(drivers.description()).isNotEqualTo(without).contains("renderD128 usable");
    }

    @Test
    void aDataCentreCardIsToldFromAMissingDriver() throws IOException {
        Path proc = Files.createDirectories(root.resolve("proc/driver/nvidia"));
        Files.writeString(proc.resolve("version"), "NVRM version: 550.1\n");
        assertThat(drivers.missingFor(DeviceEncoder.AV1_NVENC)).contains("data-centre cards have none");
    }
}
