package dev.slipway.server.operator;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PaymentReceipt;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.ReceiptMessage;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.PriceList;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.chain.PriceToken;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.configuration.PriceSettings;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes and signs the offers of this server. The key stays the same over restarts: desks pin its address. */
@Service
public class Operator {
    private final EthereumSignatures signatures;
    private final OperatorKey key;
    private final ChainSettings chain;
    private final PriceList prices;
    private final OfferSettings offer;
    private final PublicOrigin origin;
    private final PaymentRouter router;
    private final PriceToken token;
    private final InstantSource clock;

    Operator(
            EthereumSignatures signatures,
            KeyFolder keys,
            KeySettings keySettings,
            ChainSettings chain,
            PriceSettings prices,
            OfferSettings offer,
            PublicOrigin origin,
            PaymentRouter router,
            PriceToken token,
            InstantSource clock) {
        this.signatures = signatures;
        this.key = OperatorKey.of(keys.key("operator", keySettings.operatorKeyFile(), OperatorKey::isKey));
        this.chain = chain;
        this.prices = PriceList.of(prices.checkFee(), prices.price(), prices.pricePerMinute(), prices.pricePerGb());
        this.offer = offer;
        this.origin = origin;
        this.router = router;
        this.token = token;
        this.clock = clock;
    }

    /** An offer and the operator's signature over {@link TermsMessage}. */
    public record SignedTerms(Terms terms, String signature) {}

    public Address address() {
        return key.address();
    }

    /** Of the message {@link ReceiptMessage}. */
    public String sign(PaymentReceipt receipt) {
        ReceiptMessage message = new ReceiptMessage(receipt.publicationId(), receipt.hash());
        return signatures.sign(signatures.digest(message.typedData(receipt.chainId())), key);
    }

    /** As offers are made now; empty while none can be made. */
    Optional<PriceList> prices() {
        return token.isNamed() && token().isEmpty() ? Optional.empty() : Optional.of(prices);
    }

    /** What the prices are in; empty for the chain's own coin, and while no offer can be made. */
    Optional<PaymentToken> token() {
        return router.proven().flatMap(_ -> token.proven());
    }

    /**
     * What it costs to publish these files under this id, good until it expires.
     *
     * @throws ProblemException {@code chain-unavailable} while the chain has not said what the token of the prices is
     */
    public SignedTerms offer(PublicationId id, Bytes32 nonce, Manifest manifest) {
        long uploadBytes = manifest.totalBytes();
        Instant expiresAt = clock.instant().plus(offer.offerPeriod()).truncatedTo(ChronoUnit.SECONDS);
        @Nullable Address contract = router.proven().orElse(null);
        @Nullable PaymentToken asked = token().orElse(null);
        if (asked == null && token.isNamed()) {
            throw new ProblemException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The prices of this server are in a token, and its chain's node has not said yet which that is. Ask again"
                            + " later.");
        }
        Terms terms = new Terms(
                asked == null ? Terms.VERSION : Terms.TOKEN_VERSION,
                origin.uri().toString(),
                address(),
                contract == null ? Terms.PLAIN_RAIL : Terms.ROUTER_RAIL,
                chain.chainId(),
                chain.recipient(),
                contract,
                prices.price(manifest.source().durationMicros(), uploadBytes).toString(),
                prices.checkFee(),
                asked,
                chain.confirmations(),
                expiresAt,
                offer.hostingDays(),
                uploadBytes,
                offer.rules());
        TermsMessage message = new TermsMessage(id, nonce, terms.hash());
        return new SignedTerms(terms, signatures.sign(signatures.digest(message.typedData(chain.chainId())), key));
    }
}
