package dev.slipway.desk.launch;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.PaymentUri;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What any wallet needs to know to make a payment.
 *
 * @param amount in the unit of the price: the price, or what is missing of it
 */
public record PaymentRequest(Terms terms, Bytes32 reference, BigInteger amount) {

    /** In the unit of the price: what has come of the price already. */
    public BigInteger arrived() {
        return new BigInteger(terms.price()).subtract(amount);
    }

    /**
     * A transaction that moves no coin.
     *
     * @param to the contract that is called
     * @param data of the call, in hex
     * @param link what a wallet reads as this call (EIP-681)
     */
    public record Call(Address to, String data, String link) {}

    /**
     * What a wallet reads as the whole payment (EIP-681); empty where there is no router, because it carries no data, and for
     * a price in a token, which takes two.
     */
    public Optional<String> link() {
        Address router = terms.router();
        return router == null || terms.token() != null
                ? Optional.empty()
                : Optional.of(PaymentUri.ofRouter(terms.chainId(), router, reference, amount));
    }

    /** Of a price in a token: first the router is allowed to take exactly the amount, then it is paid. Empty for coin. */
    public List<Call> calls() {
        PaymentToken token = terms.token();
        Address router = terms.router();
        if (token == null || router == null) {
            return List.of();
        }
        TokenPayment payment = new TokenPayment(reference, token.address(), amount);
        return List.of(
                new Call(
                        token.address(),
                        TokenContract.approveCall(router, amount),
                        PaymentUri.ofApproval(terms.chainId(), token.address(), router, amount)),
                new Call(
                        router,
                        RouterContract.payTokenCall(payment),
                        PaymentUri.ofTokenPayment(terms.chainId(), router, payment)));
    }
}
