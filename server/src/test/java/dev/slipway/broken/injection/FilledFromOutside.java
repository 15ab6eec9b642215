package dev.slipway.broken.injection;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Has a field that appears by itself. */
public class FilledFromOutside {
    @Autowired
    private @Nullable Environment environment;

    public @Nullable Environment environment() {
        return environment;
    }
}
