package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.server.configuration.ChainSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of the settings, in which prices are. Its symbol and decimals are the chain's word; nothing is offered before
 * the node has given it.
 */
public final class PriceToken extends ProvenContract {
    private final ChainClient node;
    private final @Nullable Address contract;
    private final @Nullable Address router;
    private volatile @Nullable PaymentToken proven;

    public PriceToken(ChainClient node, ChainSettings settings) {
        this(node, settings, BETWEEN_QUESTIONS);
    }

    PriceToken(ChainClient node, ChainSettings settings, Duration betweenQuestions) {
        super("price-token", betweenQuestions);
        this.node = node;
        this.contract = settings.token();
        this.router = settings.router();
    }

    /** Whether the settings name one. Otherwise prices are in the chain's own coin. */
    public boolean isNamed() {
        return contract != null;
    }

    /** Empty where the settings name none, and while the node has not said what it is. */
    public Optional<PaymentToken> proven() {
        return Optional.ofNullable(proven);
    }

    @Override
    boolean isSettled() {
        return contract == null || proven != null;
    }

    @Override
    Optional<String> objection() {
        Address asked = contract;
        if (asked == null || proven != null) {
            return Optional.empty();
        }
        if (router == null) {
            return Optional.of("SLIPWAY_TOKEN needs SLIPWAY_ROUTER: tokens are paid over a payment contract. Make one"
                    + " with \"slipway server deploy-router\".");
        }
        Optional<PaymentToken> found = PaymentToken.read(asked, input -> node.tryCall(asked, input));
        proven = found.orElse(null);
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("The contract " + asked + " of SLIPWAY_TOKEN is no token on this chain: it does not say"
                        + " how many decimals its amounts have and what they are called. Name the contract of an ERC-20"
                        + " token.");
    }

    @Override
    String missing() {
        return "Nothing is offered yet, because prices are in the token " + contract;
    }
}
