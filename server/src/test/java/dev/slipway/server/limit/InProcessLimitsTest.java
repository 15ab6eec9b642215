package dev.slipway.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.server.configuration.LimitSettings;
import dev.slipway.server.limit.RequestLimits.Count;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InProcessLimitsTest {
    private static final LimitSettings DEFAULTS =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("slipway", LimitSettings.class);

    private final Stopwatch time = new Stopwatch();

    private static final class Stopwatch implements TimeMeter {
        private long nanos = 1;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    @Test
    void afterTheLastOneTheNextIsRefusedUntilItsTimeHasCome() {
        InProcessLimits limits = limits(6);
        for (int left = 5; left >= 0; left--) {
            assertThat(take(limits, "a").granted()).isTrue();
        }
        Count refused = take(limits, "a");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.most()).isEqualTo(6);
        assertThat(refused.left()).isZero();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(10));
        assertThat(refused.untilWhole()).isEqualTo(Duration.ofMinutes(1));

        time.pass(Duration.ofSeconds(9));
        assertThat(take(limits, "a").granted()).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(take(limits, "a").granted()).isTrue();
        assertThat(take(limits, "a").granted()).isFalse();
    }

    @Test
    void nobodyPaysForSomebodyElseNorOneQuotaForAnother() {
        InProcessLimits limits = limits(1);
        assertThat(take(limits, "a").granted()).isTrue();
        assertThat(take(limits, "a").granted()).isFalse();
        assertThat(take(limits, "b").granted()).isTrue();
        assertThat(limits.take(Quota.READ, "a")).get().matches(Count::granted);
    }

    @Test
    void zeroIsNoLimit() {
        InProcessLimits limits = limits(0);
        assertThat(limits.take(Quota.WRITE, "a")).isEmpty();
        assertThat(limits.clients()).isZero();
    }

    @Test
    void whoComesFromEverywhereFillsNoMemory() {
        InProcessLimits limits = limits(10);
        for (int client = 0; client < 4 * InProcessLimits.MOST_CLIENTS; client++) {
            take(limits, Integer.toString(client));
        }
        assertThat(limits.clients()).isPositive().isLessThanOrEqualTo(InProcessLimits.MOST_CLIENTS);
    }

    @Test
    void whoKeepsAskingIsNotForgottenAmongThem() {
        InProcessLimits limits = limits(10);
        for (int client = 0; client < 4 * InProcessLimits.MOST_CLIENTS; client++) {
            take(limits, Integer.toString(client));
            if (client % 100 == 0) {
                take(limits, "greedy");
            }
        }
        assertThat(take(limits, "greedy").granted()).isFalse();
    }

    @Test
    void whoWasSilentIsForgotten() {
        InProcessLimits limits = limits(10);
        take(limits, "a");
        time.pass(RequestLimits.WINDOW.plusSeconds(1));
        assertThat(limits.clients()).isZero();
    }

    /** What a minute of them asks of one address; the desk's numbers are those of its own code. */
    @ParameterizedTest
    @CsvSource({
        // Five people at home, each watching, one publishing ten videos at once.
        "5, 10, 4",
        // Fifty desks behind one address, each publishing one and with a page open.
        "50, 50, 50"
    })
    void theDefaultsAreEnoughFor(int people, int publications, int players) {
        InProcessLimits limits = new InProcessLimits(DEFAULTS, time);
        // A nonce and a signature in the same minute is what the morning brings, spread over two of them.
        requireAll(limits, Quota.SIGN_IN, people);
        // Draft, signature, hint, picture, complete.
        requireAll(limits, Quota.WRITE, publications * 5);
        // Who the operator is, words, some status, ten hashtags as they are typed.
        requireAll(limits, Quota.READ, people * 15 + publications * 4);
        // Some ten files each, created, asked for and sent; one piece a second at 128 Mbit/s.
        requireAll(limits, Quota.UPLOAD, publications * 10 * 3 + 60);
        // Picture, sound and thumbnails of segments of four seconds, and a page with its scripts and posters.
        requireAll(limits, Quota.MEDIA, players * (3 * 15 + 70));
    }

    private static void requireAll(InProcessLimits limits, Quota quota, int requests) {
        for (int request = 0; request < requests; request++) {
            assertThat(limits.take(quota, "nat"))
                    .as("%s, request %d of %d", quota, request, requests)
                    .get()
                    .matches(Count::granted);
        }
    }

    private InProcessLimits limits(int each) {
        return new InProcessLimits(new LimitSettings(each, each, each, each, each, each, each), time);
    }

    private static Count take(InProcessLimits limits, String client) {
        return limits.take(Quota.WRITE, client).orElseThrow();
    }
}
