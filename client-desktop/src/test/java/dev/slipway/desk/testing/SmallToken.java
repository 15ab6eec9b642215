package dev.slipway.desk.testing;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** A token without permits on the small chain, of which everybody has plenty, and the contract that is paid with it. */
public final class SmallToken {
    public static final Address CONTRACT = new Address("0x" + "33".repeat(20));
    public static final Address ROUTER = new Address("0x" + "44".repeat(20));
    private static final PaymentToken TOKEN = new PaymentToken(CONTRACT, "OLD", 1);
    private static final BigInteger PLENTY = BigInteger.TEN.pow(12);

    private final Map<String, BigInteger> allowed = new HashMap<>();
    private final Map<Bytes32, BigInteger> paid = new HashMap<>();

    /** The same offer in this token. */
    public static Terms on(Terms coin) {
        return new Terms(
                Terms.TOKEN_VERSION,
                coin.audience(),
                coin.operator(),
                Terms.ROUTER_RAIL,
                coin.chainId(),
                coin.recipient(),
                ROUTER,
                coin.price(),
                coin.checkFee(),
                TOKEN,
                coin.confirmations(),
                coin.expiresAt(),
                coin.hostingDays(),
                coin.uploadBytes(),
                coin.rules());
    }

    /** What the token answers to a call. */
    String answer(String input) {
        if (input.equals(TokenContract.DECIMALS_CALL)) {
            return word(BigInteger.valueOf(TOKEN.decimals()));
        }
        if (input.equals(TokenContract.SYMBOL_CALL)) {
            return "0x4f4c44" + "00".repeat(29);
        }
        if (input.length() < 74) {
            return "0x";
        }
        String owner = "0x" + input.substring(34, 74);
        if (input.equals(TokenContract.balanceCall(new Address(owner)))) {
            return word(PLENTY);
        }
        return input.equals(TokenContract.allowanceCall(new Address(owner), ROUTER))
                ? word(allowed.getOrDefault(owner, BigInteger.ZERO))
                : "0x";
    }

    /** A transaction of the account is in a block. */
    void mined(String sender, Address to, String input) {
        if (to.equals(CONTRACT)) {
            TokenContract.approval(input)
                    .filter(approval -> approval.spender().equals(ROUTER))
                    .ifPresent(approval -> allowed.put(sender, approval.amount()));
        }
        if (to.equals(ROUTER)) {
            RouterContract.tokenPayment(input)
                    .filter(payment -> payment.token().equals(CONTRACT))
                    .ifPresent(payment -> pay(sender, payment));
        }
    }

    private void pay(String sender, TokenPayment payment) {
        BigInteger left = allowed.getOrDefault(sender, BigInteger.ZERO).subtract(payment.amount());
        if (left.signum() < 0) {
            throw new AssertionError("paid without an allowance");
        }
        allowed.put(sender, left);
        paid.merge(payment.reference(), payment.amount(), BigInteger::add);
    }

    BigInteger paidFor(Bytes32 reference) {
        return paid.getOrDefault(reference, BigInteger.ZERO);
    }

    private static String word(BigInteger number) {
        return "0x%064x".formatted(number);
    }
}
