package dev.slipway.desk.terms;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a desk refuses to sign of an offer in a token. */
class TermsCheckTest {
    private static final LocalSigner OPERATOR = LocalSigner.fromPrivateKey(LightKeystore.KEY);
    private static final Address CONTRACT = new Address("0x" + "33".repeat(20));
    private static final Address ROUTER = new Address("0x" + "44".repeat(20));
    private static final Address RECIPIENT = new Address("0x" + "55".repeat(20));
    private static final PaymentToken TOKEN = new PaymentToken(CONTRACT, "USDC", 6);
    private static final PriceLimit ENOUGH = PriceLimit.parse("5@" + CONTRACT);

    private final Map<String, String> token = new HashMap<>();
    private boolean pays = true;

    @BeforeEach
    void begin() {
        token.put(TokenContract.DECIMALS_CALL, "0x" + "00".repeat(31) + "06");
        token.put(TokenContract.SYMBOL_CALL, "0x55534443" + "00".repeat(28));
    }

    @Test
    void anOfferThatTheChainBearsOutIsSigned() {
        assertThatCode(() -> verify(terms(TOKEN), ENOUGH)).doesNotThrowAnyException();
    }

    @Test
    void otherDecimalsThanTheChainsAreRefused() {
        PaymentToken fewer = new PaymentToken(CONTRACT, "USDC", 4);
        assertRefused(
                terms(fewer),
                PriceLimit.parse("500@" + CONTRACT),
                "is called USDC and has 6 decimals, while the server says USDC and 4");
    }

    @Test
    void anotherSymbolThanTheChainsIsRefused() {
        assertRefused(terms(new PaymentToken(CONTRACT, "USDT", 6)), ENOUGH, "while the server says USDT and 6");
    }

    @Test
    void aContractThatIsNoTokenIsRefused() {
        token.clear();
        assertRefused(terms(TOKEN), ENOUGH, "is no token on this chain");
    }

    @Test
    void aRouterThatPaysSomebodyElseIsRefused() {
        pays = false;
        assertRefused(terms(TOKEN), ENOUGH, "does not pay " + RECIPIENT);
    }

    @Test
    void aLimitInCoinAllowsNoToken() {
        assertRefused(terms(TOKEN), PriceLimit.parse("100"), "5 USDC of the token 0x3333", "--max-price 5@" + CONTRACT);
    }

    @Test
    void aLimitInAnotherTokenAllowsNone() {
        assertRefused(terms(TOKEN), PriceLimit.parse("100@" + ROUTER), "you allow no amount of it");
        assertRefused(terms(null), ENOUGH, "in the chain's coin, and you allow an amount of the token");
    }

    @Test
    void moreThanTheLimitIsRefused() {
        assertRefused(terms(TOKEN), PriceLimit.parse("4.99@" + CONTRACT), "more than the 4.99 USDC you allow");
    }

    /** Of a desk that knows only coin, which would pay five million wei. */
    @Test
    void theVersionSaysWhetherThereIsAToken() {
        Terms first = terms(TOKEN);
        Terms old = new Terms(
                Terms.VERSION,
                first.audience(),
                first.operator(),
                first.rail(),
                first.chainId(),
                first.recipient(),
                first.router(),
                first.price(),
                first.checkFee(),
                first.token(),
                first.confirmations(),
                first.expiresAt(),
                first.hostingDays(),
                first.uploadBytes(),
                first.rules());
        assertRefused(old, ENOUGH, "version 1 of the terms is not known here");
    }

    private void assertRefused(Terms terms, PriceLimit limit, String... words) {
        assertThatThrownBy(() -> verify(terms, limit))
                .isInstanceOf(DeskException.class)
                .hasMessageContainingAll(words);
    }

    private void verify(Terms terms, PriceLimit limit) {
        PublicationId id = PublicationId.parse("01234567-89ab-4def-8123-456789abcdef");
        TermsMessage message = new TermsMessage(id, Publishing.filled("01"), terms.hash());
        DraftReply reply =
                new DraftReply(id, message.nonce(), terms, OPERATOR.sign(message.typedData(Publishing.CHAIN)));
        new TermsCheck(ServerOrigin.parse("https://video.example"), OPERATOR.address(), chain(), limit, 1500)
                .verify(ReceivedDraft.parse(Json.STRICT.writeValueAsString(reply)));
    }

    private Chain chain() {
        return (Chain) Proxy.newProxyInstance(
                Chain.class.getClassLoader(),
                new Class<?>[] {Chain.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "chainId" -> Publishing.CHAIN;
                    case "pays" -> pays;
                    case "call" -> Optional.ofNullable(token.get((String) arguments[1]));
                    default -> throw new AssertionError(method.getName());
                });
    }

    private static Terms terms(@Nullable PaymentToken asked) {
        return new Terms(
                asked == null ? Terms.VERSION : Terms.TOKEN_VERSION,
                "https://video.example",
                OPERATOR.address(),
                Terms.ROUTER_RAIL,
                Publishing.CHAIN,
                RECIPIENT,
                ROUTER,
                BigInteger.valueOf(5_000_000).toString(),
                null,
                asked,
                2,
                Instant.parse("2030-01-02T03:04:05Z"),
                365,
                1500,
                "none");
    }
}
