package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PaymentReceipt;
import dev.slipway.model.publication.PaymentReceipt.Movement;
import dev.slipway.model.publication.ReceiptReply;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.operator.Operator;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes receipts from the ledger. */
class Receipts {
    private final Ledger ledger;
    private final Operator operator;
    private final InstantSource clock;

    Receipts(Ledger ledger, Operator operator, InstantSource clock) {
        this.ledger = ledger;
        this.operator = operator;
        this.clock = clock;
    }

    /** @throws ProblemException {@code wrong-state} before the publication was signed: there is nothing to pay for yet */
    ReceiptReply of(Publication publication) {
        Bytes32 reference = publication.reference();
        if (reference == null) {
            throw new ProblemException(ProblemCode.WRONG_STATE, "This publication has not been signed yet.");
        }
        Terms terms = publication.terms();
        List<Movement> credits = ledger.credits(reference).stream()
                .filter(Credit::succeeded)
                .map(credit -> movement(
                        credit.transactionHash(), credit.token(), credit.amount(), credit.block(), credit.blockTime()))
                .toList();
        List<Movement> returns = ledger.returns(reference).stream()
                .map(back ->
                        movement(back.transactionHash(), back.token(), back.amount(), back.block(), back.blockTime()))
                .toList();
        PaymentReceipt receipt = new PaymentReceipt(
                PaymentReceipt.VERSION,
                terms.audience(),
                operator.address(),
                publication.id(),
                reference,
                terms.hash(),
                terms.chainId(),
                terms.recipient(),
                terms.price(),
                terms.kept().toString(),
                terms.token(),
                publication.payment().state(),
                credits,
                returns,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new ReceiptReply(receipt, operator.sign(receipt));
    }

    private static Movement movement(
            Bytes32 hash, @Nullable Address token, BigInteger amount, BlockRef block, Instant time) {
        return new Movement(hash, token, amount.toString(), block.number(), time);
    }
}
