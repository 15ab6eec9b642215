package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import org.web3j.crypto.Keys;

/** Addresses as wallets show them, for a person to compare: upper and lower case carry a checksum (EIP-55). */
public final class ChecksumAddress {
    private ChecksumAddress() {}

    public static String of(Address address) {
        return Keys.toChecksumAddress(address.hex());
    }
}
