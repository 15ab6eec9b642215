package dev.slipway.desk.signer;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.Fees;
import dev.slipway.desk.ethereum.PermitTerms;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.signer.protocol.Agreement;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an author agreed to pay in a token, and the transactions of it. */
final class TokenOrder {
    static final BigInteger PRICE = BigInteger.valueOf(5_000_000);
    /** Of one transaction, in wei. */
    static final long FEE = 300;

    private static final Address TOKEN = new Address("0x" + "33".repeat(20));
    private static final Address ROUTER = new Address("0x" + "44".repeat(20));

    private final Terms terms;
    private final PublishMessage message;

    TokenOrder(Address author) {
        this.terms = terms("none");
        PublishMessage other = Publishing.message(author);
        this.message = new PublishMessage(
                other.audience(),
                other.publicationId(),
                other.nonce(),
                author,
                other.manifestHash(),
                other.formHash(),
                terms.hash(),
                other.refundTo(),
                other.salt(),
                other.deadline());
    }

    Bytes32 reference() {
        return Eip712.digest(message.typedData(Publishing.CHAIN));
    }

    Agreement agreement() {
        return agreement(terms);
    }

    Agreement agreementWithOtherTerms() {
        return agreement(terms("others"));
    }

    private Agreement agreement(Terms told) {
        return new Agreement(
                Json.STRICT.readTree(message.typedData(Publishing.CHAIN).toJson()),
                Json.STRICT.writeValueAsString(told));
    }

    PaymentBounds bounds(long mostFee) {
        return bounds(PRICE, TOKEN, ROUTER, mostFee);
    }

    PaymentBounds over(Address router) {
        return bounds(PRICE, TOKEN, router, FEE);
    }

    PaymentBounds in(Address token) {
        return bounds(PRICE, token, ROUTER, FEE);
    }

    PaymentBounds of(BigInteger amount) {
        return bounds(amount, TOKEN, ROUTER, FEE);
    }

    private PaymentBounds bounds(BigInteger amount, Address token, Address router, long mostFee) {
        return new PaymentBounds(
                Publishing.CHAIN,
                Publishing.RECIPIENT,
                amount,
                BigInteger.valueOf(mostFee),
                reference(),
                new PaymentBounds.Token(token, router));
    }

    TokenCall call(TokenCall.Step step, long nonce, @Nullable PermitTerms permit) {
        return call(step, nonce, ROUTER, PRICE, permit);
    }

    TokenCall to(Address router, TokenCall call) {
        return call(call.step(), call.nonce().longValueExact(), router, PRICE, null);
    }

    TokenCall more(TokenCall call) {
        return call(call.step(), call.nonce().longValueExact(), ROUTER, PRICE.add(BigInteger.ONE), null);
    }

    private TokenCall call(
            TokenCall.Step step, long nonce, Address router, BigInteger amount, @Nullable PermitTerms permit) {
        return new TokenCall(
                step,
                Publishing.CHAIN,
                BigInteger.valueOf(nonce),
                router,
                new TokenPayment(reference(), TOKEN, amount),
                permit,
                BigInteger.valueOf(100),
                new Fees(BigInteger.valueOf(3), BigInteger.ONE));
    }

    private static Terms terms(String rules) {
        return new Terms(
                Terms.TOKEN_VERSION,
                "https://video.example",
                Publishing.RECIPIENT,
                Terms.ROUTER_RAIL,
                Publishing.CHAIN,
                Publishing.RECIPIENT,
                ROUTER,
                PRICE.toString(),
                null,
                new PaymentToken(TOKEN, "USDC", 6),
                2,
                Instant.parse("2030-01-02T03:04:05Z"),
                365,
                1500,
                rules);
    }
}
