package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Balances and nonces at the head. Guarded by {@link DevChain}'s lock. */
final class Accounts {
    /** Accounts 0 to 9 of the phrase "test test test test test test test test test test test junk", m/44'/60'/0'/0/i. */
    static final List<Address> FUNDED = List.of(
            new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"),
            new Address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8"),
            new Address("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc"),
            new Address("0x90f79bf6eb2c4f870365e785982e1f101e93b906"),
            new Address("0x15d34aaf54267db7d7c367839aaf71a00a2c6a65"),
            new Address("0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc"),
            new Address("0x976ea74026e726554db657fa54763abd0c3a0aa9"),
            new Address("0x14dc79964da2c08b23698b3d3cc7ca32193d9955"),
            new Address("0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f"),
            new Address("0xa0ee7a142d267c1f36714e4a8f75612f20a79720"));

    static final BigInteger FUNDS = BigInteger.TEN.pow(18 + 4);
    static final Address COINBASE = new Address("0x0000000000000000000000000000000000000000");

    private final Map<Address, BigInteger> balances = new HashMap<>();
    private final Map<Address, Long> nonces = new HashMap<>();

    Accounts() {
        FUNDED.forEach(account -> balances.put(account, FUNDS));
    }

    BigInteger balance(Address account) {
        return balances.getOrDefault(account, BigInteger.ZERO);
    }

    long nonce(Address account) {
        return nonces.getOrDefault(account, 0L);
    }

    boolean canExecute(SignedTransfer transfer) {
        return transfer.nonce() == nonce(transfer.from())
                && balance(transfer.from()).compareTo(transfer.maxCost()) >= 0;
    }

    /** Moves the value, burns the base fee, gives the tip to the coinbase. */
    void execute(SignedTransfer transfer) {
        if (!canExecute(transfer)) {
            throw new IllegalStateException("transaction " + transfer.hash() + " does not follow from the state");
        }
        BigInteger gas = BigInteger.valueOf(Fees.gasUsed(transfer.input()));
        BigInteger price = transfer.effectiveGasPrice(Fees.BASE_FEE);
        add(transfer.from(), transfer.value().add(price.multiply(gas)).negate());
        add(transfer.to(), transfer.value());
        add(COINBASE, price.subtract(Fees.BASE_FEE).multiply(gas));
        nonces.put(transfer.from(), Math.incrementExact(transfer.nonce()));
    }

    private void add(Address account, BigInteger amount) {
        balances.merge(account, amount, BigInteger::add);
    }
}
