package dev.slipway.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole server on a free port of 127.0.0.1, with a fresh database and data folder. Test classes that ask for the
 * same server share it, so each uses publications of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServerTest.Fresh.class)
public @interface ServerTest {

    /** Gives the server its own database and folder. */
    final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final Map<String, Object> NO_LIMITS = Map.of(
                "slipway.limit-sign-in", 0,
                "slipway.limit-write", 0,
                "slipway.limit-upload", 0,
                "slipway.limit-read", 0,
                "slipway.limit-media", 0,
                "slipway.limit-account", 0,
                "slipway.limit-events", 0,
                "slipway.drafts-per-address", 1_000_000);

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            // Tests ask more in a minute than people do, all from one address; those of the limits set their own.
            context.getEnvironment().getPropertySources().addLast(new MapPropertySource("no limits", NO_LIMITS));
            TestPropertyValues.of("slipway.database-url=" + TestDatabase.empty().jdbcUrl(), "slipway.data=" + folder())
                    .applyTo(context);
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("slipway-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
