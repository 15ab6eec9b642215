package dev.slipway.model.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTokenTest {
    private static final Address CONTRACT = new Address("0x" + "33".repeat(20));
    private static final String SIX = word("06");

    private final Map<String, String> answers = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"USDC", "USD\u20ae0", "x", "WETH.e", "SIXTEEN-LETTERS!", "\u0440\u0443\u0431"})
    void aSymbolIsWhatPeopleCanRead(String symbol) {
        assertThat(new PaymentToken(CONTRACT, symbol, 6).symbol()).isEqualTo(symbol);
    }

    /** Too long; a space, a line break, a zero-width joiner, an override of the direction, Hebrew, a lone mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SEVENTEEN-LETTERS",
                "A B",
                "A\nB",
                "A\u200dB",
                "\u202eCDSU",
                "\u05e9\u05e7\u05dc",
                "A\u0301",
                "\ud800"
            })
    void otherTextIsNoSymbol(String symbol) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentToken(CONTRACT, symbol, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 37, 255})
    void otherNumbersAreNoDecimals(int decimals) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentToken(CONTRACT, "USDC", decimals));
    }

    @Test
    void aContractSaysWhatItsAmountsAreCalled() {
        answers.put(TokenContract.DECIMALS_CALL, SIX);
        answers.put(TokenContract.SYMBOL_CALL, string("USDC"));
        assertThat(read()).contains(new PaymentToken(CONTRACT, "USDC", 6));
    }

    /** As tokens from before the standard answer. */
    @Test
    void aSymbolMayFillAWordFromItsStart() {
        answers.put(TokenContract.DECIMALS_CALL, SIX);
        answers.put(TokenContract.SYMBOL_CALL, "0x" + hex("MKR") + "00".repeat(29));
        assertThat(read()).contains(new PaymentToken(CONTRACT, "MKR", 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "no hex", "0x06"})
    void whatAnswersNoWordIsNoToken(String decimals) {
        answers.put(TokenContract.DECIMALS_CALL, decimals);
        answers.put(TokenContract.SYMBOL_CALL, string("USDC"));
        assertThat(read()).isEmpty();
    }

    @Test
    void aTokenWhoseAmountsNobodyCouldReadIsNone() {
        answers.put(TokenContract.SYMBOL_CALL, string("USDC"));
        answers.put(TokenContract.DECIMALS_CALL, word("ff"));
        assertThat(read()).isEmpty();
        answers.put(TokenContract.DECIMALS_CALL, SIX);
        answers.put(TokenContract.SYMBOL_CALL, string("\u202eCDSU"));
        assertThat(read()).isEmpty();
        answers.put(TokenContract.SYMBOL_CALL, "0x");
        assertThat(read()).isEmpty();
    }

    /** A length that reaches over the end, a start elsewhere, bytes that are no UTF-8. */
    @Test
    void aTextThatIsMadeOtherwiseIsNone() {
        assertThat(TokenContract.text("0x" + "00".repeat(31) + "20" + "ff".repeat(32) + "41"))
                .isEmpty();
        assertThat(TokenContract.text("0x" + "00".repeat(31) + "40" + "00".repeat(31) + "01" + "41"))
                .isEmpty();
        assertThat(TokenContract.text("0x" + "00".repeat(31) + "20" + "00".repeat(31) + "01" + "ff"))
                .isEmpty();
        assertThat(TokenContract.text("0x" + "00".repeat(40))).isEmpty();
    }

    private Optional<PaymentToken> read() {
        return PaymentToken.read(CONTRACT, call -> Optional.ofNullable(answers.get(call)));
    }

    private static String word(String lastByte) {
        return "0x" + "00".repeat(31) + lastByte;
    }

    private static String string(String text) {
        String bytes = hex(text);
        return "0x" + "00".repeat(31) + "20" + "%064x".formatted(bytes.length() / 2) + bytes
                + "00".repeat(32 - bytes.length() / 2);
    }

    private static String hex(String text) {
        return Hex.plain(text.getBytes(StandardCharsets.UTF_8));
    }
}
