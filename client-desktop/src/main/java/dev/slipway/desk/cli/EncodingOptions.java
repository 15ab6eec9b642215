package dev.slipway.desk.cli;

import dev.slipway.desk.prepare.PrepareOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the finished files are made. */
final class EncodingOptions {
    @Option(
            names = "--recipe",
            defaultValue = "web",
            paramLabel = "NAME",
            description = "fast or web (default): how much time goes into each picture.")
    private String recipe = "web";

    @Option(names = "--no-compat", description = "Leaves out the H.264 rung and the AAC sound that Safari needs.")
    private boolean noCompat;

    @Option(names = "--bitrate", paramLabel = "RATE", description = "Of the top rung, such as 2M.")
    private @Nullable String bitrate;

    @Option(
            names = "--preview-seconds",
            defaultValue = "5",
            paramLabel = "N",
            description = "Length of the clip shown on hover (default 5).")
    private int previewSeconds = 5;

    @Option(
            names = "--encoder",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto (default), software, or an encoder's name.")
    private String encoder = "auto";

    PrepareOptions options() {
        return new PrepareOptions(
                recipe,
                noCompat ? PrepareOptions.Compatibility.NONE : PrepareOptions.Compatibility.H264_RUNG,
                bitrate == null ? null : (Long) Arguments.bitrate(bitrate),
                previewSeconds,
                encoder);
    }
}
