package dev.slipway.media.hardware;

import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be read of the graphics drivers without asking them: on Linux from {@code /proc}, {@code /sys} and
 * {@code /dev}, elsewhere the system's version stands for its drivers'.
 */
public final class Drivers {
    private static final List<String> MODULES = List.of("nvidia", "nouveau", "i915", "xe", "amdgpu", "radeon");
    private static final List<String> NVIDIA_NODES = List.of("dev/nvidiactl", "dev/nvidia0");
    private static final List<String> MODULE_VERSIONS = List.of("version", "srcversion");
    /** Where distributions keep VAAPI's drivers. */
    private static final List<String> VAAPI =
            List.of("usr/lib/x86_64-linux-gnu/dri", "usr/lib/aarch64-linux-gnu/dri", "usr/lib64/dri", "usr/lib/dri");

    private static final String PRESENT_BUT_USELESS =
            "there is a graphics device, but its driver does not do this, or this user may not use it (group render)";

    private static final String NO_GRAPHICS =
            "there is no graphics device in /dev/dri: install its driver where there is such a card";

    private static final int LONGEST = 500;

    private final Path root;
    private final String system;

    Drivers(Path root, String system) {
        this.root = root;
        this.system = system;
    }

    public static Drivers ofThisMachine() {
        return new Drivers(
                Path.of("/"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }

    /** Changes whenever a driver or a device does. */
    String description() {
        List<String> parts = new ArrayList<>(List.of(system));
        firstLine("proc/driver/nvidia/version", parts);
        for (String module : MODULES) {
            for (String version : MODULE_VERSIONS) {
                firstLine("sys/module/" + module + "/" + version, parts);
            }
        }
        cards(parts);
        VAAPI.forEach(folder -> list(folder, parts));
        return String.join("; ", parts);
    }

    /** Which cards there are, and whether this user may use them: groups change without any driver changing. */
    private void cards(List<String> parts) {
        for (String card : names("proc/driver/nvidia/gpus")) {
            firstLine("proc/driver/nvidia/gpus/" + card + "/information", parts);
        }
        for (String node : names("dev/dri")) {
            parts.add(node + usable("dev/dri/" + node));
            firstLine("sys/class/drm/" + node + "/device/vendor", parts);
            firstLine("sys/class/drm/" + node + "/device/device", parts);
        }
        NVIDIA_NODES.forEach(node -> parts.add(node + usable(node)));
    }

    private String usable(String node) {
        Path file = root.resolve(node);
        return Files.isReadable(file) && Files.isWritable(file) ? " usable" : " not usable";
    }

    private List<String> names(String folder) {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            // There is no such device.
            return List.of();
        }
    }

    /**
     * Whether there may be a device at all. Only Linux can be sure that there is none: no node of a graphics card, no
     * NVIDIA driver, no card lent by Windows.
     */
    public boolean mayHaveDevice() {
        return !system.startsWith("Linux")
                || Files.exists(root.resolve("dev/dri"))
                || Files.exists(root.resolve("proc/driver/nvidia"))
                || Files.exists(root.resolve("dev/dxg"));
    }

    /** What is missing for an encoder, as far as one can see it from here; empty where nothing is. */
    String missingFor(DeviceEncoder encoder) {
        if (!system.startsWith("Linux")) {
            return "";
        }
        return switch (encoder.device()) {
            case "nvenc" ->
                Files.exists(root.resolve("proc/driver/nvidia/version"))
                        ? "the NVIDIA driver is there, but this card has no encoder for it (data-centre cards have"
                                + " none) or the driver is older than this FFmpeg needs"
                        : "there is no NVIDIA driver: install it where there is such a card";
            case "qsv", "vaapi", "vulkan" -> hasRenderNode() ? PRESENT_BUT_USELESS : NO_GRAPHICS;
            default -> "";
        };
    }

    /** The same for a decoder. */
    String missingFor(DeviceDecoder decoder) {
        if (!system.startsWith("Linux")) {
            return "";
        }
        return switch (decoder) {
            case CUDA ->
                Files.exists(root.resolve("proc/driver/nvidia/version"))
                        ? "the NVIDIA driver is there, but this card does not decode it, or the driver's video part"
                                + " (libnvcuvid) is missing: containers must ask for the capability video"
                        : "there is no NVIDIA driver: install it where there is such a card";
            case VAAPI -> hasRenderNode() ? PRESENT_BUT_USELESS : NO_GRAPHICS;
            case VIDEOTOOLBOX -> "macOS has it";
            case D3D11VA -> "Windows has it";
        };
    }

    private boolean hasRenderNode() {
        List<String> names = new ArrayList<>();
        list("dev/dri", names);
        return names.stream().anyMatch(name -> name.startsWith("renderD"));
    }

    private void firstLine(String name, List<String> parts) {
        Path file = root.resolve(name);
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.findFirst()
                        .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
                        .ifPresent(parts::add);
            } catch (IOException | UncheckedIOException e) {
                parts.add(name + " cannot be read");
            }
        }
    }

    /** Names, and for files their size and age, which change with every update. */
    private void list(String name, List<String> parts) {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.sorted().toList()) {
                    parts.add(entry.getFileName() + mark(entry));
                }
            } catch (IOException e) {
                parts.add(name + " cannot be read");
            }
        }
    }

    private static String mark(Path entry) throws IOException {
        return Files.isRegularFile(entry)
                ? " " + Files.size(entry) + " "
                        + Files.getLastModifiedTime(entry).toMillis()
                : "";
    }
}
