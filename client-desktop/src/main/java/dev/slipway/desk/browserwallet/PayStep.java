package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.pay.TokenOnChain;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.PaymentToken;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One payment by a wallet that we do not hold. That the wallet is asked is noted before it is asked; from then on it is
 * not asked again until the chain was searched and, where the answer was lost, the person has looked as well. What the
 * wallet claims counts only when our own node has it and it is what was ordered.
 *
 * <p>Everything that asks the chain takes its turn, so that there is one change of state at a time.
 */
final class PayStep {
    /** So many blocks have to go by without the payment before the person may say that there is none. */
    private static final long BLOCKS_TO_WAIT = 2;
    /** A hash that the wallet named may reach our node much later: wallets can send to block builders directly. */
    private static final long BLOCKS_TO_WAIT_WITH_HASH = 25;

    private final Chain chain;
    private final PaymentMemory memory;
    private final InstantSource clock;
    private final PaymentOrder order;
    private final Address payer;
    private final OrderWords words;
    private final WalletListener listener;
    private final PaymentSearch search;
    private final ReentrantLock turn = new ReentrantLock();
    private final CompletableFuture<ChainTransaction> paid = new CompletableFuture<>();
    private volatile State state;
    private long absentSince = -1;

    /** Where the payment is. */
    enum Stage {
        OFFERED,
        /** The wallet shows it, and the page waits for the answer. */
        ASKED,
        /** It may have been made, and nobody waits for the answer any more. */
        UNCLEAR,
        CLAIMED,
        PAID,
        REVERTED
    }

    /** What is known from the chain about a payment that is unclear. */
    enum Look {
        LOOKING,
        /** Our node does not answer: nothing is known. */
        AWAY,
        /** Something that the account sent is in no block yet. */
        WAITING,
        ABSENT
    }

    /** @param nonce which one a wallet that was asked before is to use, so that at most one of both can ever count */
    private record State(
            Stage stage,
            Look look,
            @Nullable Bytes32 hash,
            @Nullable BigInteger nonce,
            @Nullable String problem) {
        static State at(Stage stage) {
            return new State(stage, Look.LOOKING, null, null, null);
        }

        State with(Look other) {
            return new State(stage, other, hash, nonce, look == Look.AWAY ? null : problem);
        }

        State with(@Nullable String words) {
            return new State(stage, look, hash, nonce, words);
        }
    }

    PayStep(
            BrowserWalletSetting setting,
            PaymentOrder order,
            Address payer,
            OrderWords words,
            WalletListener listener) {
        this.chain = setting.chain();
        this.memory = setting.memory();
        this.clock = setting.clock();
        this.order = order;
        this.payer = payer;
        this.words = words;
        this.listener = listener;
        this.search = new PaymentSearch(chain, order);
        this.state = memory.find(order.key()).map(PayStep::known).orElse(State.at(Stage.OFFERED));
    }

    CompletableFuture<ChainTransaction> paid() {
        return paid;
    }

    /**
     * The page is about to hand the payment to the wallet.
     *
     * @return what {@code eth_sendTransaction} takes, once; empty when the wallet may not be asked now
     */
    Optional<Map<String, String>> ask() {
        turn.lock();
        try {
            return mayAsk() ? Optional.of(asked()) : Optional.empty();
        } catch (DeskException e) {
            lose(e);
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private boolean mayAsk() {
        if (state.stage() != Stage.OFFERED) {
            return false;
        }
        Optional<AskedPayment> before = memory.find(order.key());
        if (before.isPresent() && !isAbsent(before.get())) {
            return false;
        }
        if (!TimeToPay.isLeft(order.terms(), clock.instant())) {
            paid.completeExceptionally(new DeskException(
                    ProblemCode.TERMS_EXPIRED,
                    "The offer is over, and a payment now would open nothing. Nothing was paid: go on to get a new"
                            + " offer."));
            return false;
        }
        BigInteger balance = balance();
        if (balance.compareTo(order.amount()) < 0) {
            state = state.with(words.tooLittle(payer, balance, order));
            return false;
        }
        return true;
    }

    /** In the unit of the price; for its fee the wallet sees to itself. */
    private BigInteger balance() {
        PaymentToken token = order.terms().token();
        return token == null ? chain.balance(payer) : new TokenOnChain(chain, token.address()).balance(payer);
    }

    private Map<String, String> asked() {
        @Nullable BigInteger nonce = state.nonce();
        memory.keep(memory.find(order.key())
                .map(before -> before.askedAgain(order.amount()))
                .orElseGet(this::first));
        state = new State(Stage.ASKED, Look.LOOKING, null, nonce, null);
        listener.heard(new WalletEvent.PaymentAsked());
        return transaction(nonce);
    }

    /** The wallet said no in a way that leaves nothing behind: offered again. */
    void refuse() {
        inTurn(() -> {
            if (state.stage() == Stage.ASKED) {
                memory.find(order.key()).map(AskedPayment::withRefusal).ifPresent(memory::keep);
                state = new State(Stage.OFFERED, Look.LOOKING, null, state.nonce(), null);
                listener.heard(new WalletEvent.PaymentRefused());
            }
        });
    }

    /** Whoever waited for the wallet's answer is gone, or could not make sense of it. */
    void loseAnswer() {
        inTurn(() -> {
            if (state.stage() == Stage.ASKED) {
                becomeUnclear(null);
            }
        });
    }

    /** @param hash what the wallet answered */
    void claim(Bytes32 hash) {
        inTurn(() -> {
            if (isOver()) {
                return;
            }
            AskedPayment asked = memory.find(order.key()).orElseGet(this::first);
            memory.keep(asked.withHash(hash));
            absentSince = -1;
            state = new State(Stage.CLAIMED, Look.LOOKING, hash, null, null);
            listener.heard(new WalletEvent.PaymentClaimed(hash));
            look(asked.withHash(hash));
        });
    }

    /** The person has looked: there is no payment. Offered again if the chain says so too. */
    void offerAgain() {
        inTurn(() -> {
            Optional<AskedPayment> asked = memory.find(order.key());
            if (asked.isEmpty() || !isUnknown()) {
                return;
            }
            look(asked.get());
            if (isUnknown() && state.look() == Look.ABSENT) {
                memory.keep(asked.get().withRefusal());
                state = new State(Stage.OFFERED, Look.LOOKING, null, chain.nextNonce(payer), null);
            }
        });
    }

    /** One look on the chain, while there may be something to find. */
    void look() {
        inTurn(() -> {
            if (state.stage() != Stage.OFFERED && !isOver()) {
                memory.find(order.key()).ifPresent(this::look);
            }
        });
    }

    /** Not while the wallet's question is open. */
    private boolean isUnknown() {
        return state.stage() == Stage.UNCLEAR || state.stage() == Stage.CLAIMED;
    }

    boolean isFor(PaymentOrder other) {
        return order.equals(other);
    }

    boolean isOver() {
        return state.stage() == Stage.PAID || state.stage() == Stage.REVERTED;
    }

    PageView.Pay view() {
        State now = state;
        return new PageView.Pay(
                order.purpose().name().toLowerCase(Locale.ROOT),
                now.stage().name().toLowerCase(Locale.ROOT),
                now.look().name().toLowerCase(Locale.ROOT),
                words.of(order),
                now.hash() == null ? null : now.hash().hex(),
                now.problem());
    }

    private void look(AskedPayment asked) {
        switch (search.look(asked)) {
            case PaymentSearch.Found.Paid(ChainTransaction transaction) -> settle(transaction);
            case PaymentSearch.Found.Reverted(ChainTransaction transaction) -> fail(transaction);
            case PaymentSearch.Found.SomethingElse(PaymentOrder.Difference difference) -> {
                memory.keep(asked.withHash(null));
                becomeUnclear(words.difference(difference));
            }
            case PaymentSearch.Found.Waiting() -> notThere(Look.WAITING);
            case PaymentSearch.Found.Reading() -> notThere(Look.LOOKING);
            case PaymentSearch.Found.Absent(long block) -> absent(block);
        }
    }

    private void absent(long block) {
        absentSince = absentSince < 0 ? block : absentSince;
        long wait = state.stage() == Stage.CLAIMED ? BLOCKS_TO_WAIT_WITH_HASH : BLOCKS_TO_WAIT;
        state = state.with(block - absentSince >= wait ? Look.ABSENT : Look.LOOKING);
    }

    private void notThere(Look look) {
        absentSince = -1;
        state = state.with(look);
    }

    /** Before the wallet is asked once more; what is not surely absent makes the payment unclear. */
    private boolean isAbsent(AskedPayment before) {
        look(before);
        if (state.stage() != Stage.OFFERED) {
            return false;
        }
        if (absentSince < 0) {
            becomeUnclear(null);
            return false;
        }
        return true;
    }

    private void becomeUnclear(@Nullable String problem) {
        absentSince = -1;
        state = new State(Stage.UNCLEAR, Look.LOOKING, null, null, problem);
        listener.heard(new WalletEvent.PaymentUnclear());
    }

    private void settle(ChainTransaction transaction) {
        memory.find(order.key())
                .map(asked -> asked.withHash(transaction.hash()))
                .ifPresent(memory::keep);
        state = new State(Stage.PAID, Look.LOOKING, transaction.hash(), null, null);
        if (paid.complete(transaction)) {
            listener.heard(
                    order.purpose() == PaymentOrder.Purpose.PAYMENT
                            ? new WalletEvent.Paid(transaction.hash())
                            : new WalletEvent.Allowed(transaction.hash()));
        }
    }

    private void fail(ChainTransaction transaction) {
        state = new State(Stage.REVERTED, Look.LOOKING, transaction.hash(), null, words.problem("reverted"));
        paid.completeExceptionally(new DeskException(
                ProblemCode.PAYMENT_REVERTED,
                "The payment " + transaction.hash() + " failed on chain: the price stayed in the wallet, the gas did"
                        + " not. Ask the operator whether " + order.terms().recipient() + " takes payments."));
    }

    /** The block first: what is sent in between is then searched for in one block too many, not in one too few. */
    private AskedPayment first() {
        long block = chain.newestBlock();
        return AskedPayment.first(order, payer, chain.minedNonce(payer), block);
    }

    private Map<String, String> transaction(@Nullable BigInteger nonce) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", payer.hex());
        parameters.put("to", order.to().hex());
        parameters.put("value", "0x" + order.value().toString(16));
        parameters.put("data", order.data());
        parameters.put("chainId", "0x" + Long.toHexString(order.terms().chainId()));
        if (nonce != null) {
            parameters.put("nonce", "0x" + nonce.toString(16));
        }
        return parameters;
    }

    private static State known(AskedPayment asked) {
        if (asked.refused()) {
            return State.at(Stage.OFFERED);
        }
        return asked.hash() == null
                ? State.at(Stage.UNCLEAR)
                : new State(Stage.CLAIMED, Look.LOOKING, asked.hash(), null, null);
    }

    /** A chain that is away changes nothing but what is known of it. */
    private void inTurn(Runnable change) {
        turn.lock();
        try {
            change.run();
        } catch (DeskException e) {
            lose(e);
        } finally {
            turn.unlock();
        }
    }

    private void lose(DeskException failure) {
        absentSince = -1;
        String key = failure.code() == ProblemCode.CHAIN_UNAVAILABLE ? "chain" : "note";
        state = state.with(Look.AWAY).with(words.problem(key));
    }
}
