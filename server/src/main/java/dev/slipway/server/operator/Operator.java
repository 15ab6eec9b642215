package dev.slipway.server.operator;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.PaymentReceipt;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.signing.ReceiptMessage;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.terms.PriceList;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.configuration.PriceSettings;
import dev.slipway.server.configuration.PublicOrigin;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
            InstantSource clock) {
        this.signatures = signatures;
        this.key = OperatorKey.of(keys.key("operator", keySettings.operatorKeyFile(), OperatorKey::isKey));
        this.chain = chain;
        this.prices = PriceList.of(prices.checkFee(), prices.price(), prices.pricePerMinute(), prices.pricePerGb());
        this.offer = offer;
        this.origin = origin;
        this.router = router;
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

    /** As offers are made now. */
    PriceList prices() {
        return prices;
    }

    /** What it costs to publish these files under this id, good until it expires. */
    public SignedTerms offer(PublicationId id, Bytes32 nonce, Manifest manifest) {
        long uploadBytes = manifest.totalBytes();
        Instant expiresAt = clock.instant().plus(offer.offerPeriod()).truncatedTo(ChronoUnit.SECONDS);
        @Nullable Address contract = router.proven().orElse(null);
        Terms terms = new Terms(
                Terms.VERSION,
                origin.uri().toString(),
                address(),
                contract == null ? Terms.PLAIN_RAIL : Terms.ROUTER_RAIL,
                chain.chainId(),
                chain.recipient(),
                contract,
                prices.price(manifest.source().durationMicros(), uploadBytes).toString(),
                prices.checkFee(),
                chain.confirmations(),
                expiresAt,
                offer.hostingDays(),
                uploadBytes,
                offer.rules());
        TermsMessage message = new TermsMessage(id, nonce, terms.hash());
        return new SignedTerms(terms, signatures.sign(signatures.digest(message.typedData(chain.chainId())), key));
    }
}
