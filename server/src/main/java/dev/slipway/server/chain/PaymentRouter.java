package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.configuration.ChainSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payment contract of the settings. Nobody is sent to it before the node has said that it pays the recipient of the
 * settings; it cannot be changed afterwards.
 */
public final class PaymentRouter extends ProvenContract {
    private final ChainClient node;
    private final @Nullable Address contract;
    private final Address recipient;
    private volatile boolean proven;

    public PaymentRouter(ChainClient node, ChainSettings settings) {
        this(node, settings, BETWEEN_QUESTIONS);
    }

    PaymentRouter(ChainClient node, ChainSettings settings, Duration betweenQuestions) {
        super("payment-router", betweenQuestions);
        this.node = node;
        this.contract = settings.router();
        this.recipient = settings.recipient();
    }

    /** What is offered beside plain transfers; empty where the settings name none, and while it is not proven. */
    public Optional<Address> proven() {
        return proven ? Optional.ofNullable(contract) : Optional.empty();
    }

    @Override
    boolean isSettled() {
        return contract == null || proven;
    }

    @Override
    Optional<String> objection() {
        Address asked = contract;
        if (asked == null || proven) {
            return Optional.empty();
        }
        Optional<Address> paid = RouterContract.address(node.call(asked, RouterContract.RECIPIENT_CALL));
        if (paid.equals(Optional.of(recipient))) {
            proven = true;
            return Optional.empty();
        }
        return Optional.of("The contract " + asked + " of SLIPWAY_ROUTER "
                + paid.map(other -> "pays " + other).orElse("is no payment contract on this chain")
                + ", and SLIPWAY_RECIPIENT is " + recipient + ". Name the contract that was made for this recipient.");
    }

    @Override
    String missing() {
        return "Payments over the contract " + contract + " are not offered yet";
    }
}
