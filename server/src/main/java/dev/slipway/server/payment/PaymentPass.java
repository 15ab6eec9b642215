package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.reading.ChainFollower;
import dev.slipway.server.payment.reading.Overlooked;
import dev.slipway.server.payment.reading.PaymentFinder;
import dev.slipway.server.payment.reading.ReturnFinder;
import dev.slipway.server.payment.standing.Finality;
import dev.slipway.server.payment.standing.Standings;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.refund.RefundBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** One look at the chain: read what is new, then tell the publications. */
final class PaymentPass {
    private static final int MOST_READS = 50;

    private final ChainClient node;
    private final ChainEndpoint endpoint;
    private final ChainSettings settings;
    private final PaymentRouter router;
    private final Ledger ledger;
    private final Publications publications;
    private final Standings standings;

    PaymentPass(
            ChainClient node,
            ChainEndpoint endpoint,
            ChainSettings settings,
            PaymentRouter router,
            Ledger ledger,
            Publications publications,
            RefundBook book,
            Duration grace,
            InstantSource clock) {
        this.node = node;
        this.endpoint = endpoint;
        this.settings = settings;
        this.router = router;
        this.ledger = ledger;
        this.publications = publications;
        this.standings = new Standings(node, ledger, publications, book, grace, clock);
    }

    /**
     * Standings are told only once the ledger has caught up: in the middle of a reorganisation a payment that merely
     * moved to another block would look as if it were gone.
     *
     * @throws ChainUnavailable also when the node has more blocks, yet none of them could be read
     */
    void run() {
        requireRightChain();
        router.prove();
        Set<Address> recipients = ledger.recipients(settings.recipient());
        PaymentFinder payments = new PaymentFinder(
                node, recipients, ledger.routers(router.proven().orElse(null), settings.recipient()));
        Optional<BlockRef> before = ledger.cursor();
        for (int reads = 0; reads < MOST_READS; reads++) {
            // Made anew each time: a reorganisation may have taken back what the operator told of.
            ReturnFinder returns = new ReturnFinder(node, publications, recipients, ledger.lostClaims());
            ChainFollower follower = new ChainFollower(node, ledger, payments, returns);
            if (follower.follow() == ChainFollower.Progress.CAUGHT_UP) {
                ledger.cursor()
                        .ifPresent(cursor -> standings.refresh(
                                Finality.of(node, ledger, endpoint.chainId(), cursor.number()),
                                new Overlooked(node, ledger, payments)));
                return;
            }
        }
        requireMovedFrom(before);
    }

    private void requireMovedFrom(Optional<BlockRef> before) {
        if (ledger.cursor().equals(before)) {
            String after = before.map(block -> "after block " + block.number()).orElse("at all");
            throw new ChainUnavailable("The node says that there are blocks to read, but shows none " + after
                    + " that is whole: its receipts are missing, or its blocks do not follow one another. Wait until"
                    + " it has caught up, or point SLIPWAY_CHAIN_RPC at another node.");
        }
    }

    void markUnknown() {
        standings.markUnknown();
    }

    private void requireRightChain() {
        long actual = node.chainId();
        if (actual != endpoint.chainId()) {
            throw new ChainUnavailable("The node is on chain " + actual + ", but the settings say " + endpoint.chainId()
                    + ". Change SLIPWAY_CHAIN_ID or SLIPWAY_CHAIN_RPC.");
        }
    }
}
