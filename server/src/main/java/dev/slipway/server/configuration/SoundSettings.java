package dev.slipway.server.configuration;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What judges sound.
 *
 * @param soundCheck {@code SLIPWAY_SOUND_CHECK}: a program of the operator's that is given each sound file; null means that
 *     nobody judges sound
 * @param soundCheckLimit {@code SLIPWAY_SOUND_CHECK_LIMIT}: how long it may take for all files of one publication
 */
@Validated
@ConfigurationProperties("slipway")
public record SoundSettings(
        @Nullable Path soundCheck,
        @DefaultValue("15m") @NotNull Duration soundCheckLimit) {
    public SoundSettings {
        if (!soundCheckLimit.isPositive()) {
            throw new IllegalArgumentException("SLIPWAY_SOUND_CHECK_LIMIT is longer than nothing, such as 15m");
        }
    }
}
