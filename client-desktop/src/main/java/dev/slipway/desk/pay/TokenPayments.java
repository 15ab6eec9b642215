package dev.slipway.desk.pay;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.Fees;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.ethereum.PermitTerms;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payments in the terms' token over their router, for one thread: one transaction where the router may take the amount already or the token
 * takes permits (EIP-2612), else an approval of exactly the amount and then the payment.
 */
public final class TokenPayments {
    /**
     * What a payment may need that no node can estimate before it is allowed. What is not used is not paid; tokens behind
     * proxies use about half.
     */
    private static final BigInteger PAYMENT_GAS = BigInteger.valueOf(300_000);

    private static final BigInteger MOST_APPROVAL_GAS = BigInteger.valueOf(150_000);

    /** Whatever the price is in, the network's fee has nothing to do with it. */
    private static final BigInteger MOST_FEE = Wei.fromEther("0.05");

    private final Chain chain;
    private final Address payer;
    private final Terms terms;
    private final TokenPayment payment;
    private final TokenOnChain token;
    private @Nullable Sums quoted;

    /** What was quoted last, and is what is signed then. */
    private record Sums(Fees fees, BigInteger approvalGas) {
        BigInteger fee(BigInteger gas) {
            return gas.multiply(fees.maxFeePerGas());
        }
    }

    /**
     * @param terms with a token
     * @param amount in its smallest unit: the price, or what is missing of it
     */
    public TokenPayments(Chain chain, Address payer, Terms terms, Bytes32 reference, BigInteger amount) {
        this.chain = chain;
        this.payer = payer;
        this.terms = terms;
        this.payment = new TokenPayment(reference, asked(terms).address(), amount);
        this.token = new TokenOnChain(chain, payment.token());
    }

    /** Whether the router may take the amount already. */
    public boolean isAllowed() {
        return token.allowance(payer, router()).compareTo(payment.amount()) >= 0;
    }

    /** How the token takes permits; empty where it takes none. */
    public Optional<PermitTerms> permit() {
        return token.permit(terms.chainId(), payer, terms.expiresAt());
    }

    /**
     * What is to be paid now, with the fees of all that is still to be signed; nothing is signed here.
     *
     * @throws DeskException {@code insufficient-funds}, with how much of the token or of the coin is missing
     */
    public Quote quote() {
        requireTokens();
        boolean isPaymentAlone = isAllowed() || permit().isPresent();
        Sums sums = new Sums(chain.fees(), isPaymentAlone ? BigInteger.ZERO : approvalGas());
        BigInteger fee = sums.fee(PAYMENT_GAS.add(sums.approvalGas()));
        if (fee.compareTo(MOST_FEE) > 0) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The node asks for up to " + Wei.inEther(fee) + " in fees for a payment in "
                            + asked(terms).symbol() + ", which is not plausible. Nothing was signed: try another node"
                            + " with --chain-rpc, or later.");
        }
        requireCoins(fee);
        quoted = sums;
        return new Quote(
                terms.chainId(),
                terms.recipient(),
                payment.amount(),
                fee,
                payment.reference(),
                new Quote.Route(payment.token(), router()));
    }

    /** Lets the router take exactly the amount, for the fee that was quoted last. */
    public TokenCall approval() {
        Sums sums = sums();
        if (sums.approvalGas().signum() == 0) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "What the token " + payment.token()
                            + " lets the payment contract take changed meanwhile. Nothing was"
                            + " signed: run the same command again.");
        }
        return new TokenCall(
                TokenCall.Step.APPROVE,
                terms.chainId(),
                chain.nextNonce(payer),
                router(),
                payment,
                null,
                sums.approvalGas(),
                sums.fees());
    }

    /** The payment for the fee that was quoted last, once the router may take the amount. */
    public TokenCall payment() {
        BigInteger gas = chain.estimateGas(payer, router(), BigInteger.ZERO, RouterContract.payTokenCall(payment));
        requirePlausible(gas, PAYMENT_GAS);
        return pay(Optional.empty());
    }

    /** The payment that brings its own allowance. */
    public TokenCall payment(PermitTerms permit) {
        return pay(Optional.of(permit));
    }

    private TokenCall pay(Optional<PermitTerms> permit) {
        return new TokenCall(
                TokenCall.Step.PAY,
                terms.chainId(),
                chain.nextNonce(payer),
                router(),
                payment,
                permit.orElse(null),
                PAYMENT_GAS,
                sums().fees());
    }

    private Sums sums() {
        return Objects.requireNonNull(quoted, "nothing is signed that was not quoted");
    }

    private BigInteger approvalGas() {
        BigInteger gas = chain.estimateGas(
                payer, payment.token(), BigInteger.ZERO, TokenContract.approveCall(router(), payment.amount()));
        requirePlausible(gas, MOST_APPROVAL_GAS);
        // Some tokens need more once others have moved.
        return gas.add(gas.shiftRight(2));
    }

    private void requirePlausible(BigInteger gas, BigInteger most) {
        if (gas.compareTo(most) > 0) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The node says that the token " + payment.token() + " needs " + gas
                            + " gas, which is not plausible. Nothing more was signed: try another node with --chain-rpc,"
                            + " or ask the operator.");
        }
    }

    private void requireTokens() {
        BigInteger held = token.balance(payer);
        if (held.compareTo(payment.amount()) < 0) {
            Money money = Money.of(terms);
            throw new DeskException(
                    ProblemCode.INSUFFICIENT_FUNDS,
                    "The wallet " + payer + " holds " + money.text(held) + " (token " + payment.token() + "), and "
                            + money.text(payment.amount()) + " are to be paid. It lacks "
                            + money.text(payment.amount().subtract(held))
                            + ": put that in and run the same command again.");
        }
    }

    private void requireCoins(BigInteger fee) {
        BigInteger held = chain.balance(payer);
        if (held.compareTo(fee) < 0) {
            throw new DeskException(
                    ProblemCode.INSUFFICIENT_FUNDS,
                    "The wallet " + payer + " has the " + asked(terms).symbol() + ", but only " + Wei.inEther(held)
                            + " for the network's fee, which may be up to " + Wei.inEther(fee) + ". It lacks "
                            + Wei.inEther(fee.subtract(held)) + ": put that in and run the same command again.");
        }
    }

    private Address router() {
        return Objects.requireNonNull(terms.router(), "a price in a token is paid over a router");
    }

    private static PaymentToken asked(Terms terms) {
        return Objects.requireNonNull(terms.token(), "the price is in a token");
    }
}
