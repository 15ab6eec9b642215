package dev.slipway.desk.launch;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.PaymentUri;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What any wallet needs to know to make a payment.
 *
 * @param amount in wei: the price, or what is missing of it
 */
public record PaymentRequest(Terms terms, Bytes32 reference, BigInteger amount) {

    /** In wei: what has come of the price already. */
    public BigInteger arrived() {
        return new BigInteger(terms.price()).subtract(amount);
    }

    /** What a wallet reads as the whole payment (EIP-681); empty where there is no router, because it carries no data. */
    public Optional<String> link() {
        Address router = terms.router();
        return router == null
                ? Optional.empty()
                : Optional.of(PaymentUri.ofRouter(terms.chainId(), router, reference, amount));
    }
}
