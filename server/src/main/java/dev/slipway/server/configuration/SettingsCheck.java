package dev.slipway.server.configuration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses settings that cannot be meant together, before anything is opened, made or migrated by them. */
public final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** @throws StartRefused with what is wrong */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Mode mode = Binder.get(environment).bind("slipway.mode", Mode.class).orElse(Mode.DEVELOPMENT);
        if (mode == Mode.PRODUCTION) {
            ProductionRequirements.check(environment);
        }
        PlayMoney.check(environment, mode);
    }
}
