package dev.slipway.model.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
    /** As a server wrote, stored and signed them before there were check fees. */
    private static final String BEFORE = "{\"version\":1,\"audience\":\"https://video.example\","
            + "\"operator\":\"0x1111111111111111111111111111111111111111\",\"rail\":\"plain\",\"chainId\":1,"
            + "\"recipient\":\"0x2222222222222222222222222222222222222222\",\"price\":\"1000\",\"confirmations\":2,"
            + "\"expiresAt\":\"2026-01-02T03:04:05Z\",\"hostingDays\":365,\"uploadBytes\":1500,\"rules\":\"none\"}";

    /** SHA-256 of the same with its members in the order of their names, by another program. */
    private static final Bytes32 HASH_BEFORE =
            new Bytes32("0x6369063ad0826dd09e5249e9019515bf1e7ae6eec14ee73ec5459b990c71003b");

    private static final Address TOKEN = new Address("0x" + "33".repeat(20));
    private static final Address ROUTER = new Address("0x" + "44".repeat(20));

    @Test
    void termsFromBeforeThereWereCheckFeesKeepTheirBytesAndTheirHash() {
        Terms terms = Json.STRICT.readValue(BEFORE, Terms.class);
        assertThat(Json.STRICT.writeValueAsString(terms)).isEqualTo(BEFORE);
        assertThat(terms.hash()).isEqualTo(HASH_BEFORE);
        assertThat(terms.kept()).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "0")
    void aServerWithoutACheckFeeWritesTermsAsBefore(@Nullable String checkFee) {
        assertThat(Json.STRICT.writeValueAsString(terms(checkFee))).isEqualTo(BEFORE);
    }

    @Test
    void theCheckFeeIsPartOfWhatIsSigned() {
        Terms terms = terms("40");
        assertThat(terms.kept()).isEqualTo(40);
        assertThat(terms.hash()).isNotEqualTo(HASH_BEFORE);
        assertThat(Json.STRICT.readValue(Json.STRICT.writeValueAsString(terms), Terms.class))
                .isEqualTo(terms);
    }

    @Test
    void theTokenIsPartOfWhatIsSigned() {
        Terms terms = inToken(new PaymentToken(TOKEN, "USDC", 6), ROUTER, Terms.ROUTER_RAIL);
        assertThat(Json.STRICT.readValue(Json.STRICT.writeValueAsString(terms), Terms.class))
                .isEqualTo(terms);
        assertThat(terms.hash())
                .isNotEqualTo(inToken(new PaymentToken(TOKEN, "USDC", 18), ROUTER, Terms.ROUTER_RAIL)
                        .hash())
                .isNotEqualTo(inToken(null, ROUTER, Terms.ROUTER_RAIL).hash());
    }

    @Test
    void aPriceIsInOneCoinOrTokenAndInNoOther() {
        Terms terms = inToken(new PaymentToken(TOKEN, "USDC", 6), ROUTER, Terms.ROUTER_RAIL);
        assertThat(terms.isPaidIn(TOKEN)).isTrue();
        assertThat(terms.isPaidIn(ROUTER)).isFalse();
        assertThat(terms.isPaidIn(null)).isFalse();
        assertThat(terms(null).isPaidIn(null)).isTrue();
        assertThat(terms(null).isPaidIn(TOKEN)).isFalse();
    }

    @Test
    void aPriceInATokenNeedsTheRouter() {
        PaymentToken token = new PaymentToken(TOKEN, "USDC", 6);
        assertThatIllegalArgumentException().isThrownBy(() -> inToken(token, null, Terms.ROUTER_RAIL));
        assertThatIllegalArgumentException().isThrownBy(() -> inToken(token, ROUTER, Terms.PLAIN_RAIL));
    }

    private static Terms inToken(@Nullable PaymentToken token, @Nullable Address router, String rail) {
        return new Terms(
                Terms.TOKEN_VERSION,
                "https://video.example",
                new Address("0x" + "11".repeat(20)),
                rail,
                1,
                new Address("0x" + "22".repeat(20)),
                router,
                "1000",
                null,
                token,
                2,
                Instant.parse("2026-01-02T03:04:05Z"),
                365,
                1500,
                "none");
    }

    @Test
    void nothingIsSentBackToNobodyOrToWhomWasPaid() {
        Terms terms = inToken(new PaymentToken(TOKEN, "USDC", 6), ROUTER, Terms.ROUTER_RAIL);
        assertThat(List.of(Address.ZERO, terms.recipient(), ROUTER, TOKEN)).noneMatch(terms::canRefundTo);
        assertThat(terms.canRefundTo(new Address("0x" + "55".repeat(20)))).isTrue();
        assertThat(terms("40").canRefundTo(TOKEN)).as("paid in coin").isTrue();
    }

    private static Terms terms(@Nullable String checkFee) {
        return new Terms(
                Terms.VERSION,
                "https://video.example",
                new Address("0x" + "11".repeat(20)),
                Terms.PLAIN_RAIL,
                1,
                new Address("0x" + "22".repeat(20)),
                null,
                "1000",
                checkFee,
                2,
                Instant.parse("2026-01-02T03:04:05Z"),
                365,
                1500,
                "none");
    }
}
