package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.Permit;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.TestContracts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import tools.jackson.databind.JsonNode;

/** The payment contract on anvil, with tokens that behave and tokens that do not. */
class PaymentRouterContractTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x" + "ab".repeat(32));
    private static final Bytes32 OTHER = new Bytes32("0x" + "cd".repeat(32));
    private static final Address COIN = new Address("0x" + "00".repeat(20));
    private static final BigInteger AMOUNT = BigInteger.valueOf(1000);
    private static final BigInteger NONE = BigInteger.ZERO;
    private static Anvil anvil;
    private static TestContracts contracts;

    private Address payer;
    private Address recipient;
    private Address router;

    @BeforeAll
    static void start() {
        anvil = Anvil.mining();
        contracts = new TestContracts(anvil);
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    @BeforeEach
    void deploy() {
        payer = contracts.account(1);
        recipient = contracts.account(9);
        router = contracts.router(recipient);
    }

    private record Paid(Bytes32 reference, Address payer, Address token, BigInteger amount) {}

    @Test
    void theConstantsOfBothSidesAreTheCompiledContracts() {
        assertThat(RouterContract.payCall(REFERENCE)).isEqualTo(TestContracts.input("pay", word(REFERENCE)));
        TokenPayment payment = new TokenPayment(REFERENCE, recipient, AMOUNT);
        assertThat(RouterContract.payTokenCall(payment))
                .isEqualTo(TestContracts.input("payToken", word(REFERENCE), address(recipient), new Uint256(AMOUNT)));
        Sign.SignatureData signature = signature(new byte[32], key(1));
        assertThat(RouterContract.payTokenCall(payment, permit(AMOUNT, signature)))
                .isEqualTo(TestContracts.input(
                        "payTokenWithPermit",
                        word(REFERENCE),
                        address(recipient),
                        new Uint256(AMOUNT),
                        new Uint256(AMOUNT),
                        new Uint8(new BigInteger(1, signature.getV())),
                        new org.web3j.abi.datatypes.generated.Bytes32(signature.getR()),
                        new org.web3j.abi.datatypes.generated.Bytes32(signature.getS())));
        assertThat(RouterContract.RECIPIENT_CALL).isEqualTo(TestContracts.input("recipient"));
        assertThat(RouterContract.PAID.hex())
                .isEqualTo(EventEncoder.buildEventSignature("Paid(bytes32,address,address,uint256)"));
        assertThat(contracts.ask(router, "recipient"))
                .isEqualTo(new BigInteger(recipient.hex().substring(2), 16));
    }

    @Test
    void soAreTheConstantsOfATokenThoseOfACompiledOne() {
        Address token = funded("StandardToken");
        assertThat(TokenContract.approveCall(router, AMOUNT))
                .isEqualTo(TestContracts.input("approve", address(router), new Uint256(AMOUNT)));
        contracts.call(payer, token, NONE, "approve", address(router), new Uint256(AMOUNT));

        assertThat(number(token, TokenContract.balanceCall(payer))).isEqualTo(AMOUNT);
        assertThat(number(token, TokenContract.allowanceCall(payer, router))).isEqualTo(AMOUNT);
        assertThat(number(token, TokenContract.noncesCall(payer))).isZero();
        assertThat(number(token, TokenContract.DOMAIN_SEPARATOR_CALL))
                .isEqualTo(contracts.ask(token, "DOMAIN_SEPARATOR"));
        assertThat(TokenContract.text(answer(token, TokenContract.NAME_CALL))).contains("Standard");
        assertThat(TokenContract.text(answer(token, TokenContract.VERSION_CALL)))
                .contains("1");
        assertThat(TokenContract.text(answer(token, TokenContract.SYMBOL_CALL))).contains("STD");
        assertThat(number(token, TokenContract.DECIMALS_CALL)).isEqualTo(6);
    }

    /** Whole, through the payer's own call as the desk makes it. */
    @Test
    void whatTheDeskWritesPays() {
        Address token = funded("StandardToken");
        TokenPayment payment = new TokenPayment(REFERENCE, token, AMOUNT);
        String input =
                RouterContract.payTokenCall(payment, permit(BigInteger.valueOf(Long.MAX_VALUE), permit(token, key(1))));

        assertThat(paid(contracts.call(payer, router, input)))
                .containsExactly(new Paid(REFERENCE, payer, token, AMOUNT));
    }

    private static String answer(Address contract, String input) {
        return anvil.call("eth_call", Map.of("to", contract.hex(), "data", input), "latest")
                .asString();
    }

    private static BigInteger number(Address contract, String input) {
        return TokenContract.number(answer(contract, input)).orElseThrow();
    }

    private static Permit permit(BigInteger deadline, Sign.SignatureData signature) {
        return new Permit(deadline, Hex.of(joined(signature.getR(), signature.getS(), signature.getV())));
    }

    @Test
    void aPaymentIsWithTheRecipientAndInTheLogWhenTheCallEnds() {
        BigInteger before = contracts.balance(recipient);

        JsonNode receipt = contracts.call(payer, router, AMOUNT, "pay", word(REFERENCE));

        assertThat(paid(receipt)).containsExactly(new Paid(REFERENCE, payer, COIN, AMOUNT));
        assertThat(contracts.balance(recipient)).isEqualTo(before.add(AMOUNT));
        assertNothingIsKept();
    }

    @Test
    void nothingIsNoPayment() {
        assertFails(contracts.call(payer, router, NONE, "pay", word(REFERENCE)));
    }

    @Test
    void coinsWithoutAReferenceAreNotTaken() {
        assertFails(contracts.coins(payer, router, BigInteger.valueOf(16)));
        assertNothingIsKept();
    }

    @Test
    void whereTheRecipientTakesNoCoinsThePayerKeepsThem() {
        Address refusing = contracts.router(contracts.deploy("Refuser"));

        assertFails(contracts.call(payer, refusing, AMOUNT, "pay", word(REFERENCE)));
        assertThat(contracts.balance(refusing)).isZero();
    }

    @Test
    void aContractWalletPaysFromWithin() {
        Address wallet = contracts.deploy("ContractWallet");
        anvil.call("anvil_setBalance", wallet.hex(), "0x100000");

        JsonNode receipt = contracts.call(
                payer,
                wallet,
                NONE,
                "execute",
                address(router),
                new Uint256(AMOUNT),
                new DynamicBytes(Hex.parse(RouterContract.payCall(REFERENCE))));

        assertThat(paid(receipt)).containsExactly(new Paid(REFERENCE, wallet, COIN, AMOUNT));
    }

    @Test
    void aRecipientThatPaysOnFromWithinPaysForBothAndNothingTwice() {
        Address greedy = contracts.deploy("ReentrantRecipient");
        Address own = contracts.router(greedy);
        contracts.call(payer, greedy, NONE, "pay", address(own), word(OTHER));

        JsonNode receipt = contracts.call(payer, own, AMOUNT, "pay", word(REFERENCE));

        // It is the recipient's own money that it pays itself with a second time: that is no loss to anybody else.
        assertThat(paid(receipt))
                .containsExactly(new Paid(REFERENCE, payer, COIN, AMOUNT), new Paid(OTHER, greedy, COIN, AMOUNT));
        assertThat(contracts.balance(greedy)).isEqualTo(AMOUNT);
    }

    @ParameterizedTest
    @CsvSource({"StandardToken,1000", "FeeToken,900", "SilentToken,1000"})
    void aTokenCountsForWhatTheRecipientGot(String name, BigInteger got) {
        Address token = funded(name);
        contracts.call(payer, token, NONE, "approve", address(router), new Uint256(AMOUNT));

        JsonNode receipt = payToken(token);

        assertThat(paid(receipt)).containsExactly(new Paid(REFERENCE, payer, token, got));
        assertThat(contracts.ask(token, "balanceOf", address(recipient))).isEqualTo(got);
        assertThat(contracts.ask(token, "balanceOf", address(router))).isZero();
    }

    @Test
    void withoutAnAllowanceNothingMoves() {
        Address token = funded("StandardToken");

        assertFails(payToken(token));
        assertThat(contracts.ask(token, "balanceOf", address(payer))).isEqualTo(AMOUNT);
    }

    @Test
    void nobodyPaysWithTheAllowanceOfAnother() {
        Address token = funded("StandardToken");
        contracts.call(payer, token, NONE, "approve", address(router), new Uint256(AMOUNT));

        assertFails(contracts.call(
                contracts.account(2), router, NONE, "payToken", word(OTHER), address(token), new Uint256(AMOUNT)));
        assertThat(contracts.ask(token, "balanceOf", address(payer))).isEqualTo(AMOUNT);
    }

    @Test
    void aTokenThatSaysNoIsNoPayment() {
        assertFails(payToken(funded("RefusingToken")));
    }

    @Test
    void anAddressWithoutCodeIsNoToken() {
        assertFails(payToken(contracts.account(5)));
        assertFails(permitted(contracts.account(5), 0, signature(new byte[32], key(1))));
    }

    @Test
    void aTokenThatCallsBackCannotCountOneAmountTwice() {
        Address token = funded("ReentrantToken");
        contracts.call(payer, token, NONE, "approve", address(router), new Uint256(AMOUNT));
        contracts.call(payer, token, NONE, "payFor", word(OTHER));

        assertFails(payToken(token));
        assertThat(contracts.ask(token, "balanceOf", address(recipient))).isZero();
        // The next payment in another token is not held up by it.
        Address standard = funded("StandardToken");
        contracts.call(payer, standard, NONE, "approve", address(router), new Uint256(AMOUNT));
        assertThat(paid(payToken(standard))).hasSize(1);
    }

    @Test
    void aPermitPaysInOneTransaction() {
        Address token = funded("StandardToken");

        JsonNode receipt = permitted(token, Long.MAX_VALUE, permit(token, key(1)));

        assertThat(paid(receipt)).containsExactly(new Paid(REFERENCE, payer, token, AMOUNT));
    }

    @Test
    void aPermitThatSomebodyUsedFirstPaysAllTheSame() {
        Address token = funded("StandardToken");
        Sign.SignatureData signature = permit(token, key(1));
        JsonNode first = contracts.call(
                contracts.account(3),
                token,
                NONE,
                "permit",
                address(payer),
                address(router),
                new Uint256(AMOUNT),
                new Uint256(BigInteger.valueOf(Long.MAX_VALUE)),
                new Uint8(new BigInteger(1, signature.getV())),
                new org.web3j.abi.datatypes.generated.Bytes32(signature.getR()),
                new org.web3j.abi.datatypes.generated.Bytes32(signature.getS()));
        assertThat(first.path("status").asString()).isEqualTo("0x1");

        assertThat(paid(permitted(token, Long.MAX_VALUE, signature))).hasSize(1);
    }

    @Test
    void aPermitOfSomebodyElsePaysNothing() {
        Address token = funded("StandardToken");

        assertFails(permitted(token, Long.MAX_VALUE, permit(token, key(2))));
        assertThat(contracts.ask(token, "balanceOf", address(payer))).isEqualTo(AMOUNT);
    }

    @Test
    void nobodyCanMakeOneThatBurns() {
        assertThat(anvil.call("eth_getCode", contracts.router(COIN).hex(), "latest")
                        .asString())
                .isEqualTo("0x");
    }

    private JsonNode payToken(Address token) {
        return contracts.call(payer, router, NONE, "payToken", word(REFERENCE), address(token), new Uint256(AMOUNT));
    }

    private JsonNode permitted(Address token, long deadline, Sign.SignatureData signature) {
        return contracts.call(
                payer,
                router,
                NONE,
                "payTokenWithPermit",
                word(REFERENCE),
                address(token),
                new Uint256(AMOUNT),
                new Uint256(BigInteger.valueOf(deadline)),
                new Uint8(new BigInteger(1, signature.getV())),
                new org.web3j.abi.datatypes.generated.Bytes32(signature.getR()),
                new org.web3j.abi.datatypes.generated.Bytes32(signature.getS()));
    }

    /** The payer's, for the router and the amount, signed with that key (EIP-2612). */
    private Sign.SignatureData permit(Address token, ECKeyPair key) {
        byte[] type = Hash.sha3("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] message = Hash.sha3(joined(
                type, word(payer), word(router), word(AMOUNT), word(NONE), word(BigInteger.valueOf(Long.MAX_VALUE))));
        byte[] domain = word(contracts.ask(token, "DOMAIN_SEPARATOR"));
        return signature(Hash.sha3(joined(new byte[] {0x19, 0x01}, domain, message)), key);
    }

    private static Sign.SignatureData signature(byte[] digest, ECKeyPair key) {
        return Sign.signMessage(digest, key, false);
    }

    private static ECKeyPair key(int account) {
        return TestWallet.account(account, anvil.rpc()).pair();
    }

    private Address funded(String name) {
        Address token = contracts.deploy(name);
        contracts.call(payer, token, NONE, "mint", address(payer), new Uint256(AMOUNT));
        return token;
    }

    private void assertNothingIsKept() {
        assertThat(contracts.balance(router)).isZero();
    }

    private static void assertFails(JsonNode receipt) {
        assertThat(receipt.path("status").asString()).isEqualTo("0x0");
        assertThat(paid(receipt)).isEmpty();
    }

    private static List<Paid> paid(JsonNode receipt) {
        List<Paid> paid = new ArrayList<>();
        for (JsonNode log : receipt.path("logs")) {
            if (log.path("topics").get(0).asString().equals(RouterContract.PAID.hex())) {
                byte[] data = Hex.parse(log.path("data").asString());
                paid.add(new Paid(
                        new Bytes32(log.path("topics").get(1).asString()),
                        address(data, 0),
                        address(data, 32),
                        new BigInteger(1, Arrays.copyOfRange(data, 64, 96))));
            }
        }
        return paid;
    }

    private static Address address(byte[] data, int from) {
        return RouterContract.address(Hex.of(Arrays.copyOfRange(data, from, from + 32)))
                .orElseThrow();
    }

    private static Type<?> word(Bytes32 value) {
        return new org.web3j.abi.datatypes.generated.Bytes32(value.bytes());
    }

    private static byte[] word(Address address) {
        return Hex.parse("0x" + "00".repeat(12) + address.hex().substring(2));
    }

    private static byte[] word(BigInteger value) {
        return Hex.parse("0x%064x".formatted(value));
    }

    private static Type<?> address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream joined = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
