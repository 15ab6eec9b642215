package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.argument.TrimArgument;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.media.probe.Damage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the finished files are made. */
public final class EncodingOptions {
    @Option(
            names = "--recipe",
            defaultValue = "web",
            paramLabel = "NAME",
            description =
                    "fast, web (default), quality or av1: how the rungs are encoded. quality takes two passes and about six"
                            + " times as long; av1 looks better at the same size and plays in newer browsers only, the"
                            + " H.264 rung serves the others.")
    private String recipe = "web";

    @Option(names = "--no-compat", description = "Leaves out the H.264 rung and the AAC sound that Safari needs.")
    private boolean noCompat;

    @Option(
            names = "--bitrate",
            paramLabel = "RATE",
            description = "The most that the top rung may spend, such as 2M; the others follow in proportion.")
    private @Nullable String bitrate;

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

    @Option(
            names = "--trim",
            paramLabel = "FROM-TO",
            description = "Only this part, in seconds or hours:minutes:seconds, such as 12.5-90 or 1:02:03-1:10:00;"
                    + " either side may be left out.")
    private @Nullable String trim;

    @Mixin
    private final PictureOptions pictures = new PictureOptions();

    @Mixin
    private final SoundOptions sound = new SoundOptions();

    @Option(
            names = "--accept-damage",
            description = "Publishes a file of which more than a tenth is missing or damaged; the last good picture"
                    + " stands for what is lost in between, and the film ends where the file does.")
    private boolean acceptDamage;

    @Mixin
    private final ProtectionOptions protection = new ProtectionOptions();

    public PrepareOptions options() {
        return PrepareOptions.DEFAULT
                .withRecipe(recipe)
                .withCompatibility(
                        noCompat ? PrepareOptions.Compatibility.NONE : PrepareOptions.Compatibility.H264_RUNG)
                .withBitrate(bitrate == null ? null : (Long) Arguments.bitrate(bitrate))
                .withPreviewSeconds(previewSeconds)
                .withEncoder(encoder)
                .withProtection(protection.wish())
                .withTrim(trim == null ? null : TrimArgument.parse(trim))
                .withSound(sound.wishes())
                .withDamage(acceptDamage ? Damage.ACCEPTED : Damage.REFUSED)
                .withTargetQuality(pictures.quality())
                .withStills(pictures.stills());
    }
}
