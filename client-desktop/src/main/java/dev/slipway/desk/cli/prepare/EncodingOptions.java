package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.prepare.PrepareOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the finished files are made. */
public final class EncodingOptions {
    @Mixin
    private final LookOptions look = new LookOptions();

    @Option(names = "--no-compat", description = "Leaves out the H.264 rung and the AAC sound that Safari needs.")
    private boolean noCompat;

    @Option(
            names = "--preview-seconds",
            defaultValue = "5",
            paramLabel = "N",
            description = "Length of the clip shown on hover, from 1 to 60 seconds (default 5).")
    private int previewSeconds = 5;

    @Option(
            names = "--encoder",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto (default), software, or a hardware encoder such as h264_nvenc; doctor lists them.")
    private String encoder = "auto";

    @Mixin
    private final StillOptions stills = new StillOptions();

    @Mixin
    private final SoundOptions sound = new SoundOptions();

    public PrepareOptions options() {
        PrepareOptions pictures = look.options();
        return pictures.withCompatibility(
                        noCompat ? PrepareOptions.Compatibility.NONE : PrepareOptions.Compatibility.H264_RUNG)
                .withPreviewSeconds(previewSeconds)
                .withEncoder(encoder)
                .withProtection(sound.protectedToo(pictures.protection()))
                .withSound(sound.wishes())
                .withStills(stills.stills());
    }
}
