package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses settings that cannot be meant together, before anything is opened, made or migrated by them. */
public final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

    private final Wallets wallets;

    public SettingsCheck(Wallets wallets) {
        this.wallets = wallets;
    }

    /** @throws StartRefused with what is wrong */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        BoundSettings settings = BoundSettings.of(environment);
        Mode mode = settings.value("mode", Mode.class).orElse(Mode.DEVELOPMENT);
        List<String> wrong = new ArrayList<>();
        if (mode == Mode.PRODUCTION) {
            wrong.addAll(ProductionRequirements.wrong(settings, wallets));
        }
        wrong.addAll(MeantSettings.wrong(settings, wallets));
        if (!wrong.isEmpty()) {
            throw new StartRefused(ProblemCode.CONFIGURATION, String.join("\n", wrong));
        }
        PlayMoney.check(environment, mode);
        if (mode == Mode.PRODUCTION) {
            ProductionKeys.readByOthers(settings).forEach(LOG::warn);
        }
    }
}
