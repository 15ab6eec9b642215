package dev.slipway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.configuration.PictureSettings;
import dev.slipway.server.configuration.PriceSettings;
import dev.slipway.server.configuration.QuotaSettings;
import dev.slipway.server.configuration.ServerSettings;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartFailureTest {

    @ParameterizedTest
    @CsvSource({
        "router, hello, SLIPWAY_ROUTER, 0x and 40 hex digits",
        "token, USDC, SLIPWAY_TOKEN, 0x and 40 hex digits",
        "recipient, 0x12, SLIPWAY_RECIPIENT, 0x and 40 hex digits",
        "chain-id, mainnet, SLIPWAY_CHAIN_ID, a whole number",
        "confirmations, few, SLIPWAY_CONFIRMATIONS, a whole number"
    })
    void aSettingOfTheChainThatCannotBeReadIsSaidWithTheFormThatItTakes(
            String name, String value, String variable, String form) {
        assertThat(message(ChainSettings.class, name, value))
                .isEqualTo("The setting " + variable + " cannot be understood: it takes " + form + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "moderators, hello, 'SLIPWAY_MODERATORS', '0x and 40 hex digits, several by commas'",
        "access-period, long, SLIPWAY_ACCESS_PERIOD, a time such as 30m or 24h"
    })
    void soAreListsAndTimes(String name, String value, String variable, String form) {
        assertThat(message(IdentitySettings.class, name, value))
                .isEqualTo("The setting " + variable + " cannot be understood: it takes " + form + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "price, much, SLIPWAY_PRICE, a whole number",
        "price-per-gb, 1 ETH, SLIPWAY_PRICE_PER_GB, a whole number"
    })
    void soArePrices(String name, String value, String variable, String form) {
        assertThat(message(PriceSettings.class, name, value))
                .isEqualTo("The setting " + variable + " cannot be understood: it takes " + form + ".");
    }

    @ParameterizedTest
    @CsvSource({"mode, fast, SLIPWAY_MODE, development or production"})
    void soAreWords(String name, String value, String variable, String form) {
        assertThat(message(ServerSettings.class, name, value))
                .isEqualTo("The setting " + variable + " cannot be understood: it takes " + form + ".");
    }

    @ParameterizedTest
    @CsvSource({"upload-quota, much, SLIPWAY_UPLOAD_QUOTA, a size such as 500MB or 20GB"})
    void soAreSizes(String name, String value, String variable, String form) {
        assertThat(message(QuotaSettings.class, name, value))
                .isEqualTo("The setting " + variable + " cannot be understood: it takes " + form + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "08001, does not answer. Start it",
        "28P01, does not take this user or password",
        "3D000, has no such database"
    })
    void aDatabaseThatCannotBeUsedIsSaidWithoutItsAddress(String state, String sentence) {
        RuntimeException failure =
                new IllegalStateException(new SQLException("Connection to u:hush@db refused", state));
        assertThat(StartFailure.of(failure))
                .hasValueSatisfying(told -> assertThat(told.message())
                        .startsWith("PostgreSQL of SLIPWAY_DATABASE_URL " + sentence)
                        .doesNotContain("hush"));
        assertThat(StartFailure.of(new SQLException("something else", "42601"))).isEmpty();
        assertThat(StartFailure.of(new SQLException("something else"))).isEmpty();
    }

    /** Through Spring itself, whose own text has the value, codes and origins in it. */
    @ParameterizedTest
    @CsvSource({
        "price, 0, SLIPWAY_PRICE must be at least 1.",
        "price, -5, SLIPWAY_PRICE must be at least 1.",
        "price-per-gb, -1, SLIPWAY_PRICE_PER_GB must be at least 0.",
        "confirmations, 0, SLIPWAY_CONFIRMATIONS must be at least 1.",
        "confirmations, 1001, SLIPWAY_CONFIRMATIONS must be at most 1000.",
        "picture-model-limit, 1.5, SLIPWAY_PICTURE_MODEL_LIMIT must be at most 1.",
        "picture-model-mean, '1,2', SLIPWAY_PICTURE_MODEL_MEAN must have from 3 to 3 entries."
    })
    void aValueOutOfItsRangeIsSaidWithTheRange(String name, String value, String sentence) {
        new ApplicationContextRunner()
                .withUserConfiguration(Ranges.class)
                .withPropertyValues("slipway." + name + "=" + value)
                .run(context -> {
                    Throwable failure = Objects.requireNonNull(context.getStartupFailure());
                    assertThat(StartFailure.of(failure))
                            .contains(new StartFailure(ProblemCode.CONFIGURATION, sentence));
                });
    }

    @EnableConfigurationProperties({PriceSettings.class, ChainSettings.class, PictureSettings.class})
    static class Ranges {}

    private static String message(Class<?> settings, String name, String value) {
        Binder binder = new Binder(
                java.util.List.of(new MapConfigurationPropertySource(Map.of("slipway." + name, value))),
                null,
                ApplicationConversionService.getSharedInstance(),
                null,
                null);
        Throwable failure = catchThrowable(() -> binder.bindOrCreate("slipway", Bindable.of(settings)));
        StartFailure told = StartFailure.of(failure).orElseThrow();
        assertThat(told.code()).isEqualTo(ProblemCode.CONFIGURATION);
        return told.message();
    }
}
