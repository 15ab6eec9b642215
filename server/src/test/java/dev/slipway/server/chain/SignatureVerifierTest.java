package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.TestContracts;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicBytes;

/** Signatures of keys, of contracts, and of contracts that are not there yet, on anvil. */
class SignatureVerifierTest {
    private static final EthereumSignatures SIGNATURES = EthereumSignatures.create();
    private static final OperatorKey OWNER = OperatorKey.generate(new SecureRandom());
    private static final OperatorKey STRANGER = OperatorKey.generate(new SecureRandom());
    private static final Bytes32 DIGEST = new Bytes32("0x" + "5a".repeat(32));
    private static final Bytes32 OTHER = new Bytes32("0x" + "5b".repeat(32));
    private static final String MAGIC = "6492".repeat(16);
    private static Anvil anvil;
    private static TestContracts contracts;
    private static SignatureVerifier verifier;

    @BeforeAll
    static void start() {
        anvil = Anvil.mining();
        contracts = new TestContracts(anvil);
        verifier = new SignatureVerifier(SIGNATURES, TestNode.client(anvil.rpc()));
    }

    @AfterAll
    static void stop() {
        anvil.close();
    }

    @Test
    void aKeySignsForItsAccountAndForNoOther() {
        String signature = SIGNATURES.sign(DIGEST, OWNER);

        assertThat(verifier.isBy(OWNER.address(), DIGEST, signature)).isTrue();
        assertThat(verifier.isBy(OWNER.address(), OTHER, signature)).isFalse();
        assertThat(verifier.isBy(STRANGER.address(), DIGEST, signature)).isFalse();
    }

    @Test
    void aContractIsAsked() {
        Address account = contracts.deploy("OwnedAccount", address(OWNER.address()));

        assertThat(verifier.isBy(account, DIGEST, SIGNATURES.sign(DIGEST, OWNER)))
                .isTrue();
        assertThat(verifier.isBy(account, OTHER, SIGNATURES.sign(DIGEST, OWNER)))
                .isFalse();
        assertThat(verifier.isBy(account, DIGEST, SIGNATURES.sign(DIGEST, STRANGER)))
                .isFalse();
        assertThat(verifier.isBy(account, DIGEST, "0x")).as("it fails").isFalse();
    }

    @Test
    void aContractThatIsNotThereYetIsMadeForTheQuestionAndForgotten() {
        Address factory = contracts.deploy("AccountFactory");
        Address account = future(factory, OWNER.address());
        String signature = wrapped(factory, OWNER.address(), SIGNATURES.sign(DIGEST, OWNER));

        assertThat(verifier.isBy(account, DIGEST, signature)).isTrue();
        assertThat(verifier.isBy(account, OTHER, signature)).isFalse();
        assertThat(verifier.isBy(future(factory, STRANGER.address()), DIGEST, signature))
                .as("the factory makes another one")
                .isFalse();
        assertThat(anvil.call("eth_getCode", account.hex(), "latest").asString())
                .isEqualTo("0x");

        contracts.call(contracts.account(0), factory, BigInteger.ZERO, "make", address(OWNER.address()));
        assertThat(verifier.isBy(account, DIGEST, signature))
                .as("it is there now")
                .isTrue();
        assertThat(verifier.isBy(account, DIGEST, SIGNATURES.sign(DIGEST, OWNER)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TalkativeAccount", "GreedyAccount", "CarelessAccount"})
    void aContractThatAnswersOtherwiseHasNotSigned(String name) {
        assertThat(verifier.isBy(contracts.deploy(name), DIGEST, SIGNATURES.sign(DIGEST, OWNER)))
                .isFalse();
    }

    @Test
    void aFactoryThatUsesEverythingUpMakesNothing() {
        Address greedy = contracts.deploy("GreedyAccount");
        Address account = new Address("0x" + "77".repeat(20));

        assertThat(verifier.isBy(account, DIGEST, wrapped(greedy, OWNER.address(), SIGNATURES.sign(DIGEST, OWNER))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x0",
                "no hex",
                "0x64926492",
                // Offsets and lengths that lead out of it.
                "0x0000000000000000000000000000000000000000000000000000000000000001"
                        + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0x0000000000000000000000000000000000000000000000000000000000000001"
                        + "0000000000000000000000000000000000000000000000000000000000000040"
                        + "0000000000000000000000000000000000000000000000000000000000000040"
            })
    void whatIsMalformedIsNoSignature(String text) {
        assertThat(verifier.isBy(OWNER.address(), DIGEST, text)).isFalse();
        assertThat(verifier.isBy(OWNER.address(), DIGEST, text + MAGIC)).isFalse();
    }

    @Test
    void aLongSignatureIsNotLookedAt() {
        Address account = contracts.deploy("CarelessAccount");

        assertThat(verifier.isBy(account, DIGEST, "0x" + "00".repeat(8193))).isFalse();
    }

    @Test
    void whereTheNodeIsAwayNobodyKnowsUnlessAKeySigned() {
        SignatureVerifier alone = new SignatureVerifier(SIGNATURES, TestNode.client(URI.create("http://127.0.0.1:1")));

        assertThat(alone.isBy(OWNER.address(), DIGEST, SIGNATURES.sign(DIGEST, OWNER)))
                .isTrue();
        assertThatThrownBy(() -> alone.isBy(STRANGER.address(), DIGEST, SIGNATURES.sign(DIGEST, OWNER)))
                .isInstanceOf(ChainUnavailable.class);
    }

    private static Address future(Address factory, Address owner) {
        BigInteger word = contracts.ask(factory, "addressOf", address(owner));
        return new Address("0x%040x".formatted(word));
    }

    private static String wrapped(Address factory, Address owner, String signature) {
        String call = TestContracts.input("make", address(owner));
        return "0x"
                + FunctionEncoder.encodeConstructor(Arrays.asList(
                        address(factory), new DynamicBytes(Hex.parse(call)), new DynamicBytes(Hex.parse(signature))))
                + MAGIC;
    }

    private static org.web3j.abi.datatypes.Address address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }
}
