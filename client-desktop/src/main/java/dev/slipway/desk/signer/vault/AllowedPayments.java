package dev.slipway.desk.signer.vault;

import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** What a person confirmed in this session, and what was paid of it. */
final class AllowedPayments {
    /** Sessions of people do not come near it. */
    private static final int MOST = 1000;

    private static final int MOST_BITS = 256;

    private final Map<Bytes32, PaymentBounds> bounds = new HashMap<>();
    private final Map<Bytes32, Long> chains = new HashMap<>();
    private final Map<Bytes32, BigInteger> nonces = new HashMap<>();
    private final Map<Bytes32, BigInteger> approvals = new HashMap<>();
    /** Fees of what was signed in tokens since it was confirmed last. */
    private final Map<Bytes32, BigInteger> spent = new HashMap<>();

    /** The publication with this digest was agreed on that chain, so it is paid there or nowhere. */
    void signed(Bytes32 digest, long chainId) {
        requireRoom(chains);
        chains.put(digest, chainId);
    }

    void allow(PaymentBounds payment) {
        if (chains.getOrDefault(payment.reference(), payment.chainId()) != payment.chainId()) {
            throw refused("it is for chain " + payment.chainId() + ", but the publication was signed for another");
        }
        requireRoom(bounds);
        bounds.put(payment.reference(), payment);
        spent.remove(payment.reference());
    }

    /**
     * Takes note that this is signed now. The same reference is signed a second time with the same nonce only: of two
     * such transactions a chain takes one.
     */
    void take(Transfer transfer) {
        PaymentBounds confirmed = bounds.get(transfer.reference());
        if (confirmed == null) {
            throw refused("nobody confirmed a payment with the reference " + transfer.reference());
        }
        requireNumbers(
                transfer.nonce(),
                transfer.value(),
                transfer.gasLimit(),
                transfer.fees().maxFeePerGas(),
                transfer.fees().maxPriorityFeePerGas());
        if (confirmed.token() != null
                || transfer.chainId() != confirmed.chainId()
                || !transfer.recipient().equals(confirmed.recipient())
                || !transfer.value().equals(confirmed.value())) {
            throw refused("chain, recipient or amount are not those that were confirmed");
        }
        requireFee(transfer.highestCost().subtract(transfer.value()), confirmed);
        once(nonces, transfer.reference(), transfer.nonce());
    }

    /**
     * The same for a transaction of a payment in a token: an approval of exactly the amount for the router, and one payment.
     * All fees together are what was confirmed.
     */
    void take(TokenCall call) {
        Bytes32 reference = call.payment().reference();
        PaymentBounds confirmed = bounds.get(reference);
        if (confirmed == null) {
            throw refused("nobody confirmed a payment with the reference " + reference);
        }
        requireNumbers(
                call.nonce(),
                call.payment().amount(),
                call.gasLimit(),
                call.fees().maxFeePerGas(),
                call.fees().maxPriorityFeePerGas());
        if (call.chainId() != confirmed.chainId()
                || !new PaymentBounds.Token(call.payment().token(), call.router()).equals(confirmed.token())
                || !call.payment().amount().equals(confirmed.value())) {
            throw refused("chain, token, payment contract or amount are not those that were confirmed");
        }
        BigInteger fees = spent.getOrDefault(reference, BigInteger.ZERO).add(call.highestFee());
        requireFee(fees, confirmed);
        once(call.step() == TokenCall.Step.APPROVE ? approvals : nonces, reference, call.nonce());
        spent.put(reference, fees);
    }

    private static void requireFee(BigInteger fee, PaymentBounds confirmed) {
        if (fee.compareTo(confirmed.mostFee()) > 0) {
            throw refused("the network could take " + fee + " wei, and " + confirmed.mostFee()
                    + " wei at most were confirmed");
        }
    }

    private static void once(Map<Bytes32, BigInteger> signed, Bytes32 reference, BigInteger nonce) {
        BigInteger before = signed.putIfAbsent(reference, nonce);
        if (before != null && !before.equals(nonce)) {
            throw refused("a payment with this reference was signed already, and this would pay a second time");
        }
    }

    private static void requireNumbers(BigInteger... numbers) {
        for (BigInteger number : numbers) {
            if (number.signum() < 0 || number.bitLength() > MOST_BITS) {
                throw refused("one of its numbers is none that a transaction can hold");
            }
        }
    }

    private static void requireRoom(Map<?, ?> noted) {
        if (noted.size() >= MOST) {
            throw refused("too much was signed since the wallet was unlocked; lock it and unlock it again");
        }
    }

    private static DeskException refused(String why) {
        return new DeskException(ProblemCode.SIGNING_REFUSED, "This payment is not signed: " + why + ".");
    }
}
