package dev.slipway.desk.wallet.funds;

import java.net.URI;
import java.util.Optional;

/** Which node of the chain is asked. */
@FunctionalInterface
public interface NodeAddress {

    /**
     * Blocking. Empty where none is known.
     *
     * @throws dev.slipway.desk.problem.DeskException when the address is none, or who knows it does not answer
     */
    Optional<URI> find();
}
