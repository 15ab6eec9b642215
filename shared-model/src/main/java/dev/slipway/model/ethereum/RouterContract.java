package dev.slipway.model.ethereum;

import dev.slipway.model.encoding.Hex;
import java.util.Optional;

/**
 * How the payment contract is spoken to and what it writes into its log, in the contract ABI's encoding. The contract is
 * {@code PaymentRouter} in the server's Solidity folder; a test there holds these constants against its compiled form.
 */
public final class RouterContract {
    /** Topic of {@code Paid(bytes32 indexed reference, address payer, address token, uint256 amount)}. */
    public static final Bytes32 PAID =
            new Bytes32("0x37db9851b6c9a32f8ddcf4734e6526de7c85268ef735f7883ea70dc8a39c9c85");

    /** The call {@code recipient()}; its answer is one word that ends with an address. */
    public static final String RECIPIENT_CALL = "0x66d003ac";

    private static final String PAY = "0x8609cad1";
    private static final int CALL_TEXT = PAY.length() + 2 * 32;

    private RouterContract() {}

    /** The input of {@code pay(bytes32)}. */
    public static String payCall(Bytes32 reference) {
        return PAY + reference.hex().substring(2);
    }

    /** The reference in the input of a call of {@code pay(bytes32)}; empty for every other input. */
    public static Optional<Bytes32> paidReference(String input) {
        return input.length() == CALL_TEXT && input.startsWith(PAY)
                ? Optional.of(new Bytes32("0x" + input.substring(PAY.length())))
                : Optional.empty();
    }

    /** The address that fills one word; empty where the word holds more than one, or less. */
    public static Optional<Address> address(String word) {
        try {
            byte[] bytes = Hex.parse(word, 32);
            for (int i = 0; i < 12; i++) {
                if (bytes[i] != 0) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Address("0x" + word.substring(2 + 2 * 12)));
        } catch (IllegalArgumentException notOneWord) {
            return Optional.empty();
        }
    }
}
