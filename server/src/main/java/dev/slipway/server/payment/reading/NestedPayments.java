package dev.slipway.server.payment.reading;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.payment.ledger.Credit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Payments over two payment contracts in one transaction. A contract counts what a payment brought by the recipient's balance
 * before and after it. A token that calls its holder while it moves (ERC-777) lets a payment over another contract be made
 * in between, so that both count the inner one; one contract alone refuses that. Together they are worth no more than the
 * token itself says went to the recipient, the inner ones first, as they are logged.
 */
final class NestedPayments {
    private static final int WORD = 32;

    private final ChainClient node;
    private final ChainBlock block;

    NestedPayments(ChainClient node, ChainBlock block) {
        this.node = node;
        this.block = block;
    }

    /** What a payment contract wrote. */
    record Written(Address router, Credit credit) {}

    /** Where one could be within another. */
    private record Place(Bytes32 transaction, Address token, Address recipient) {}

    /** What they brought; empty when the block must be read again. */
    Optional<List<Credit>> brought(List<Written> written) {
        List<Credit> credits = new ArrayList<>();
        Map<Optional<Place>, List<Written>> places =
                written.stream().collect(Collectors.groupingBy(NestedPayments::place));
        for (Map.Entry<Optional<Place>, List<Written>> group : places.entrySet()) {
            List<Credit> told = group.getValue().stream().map(Written::credit).toList();
            boolean isOfOne =
                    group.getValue().stream().map(Written::router).distinct().count() == 1;
            if (group.getKey().isEmpty() || isOfOne) {
                credits.addAll(told);
                continue;
            }
            Optional<BigInteger> moved = moved(group.getKey().get());
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            credits.addAll(within(moved.get(), told));
        }
        return Optional.of(credits);
    }

    /** Coin goes with its call, and nothing is counted twice. */
    private static Optional<Place> place(Written written) {
        Credit credit = written.credit();
        return Optional.ofNullable(credit.token())
                .map(token -> new Place(credit.transactionHash(), token, credit.recipient()));
    }

    private static List<Credit> within(BigInteger moved, List<Credit> told) {
        List<Credit> credits = new ArrayList<>();
        BigInteger left = moved;
        for (Credit credit :
                told.stream().sorted(Comparator.comparingInt(Credit::logIndex)).toList()) {
            BigInteger amount = credit.amount().min(left);
            if (amount.signum() > 0) {
                credits.add(credit.of(amount));
                left = left.subtract(amount);
            }
        }
        return credits;
    }

    private Optional<BigInteger> moved(Place place) {
        return node.receipt(place.transaction())
                .filter(receipt -> receipt.blockHash().equals(block.hash()))
                .map(ChainReceipt::logs)
                .map(logs -> logs.stream()
                        .filter(log -> isMove(log, place))
                        .map(log -> new BigInteger(1, Hex.parse(log.data())))
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }

    private static boolean isMove(ChainLog log, Place place) {
        return log.contract().equals(place.token())
                && log.topics().size() == 3
                && log.topics().getFirst().equals(TokenTransfer.LOGGED)
                && log.topics().getLast().equals(TokenTransfer.topic(place.recipient()))
                && Hex.parse(log.data()).length == WORD;
    }
}
