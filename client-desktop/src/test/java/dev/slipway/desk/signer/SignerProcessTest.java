package dev.slipway.desk.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.Publishing;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TypedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SignerProcessTest {
    private static final String PASSWORD = "a long пароль \"with\" \\ signs";
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<SignerEnd> ends = new LinkedBlockingQueue<>();
    private final LocalSigner own = LocalSigner.fromPrivateKey(LightKeystore.KEY);
    private final SignerProcess process = start(Duration.ofMinutes(10));

    @AfterEach
    void end() {
        process.close();
    }

    @Test
    void aNewWalletsPhraseIsToldOnceAndItsKeystoreOpens() {
        SignerReply.Created created =
                process.ask(new SignerRequest.Create(Secret.of(PASSWORD)), SignerReply.Created.class);
        String phrase = created.phrase().reveal();

        assertThat(phrase.split(" ")).hasSize(12);
        assertThat(LocalSigner.fromPhrase(phrase).address()).isEqualTo(created.address());
        assertThat(created.keystore()).doesNotContain(phrase).contains("262144");
        try (SignerProcess another = start(Duration.ofMinutes(10))) {
            assertThatThrownBy(() -> unlock(another, created.keystore(), "another"))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(ProblemCode.WRONG_PASSWORD));
            assertThat(unlock(another, created.keystore(), PASSWORD).address()).isEqualTo(created.address());
        }
    }

    @Test
    void aKeyAPhraseAndAKeystoreBringTheSameAccount() {
        List<SignerRequest> ways = List.of(
                new SignerRequest.ImportKey(Secret.of("0x" + LightKeystore.KEY), Secret.of(PASSWORD)),
                new SignerRequest.ImportPhrase(Secret.of(LightKeystore.PHRASE), Secret.of(PASSWORD)),
                new SignerRequest.ImportKeystore(LightKeystore.of(PASSWORD), Secret.of(PASSWORD)));
        for (SignerRequest way : ways) {
            try (SignerProcess signer = start(Duration.ofMinutes(10))) {
                SignerReply.Sealed brought = signer.ask(way, SignerReply.Sealed.class);
                assertThat(brought.address()).isEqualTo(new Address(LightKeystore.ADDRESS));
                assertThat(brought.keystore()).as("sealed at the standard cost").contains("262144");
            }
        }
    }

    @Test
    void itSignsWhatTheKeyItselfWouldSign() {
        RemoteSigner remote = unlocked();
        TypedData data = Publishing.message(own.address()).typedData(Publishing.CHAIN);
        Transfer transfer = Publishing.transfer(Eip712.digest(data), 7);

        assertThat(remote.sign(data)).isEqualTo(own.sign(data));
        remote.allow(bounds(transfer, 300));
        assertThat(remote.sign(transfer)).isEqualTo(own.sign(transfer));
    }

    @Test
    void aPaymentIsSignedOnlyAsItWasConfirmed() {
        RemoteSigner remote = unlocked();
        Bytes32 reference = Publishing.filled("aa");
        Transfer confirmed = Publishing.transfer(reference, 7);

        assertRefused(() -> remote.sign(confirmed));
        remote.allow(bounds(confirmed, 299));
        assertRefused(() -> remote.sign(confirmed));
        remote.allow(bounds(confirmed, 300));
        assertRefused(() -> remote.sign(Publishing.transfer(Publishing.filled("ab"), 7)));
        assertRefused(() -> remote.sign(changed(confirmed, 1, confirmed.recipient(), confirmed.value())));
        assertRefused(() -> remote.sign(changed(confirmed, confirmed.chainId(), own.address(), confirmed.value())));
        assertRefused(() -> remote.sign(changed(
                confirmed,
                confirmed.chainId(),
                confirmed.recipient(),
                confirmed.value().add(BigInteger.ONE))));
        assertThat(remote.sign(confirmed)).isEqualTo(own.sign(confirmed));
        assertThat(remote.sign(confirmed)).as("the same once more").isEqualTo(own.sign(confirmed));
        assertRefused(() -> remote.sign(Publishing.transfer(reference, 8)));
    }

    @Test
    void aPublicationIsPaidOnTheChainItWasSignedForOrNowhere() {
        RemoteSigner remote = unlocked();
        TypedData data = Publishing.message(own.address()).typedData(1);
        remote.sign(data);

        assertRefused(() -> remote.allow(bounds(Publishing.transfer(Eip712.digest(data), 7), 300)));
    }

    @Test
    void aPaymentInATokenIsSignedAsTheTermsHaveItAndAsItWasConfirmed() {
        RemoteSigner remote = unlocked();
        TokenOrder order = new TokenOrder(own.address());
        TokenCall approval = order.call(TokenCall.Step.APPROVE, 7, null);
        TokenCall payment = order.call(TokenCall.Step.PAY, 8, null);

        assertRefused(() -> remote.sign(approval));
        remote.allow(order.bounds(TokenOrder.FEE), order.agreement());
        assertRefused(() -> remote.sign(order.to(Publishing.RECIPIENT, approval)));
        assertRefused(() -> remote.sign(order.more(approval)));
        assertRefused(() -> remote.sign(order.more(payment)));
        assertRefused(() -> remote.sign(Publishing.transfer(order.reference(), 9)));
        assertThat(remote.sign(approval)).isEqualTo(own.sign(approval));
        assertRefused(() -> remote.sign(payment)); // its fee is beyond what was confirmed for both
        remote.allow(order.bounds(2 * TokenOrder.FEE), order.agreement());
        assertThat(remote.sign(payment)).isEqualTo(own.sign(payment));
        assertRefused(() -> remote.sign(order.call(TokenCall.Step.PAY, 9, null)));
        assertRefused(() -> remote.sign(order.call(TokenCall.Step.APPROVE, 9, null)));
    }

    @Test
    void contractsThatTheAgreedTermsDoNotNameMayTakeNothing() {
        RemoteSigner remote = unlocked();
        TokenOrder order = new TokenOrder(own.address());
        PaymentBounds bounds = order.bounds(TokenOrder.FEE);

        assertRefused(() -> remote.allow(bounds));
        assertRefused(() -> remote.allow(order.over(Publishing.RECIPIENT), order.agreement()));
        assertRefused(() -> remote.allow(order.in(Publishing.RECIPIENT), order.agreement()));
        assertRefused(() -> remote.allow(order.of(TokenOrder.PRICE.add(BigInteger.ONE)), order.agreement()));
        assertRefused(() -> remote.allow(bounds, order.agreementWithOtherTerms()));
        assertRefused(() -> remote.allow(bounds, new TokenOrder(Publishing.RECIPIENT).agreement()));
    }

    @Test
    void beforeItIsOpenItSignsNothing() {
        RemoteSigner remote = new RemoteSigner(process, own.address());
        Transfer transfer = Publishing.transfer(Publishing.filled("aa"), 7);

        for (Runnable wish : List.<Runnable>of(
                () -> remote.sign(Publishing.message(own.address()).typedData(1)),
                () -> remote.allow(bounds(transfer, 300)),
                () -> remote.sign(transfer))) {
            assertThatThrownBy(wish::run).satisfies(e -> assertThat(code(e)).isEqualTo(ProblemCode.WALLET_LOCKED));
        }
    }

    @Test
    void lockingEndsTheProcess() throws Exception {
        unlocked();
        process.ask(new SignerRequest.Lock(), SignerReply.Done.class);

        assertThat(ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(SignerEnd.LOCKED);
        assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void whoNobodyUsesEndsByItself() throws Exception {
        unlocked();
        process.ask(new SignerRequest.Stay(1), SignerReply.Done.class);

        assertThat(ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(SignerEnd.IDLE);
    }

    @Test
    void aKilledSignerIsNoticedAndLetsNobodyWait() throws Exception {
        CompletableFuture<Throwable> asking = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                process.ask(new SignerRequest.Create(Secret.of(PASSWORD)), SignerReply.Created.class);
            } catch (DeskException e) {
                asking.complete(e);
            }
        });
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();

        assertThat(ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(SignerEnd.DIED);
        assertThat(code(asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS))).isEqualTo(ProblemCode.WALLET_LOCKED);
        assertThatThrownBy(this::unlocked).satisfies(e -> assertThat(code(e)).isEqualTo(ProblemCode.WALLET_LOCKED));
    }

    @Test
    void aSignerDiesWithItsWindow() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignersOwner.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle signer =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(signer.isAlive()).isTrue();
            owner.destroyForcibly();
            signer.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(signer.isAlive()).isFalse();
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noSecretIsWhereOtherProgramsCanReadIt() throws IOException {
        unlocked();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        String arguments = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);

        assertThat(arguments).contains("SignerMain").doesNotContain(LightKeystore.KEY, "пароль", "a long ");
        assertThat(environment(proc)).isEqualTo("LC_ALL=C.UTF-8\0");
    }

    /** Only a superuser may look; for others it is as closed as the memory. */
    private static String environment(Path proc) throws IOException {
        try {
            return Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException e) {
            return "LC_ALL=C.UTF-8\0";
        }
    }

    @Test
    void secretsAreWipedOnceTheyAreSentAndNeverPrintThemselves() {
        Secret password = Secret.of(PASSWORD);
        SignerRequest.Unlock unlock = new SignerRequest.Unlock(LightKeystore.of(PASSWORD), password);
        assertThat(unlock.toString()).doesNotContain("a long");
        process.ask(unlock, SignerReply.Opened.class);

        assertThat(password.reveal()).isEqualTo("\0".repeat(PASSWORD.length()));
    }

    private SignerProcess start(Duration idle) {
        return SignerProcess.start(SignerCommand.ofThisProcess(), idle, ends::add);
    }

    private RemoteSigner unlocked() {
        return new RemoteSigner(
                process, unlock(process, LightKeystore.of(PASSWORD), PASSWORD).address());
    }

    private static SignerReply.Opened unlock(SignerProcess signer, String keystore, String password) {
        return signer.ask(new SignerRequest.Unlock(keystore, Secret.of(password)), SignerReply.Opened.class);
    }

    private static PaymentBounds bounds(Transfer transfer, long mostFee) {
        return new PaymentBounds(
                transfer.chainId(),
                transfer.recipient(),
                transfer.value(),
                BigInteger.valueOf(mostFee),
                transfer.reference());
    }

    private static Transfer changed(Transfer transfer, long chainId, Address recipient, BigInteger value) {
        return new Transfer(
                chainId,
                transfer.nonce(),
                recipient,
                value,
                transfer.reference(),
                transfer.gasLimit(),
                transfer.fees());
    }

    private static void assertRefused(Runnable wish) {
        assertThatThrownBy(wish::run).satisfies(e -> assertThat(code(e)).isEqualTo(ProblemCode.SIGNING_REFUSED));
    }

    private static ProblemCode code(Throwable thrown) {
        return ((DeskException) thrown).code();
    }
}
