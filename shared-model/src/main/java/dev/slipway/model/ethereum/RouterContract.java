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
    private static final String PAY_TOKEN = "0x569deb2f";
    private static final String PAY_TOKEN_WITH_PERMIT = "0x02565f49";
    private static final int CALL_TEXT = PAY.length() + AbiWords.DIGITS;
    private static final int TOKEN_WORDS = 3;
    private static final int PERMIT_WORDS = 7;

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

    /** The input of {@code payToken(bytes32,address,uint256)}. */
    public static String payTokenCall(TokenPayment payment) {
        return PAY_TOKEN + words(payment);
    }

    /** The input of {@code payTokenWithPermit(bytes32,address,uint256,uint256,uint8,bytes32,bytes32)}. */
    public static String payTokenCall(TokenPayment payment, Permit permit) {
        return PAY_TOKEN_WITH_PERMIT + words(payment) + permit.words();
    }

    /** What a call pays in a token, with a permit or without; empty for every other input. */
    public static Optional<TokenPayment> tokenPayment(String input) {
        if (!isCall(input, PAY_TOKEN, TOKEN_WORDS) && !isCall(input, PAY_TOKEN_WITH_PERMIT, PERMIT_WORDS)) {
            return Optional.empty();
        }
        String words = input.substring(PAY_TOKEN.length());
        return address(AbiWords.at(words, 1))
                .map(token -> new TokenPayment(
                        new Bytes32(AbiWords.at(words, 0)), token, AbiWords.number(AbiWords.at(words, 2))));
    }

    private static boolean isCall(String input, String selector, int words) {
        return input.length() == selector.length() + words * AbiWords.DIGITS && input.startsWith(selector);
    }

    private static String words(TokenPayment payment) {
        return AbiWords.of(payment.reference()) + AbiWords.of(payment.token()) + AbiWords.of(payment.amount());
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
