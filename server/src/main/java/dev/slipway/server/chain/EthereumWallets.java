package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.configuration.Wallets;
import java.util.Locale;
import java.util.Optional;

/** By Ethereum's rules; for use before there is an application context. */
public final class EthereumWallets implements Wallets {
    private final EthereumSignatures signatures = EthereumSignatures.create();

    @Override
    public boolean isMistyped(String address) {
        String digits = address.startsWith("0x") ? address.substring(2) : address;
        boolean isMixed =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        return isMixed && !signatures.isChecksummed(address);
    }

    @Override
    public Optional<Address> account(byte[] key) {
        return OperatorKey.isKey(key) ? Optional.of(OperatorKey.of(key).address()) : Optional.empty();
    }
}
