package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenPayment;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a payment in a token. It moves no coin but its fee.
 *
 * @param payment what is paid, or allowed to be
 * @param permit where the payment brings its own allowance, signed together with it; null otherwise
 * @param fees what each unit of gas may cost at most
 */
public record TokenCall(
        Step step,
        long chainId,
        BigInteger nonce,
        Address router,
        TokenPayment payment,
        @Nullable PermitTerms permit,
        BigInteger gasLimit,
        Fees fees) {

    /** What it does. */
    public enum Step {
        /** Lets the router take exactly the amount: {@code approve} of the token. */
        APPROVE,
        /** {@code payToken} of the router, or {@code payTokenWithPermit} where there is a permit. */
        PAY
    }

    public TokenCall {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(gasLimit, "gasLimit");
        Objects.requireNonNull(fees, "fees");
        if (step == Step.APPROVE && permit != null) {
            throw new IllegalArgumentException("an approval needs no permit");
        }
    }

    /** In wei: what the network takes at most. */
    public BigInteger highestFee() {
        return gasLimit.multiply(fees.maxFeePerGas());
    }
}
