package dev.slipway.desk.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One encoder at one preset, as options of FFmpeg's own program.
 *
 * @param name for the table
 * @param speed in the encoder's own words
 * @param passes how often it looks at every picture
 */
record EncoderSetting(String name, String speed, int passes, List<String> options) {
    EncoderSetting {
        options = List.copyOf(options);
    }

    static List<EncoderSetting> all() {
        return List.of(
                vp9("realtime, cpu-used 8", 1, "realtime", "8"),
                vp9("realtime, cpu-used 7", 1, "realtime", "7"),
                vp9("realtime, cpu-used 6", 1, "realtime", "6"),
                vp9("realtime, cpu-used 5", 1, "realtime", "5"),
                vp9("good, cpu-used 5", 1, "good", "5"),
                vp9("good, cpu-used 4, two passes", 2, "good", "4"),
                av1("12"),
                av1("10"),
                av1("8"),
                new EncoderSetting(
                        "H.264 (openh264)",
                        "high profile",
                        1,
                        List.of("-c:v", "libopenh264", "-rc_mode", "bitrate", "-profile:v", "high")));
    }

    private static EncoderSetting vp9(String speed, int passes, String deadline, String cpuUsed) {
        return new EncoderSetting(
                "VP9 (libvpx)",
                speed,
                passes,
                List.of("-c:v", "libvpx-vp9", "-deadline", deadline, "-cpu-used", cpuUsed, "-row-mt", "1"));
    }

    private static EncoderSetting av1(String preset) {
        return new EncoderSetting(
                "AV1 (SVT-AV1)", "preset " + preset, 1, List.of("-c:v", "libsvtav1", "-preset", preset));
    }

    /** Every choice aims at the same rate, with a key frame every four seconds. */
    List<List<String>> commands(Path program, Path clip, Path file, long bitrate) {
        List<List<String>> commands = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-v", "error", "-y"));
            command.addAll(List.of("-i", clip.toString(), "-an"));
            command.addAll(options);
            command.addAll(List.of("-b:v", Long.toString(bitrate), "-g", "50", "-bf", "0"));
            if (passes > 1) {
                command.addAll(List.of("-pass", Integer.toString(pass), "-passlogfile", file + ".log"));
            }
            command.addAll(pass < passes ? List.of("-f", "null", "-") : List.of("-f", "mp4", file.toString()));
            commands.add(command);
        }
        return commands;
    }
}
