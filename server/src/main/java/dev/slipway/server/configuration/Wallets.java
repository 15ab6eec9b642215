package dev.slipway.server.configuration;

import dev.slipway.model.ethereum.Address;
import java.util.Optional;

/** What only the chain's package can say of addresses and keys; handed in, because that package needs this one. */
public interface Wallets {

    /** Whether it is written in upper and lower case, and not as its checksum (EIP-55) wants it. */
    boolean isMistyped(String address);

    /** Whose key these bytes are; empty where they are no key. */
    Optional<Address> account(byte[] key);
}
