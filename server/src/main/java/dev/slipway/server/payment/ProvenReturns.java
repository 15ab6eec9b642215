package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.PaymentReturn;
import dev.slipway.server.payment.standing.Finality;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.refund.ReturnClaims;
import java.math.BigInteger;
import java.util.Objects;

/** Asks the server's own node whether a transaction is the return that the operator says it is. */
class ProvenReturns implements ReturnClaims {
    private static final String NO_DATA = "0x";

    private final ChainClient node;
    private final ChainEndpoint chain;
    private final Ledger ledger;
    private final Runnable wake;

    /** @param wake lets the watcher look at once */
    ProvenReturns(ChainClient node, ChainEndpoint chain, Ledger ledger, Runnable wake) {
        this.node = node;
        this.chain = chain;
        this.ledger = ledger;
        this.wake = wake;
    }

    @Override
    public void claim(Publication publication, BigInteger owed, Bytes32 transactionHash) {
        Ledger.Claim claim;
        try {
            claim = ledger.claim(prove(publication, owed, transactionHash));
        } catch (ChainUnavailable e) {
            throw new ProblemException(
                    ProblemCode.CHAIN_UNAVAILABLE, "The chain's node does not answer. Send the same again later.");
        }
        switch (claim) {
            case NOTED -> wake.run();
            case NOT_READ -> throw tooEarly(transactionHash);
            case COUNTED_ALREADY ->
                throw new ProblemException(
                        ProblemCode.CONFLICT, "The transaction " + transactionHash + " was counted already.");
        }
    }

    private PaymentReturn prove(Publication publication, BigInteger owed, Bytes32 hash) {
        Address refundTo = Objects.requireNonNull(publication.refundTo(), "what was signed says where to");
        ChainTransaction transaction = node.transaction(hash).orElseThrow(() -> unknown(hash));
        ChainReceipt receipt = node.receipt(hash).orElseThrow(() -> tooEarly(hash));
        boolean isIt = receipt.outcome() == ChainReceipt.Outcome.SUCCEEDED
                && refundTo.equals(transaction.to())
                && transaction.value().equals(owed)
                && transaction.input().equals(NO_DATA);
        if (!isIt) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "The transaction " + hash + " is not the return that is owed: a successful one of exactly " + owed
                            + " wei to " + refundTo + " without data.");
        }
        ChainBlock block = node.block(receipt.blockHash()).orElseThrow(() -> tooEarly(hash));
        Finality finality = Finality.of(node, ledger, chain.chainId(), node.head());
        if (!finality.isFinal(block.number(), publication.terms().confirmations())) {
            throw tooEarly(hash);
        }
        return new PaymentReturn(
                hash,
                Credit.PLAIN_TRANSFER,
                Objects.requireNonNull(publication.reference(), "what was signed has a reference"),
                transaction.from(),
                refundTo,
                null,
                owed,
                BlockRef.of(block),
                block.time());
    }

    private static ProblemException unknown(Bytes32 hash) {
        return new ProblemException(ProblemCode.NOT_FOUND, "The chain's node knows no transaction " + hash + ".");
    }

    private static ProblemException tooEarly(Bytes32 hash) {
        return new ProblemException(
                ProblemCode.WRONG_STATE,
                "The transaction " + hash + " is not final yet, or was not read yet. Send the same again later.");
    }
}
