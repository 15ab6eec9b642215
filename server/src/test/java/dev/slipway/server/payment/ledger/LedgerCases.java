package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainReceipt;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Blocks, credits and returns for the cases of every ledger. */
public abstract class LedgerCases {
    public static final Address RECIPIENT = new Address("0x" + "aa".repeat(20));
    public static final Address PAYER = new Address("0x" + "bb".repeat(20));
    static final Bytes32 REFERENCE = hash(0x7e);
    static final Instant TIME = Instant.parse("2026-05-01T12:00:00Z");

    abstract Ledger ledger();

    Ledger begun() {
        Ledger ledger = ledger();
        ledger.begin(block(5));
        return ledger;
    }

    static Credit credit(int transaction, long block) {
        return credit(transaction, block, REFERENCE);
    }

    static Credit credit(int transaction, long block, Bytes32 reference) {
        return new Credit(
                hash(transaction),
                Credit.PLAIN_TRANSFER,
                reference,
                PAYER,
                RECIPIENT,
                null,
                BigInteger.TEN,
                ChainReceipt.Outcome.SUCCEEDED,
                block(block),
                TIME);
    }

    static PaymentReturn returned(int transaction, int logIndex, BlockRef block) {
        return new PaymentReturn(
                hash(transaction),
                logIndex,
                REFERENCE,
                RECIPIENT,
                PAYER,
                logIndex == Credit.PLAIN_TRANSFER ? null : new Address("0x" + "70".repeat(20)),
                BigInteger.TWO,
                block,
                TIME);
    }

    static BlockRef block(long number) {
        return new BlockRef(number, new Bytes32("0x%064x".formatted(0x1000 + number)));
    }

    static Bytes32 hash(int value) {
        return new Bytes32("0x%064x".formatted(value));
    }

    static Ledger.Change append(Ledger ledger, BlockRef parent, BlockRef child, List<Credit> credits) {
        return ledger.append(parent, child, new BlockPayments(credits, List.of()));
    }

    static Credit log(int transaction, int index, Bytes32 reference, BlockRef block) {
        return new Credit(
                hash(transaction),
                index,
                reference,
                PAYER,
                RECIPIENT,
                null,
                BigInteger.TEN,
                ChainReceipt.Outcome.SUCCEEDED,
                block,
                TIME);
    }
}
