package dev.slipway.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.desk.testing.CheckFees;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.media.run.Notice;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.terms.Terms;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishWorkflowTest {
    private static final String KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    @TempDir
    Path folder = Path.of("");

    private Instant time = Instant.parse("2026-01-01T00:00:00Z");
    private final LocalSigner author = LocalSigner.fromPrivateKey(KEY);
    private final TinyEngine engine = new TinyEngine();
    private SmallServer server;
    private Path source = Path.of("");

    PublishWorkflowTest() throws IOException {
        server = SmallServer.start(() -> time);
    }

    private final List<Notice> notices = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void writeSource() throws IOException {
        source = Files.writeString(folder.resolve("film.mp4"), "a film");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsPublishedAndTheSameCommandSaysSoAgain() {
        Published first = publish("Film");
        Published again = publish("Film");

        assertThat(again).isEqualTo(first);
        assertThat(first.watchUrl()).isEqualTo(server.url() + "/watch/" + first.publicationId());
        assertOnePublication();
        assertThat(engine.prepared()).isEqualTo(1);
    }

    @Test
    void whatTheEngineTellsWhileItPreparesIsPassedOn() {
        publish("Film");
        assertThat(notices).extracting(Notice::code).containsExactly(Notice.RESUMED);
    }

    @Test
    void whoWaitsForAPersonIsToldSo() {
        server.review(2);
        publish("Film");
        assertThat(steps.stream().distinct()).endsWith(Step.UPLOAD, Step.VERIFY, Step.REVIEW);
        assertOnePublication();
    }

    /** A kill is a request that never left, or one whose answer never came, and nothing of this process after it. */
    @Test
    void killedAroundAnyRequestTheSameCommandGoesOnAndPaysOnce() throws IOException {
        int requests = countRequests();
        for (int kill = 1; kill <= 2 * requests; kill++) {
            server.close();
            server = SmallServer.start(() -> time);
            KillSwitch killSwitch = new KillSwitch((kill + 1) / 2, kill % 2 == 0);
            Path home = folder.resolve("home-" + kill);

            assertThatThrownBy(() -> workflow(home, killSwitch).publish(request("Film")))
                    .isInstanceOf(Killed.class);
            workflow(home, chain -> chain.proceed(chain.request())).publish(request("Film"));

            assertThat(server.chain().payments())
                    .as("payments after kill " + kill)
                    .isEqualTo(1);
            assertThat(server.published()).as("publications after kill " + kill).isEqualTo(1);
        }
    }

    @Test
    void anOfferThatExpiredBeforeThePaymentIsReplaced() {
        server.chain().setBalance(BigInteger.ZERO);
        assertRefused(ProblemCode.INSUFFICIENT_FUNDS, () -> publish("Film"));
        time = time.plus(Duration.ofHours(2));
        server.chain().setBalance(BigInteger.TEN.pow(20));

        publish("Film");

        assertOnePublication();
        assertThat(server.forms()).hasSize(2);
    }

    @Test
    void aPaymentThatNobodyHasWhenTheOfferIsOverIsSignedAnewForAnotherOffer() throws IOException {
        server.chain().loseTransactions();
        assertThatThrownBy(() -> publish("Film")).isInstanceOf(DeskException.class);
        assertThat(journal().payment()).isNotNull();
        time = time.plus(Duration.ofHours(2));
        server.chain().keepTransactions();

        publish("Film");

        assertOnePublication();
        assertThat(server.forms()).hasSize(2);
    }

    @Test
    void ofWhatSomebodyElsePaidAPartOnlyTheRestIsPaid() {
        server.chain().setBalance(BigInteger.ZERO);
        assertRefused(ProblemCode.INSUFFICIENT_FUNDS, () -> publish("Film"));
        Bytes32 reference = Objects.requireNonNull(journal().signing()).reference();
        server.chain().payForAnother(reference, BigInteger.valueOf(500));
        server.chain().setBalance(BigInteger.TEN.pow(20));

        publish("Film");

        assertOnePublication();
        assertThat(server.chain().paidFor(reference)).isEqualTo(2_000);
    }

    @Test
    void aPaymentThatMayStillCountIsNeverPaidAnew() {
        server.chain().loseTransactions();
        assertThatThrownBy(() -> publish("Film")).isInstanceOf(DeskException.class);
        server.chain().keepTransactions();
        assertThat(publishAnew())
                .as("nothing to forget yet: the same bytes are sent")
                .isNotNull();
        assertOnePublication();
    }

    @Test
    void nothingIsPaidAnewUnlessAPersonSaysSo() {
        server.chain().loseTransactions();
        assertThatThrownBy(() -> publish("Film")).isInstanceOf(DeskException.class);
        server.chain().keepTransactions();
        server.chain().spendNonce();

        assertRefused(ProblemCode.PAYMENT_REPLACED, () -> publish("Film"));
        assertThat(server.chain().payments()).isZero();

        publishAnew();
        assertOnePublication();
    }

    @Test
    void feesThatNoPaymentNeedsAreNotSigned() {
        server.chain().setGas("0x1c9c380");

        assertRefused(ProblemCode.CHAIN_UNAVAILABLE, () -> publish("Film"));
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void otherWordsAreTakenBeforeThePaymentAndRefusedAfterIt() {
        server.chain().setBalance(BigInteger.ZERO);
        assertRefused(ProblemCode.INSUFFICIENT_FUNDS, () -> publish("Flim"));
        server.chain().setBalance(BigInteger.TEN.pow(20));

        publish("Film");

        assertThat(server.forms()).extracting(PublicationForm::title).containsExactly("Flim", "Film");
        assertRefused(ProblemCode.CONFLICT, () -> publish("Movie"));
        assertOnePublication();
    }

    @Test
    void aPriceAboveTheBoundIsNotSigned() {
        server.offer(terms -> withPrice(terms, "2000000000000000001"));

        assertRefused(ProblemCode.TERMS_MISMATCH, () -> publish("Film"));
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void aCheckFeeAboveThePriceIsNotSigned() {
        server.offer(terms -> CheckFees.on(terms, "2001"));
        assertRefused(ProblemCode.TERMS_MISMATCH, () -> publish("Film"));
    }

    @Test
    void termsThatTheOperatorDidNotSignAreNotSigned() {
        server.signTermsWith(LocalSigner.random(new SecureRandom()));

        assertRefused(ProblemCode.TERMS_MISMATCH, () -> publish("Film"));
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void termsForAnotherServerAreNotSigned() {
        server.offer(terms -> withAudience(terms, "https://video.example"));

        assertRefused(ProblemCode.TERMS_MISMATCH, () -> publish("Film"));
    }

    @Test
    void aFileChangedAfterItWasPreparedIsNotSignedOrPaid() throws IOException {
        server.chain().setBalance(BigInteger.ZERO);
        assertRefused(ProblemCode.INSUFFICIENT_FUNDS, () -> publish("Film"));
        server.chain().setBalance(BigInteger.TEN.pow(20));
        Path file;
        try (var files = Files.walk(folder.resolve("home"))) {
            file = files.filter(path -> path.endsWith("video-120-vp9.mp4"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] ^= 1;
        Files.write(file, bytes);

        assertRefused(ProblemCode.FILE_CHANGED, () -> publish("Film"));
        assertThat(server.chain().payments()).isZero();
    }

    @Test
    void aServerThatIsAwayIsNamedBeforeAnyWork() {
        server.close();

        assertRefused(ProblemCode.SERVER_UNREACHABLE, () -> publish("Film"));
        assertThat(engine.prepared()).isZero();
    }

    @Test
    void theDatabaseHoldsNoKey() throws IOException {
        publish("Film");

        String database = Files.readString(folder.resolve("home/desk.db"), StandardCharsets.ISO_8859_1);
        assertThat(database).contains("Film").doesNotContainIgnoringCase(KEY);
    }

    private JournalEntry journal() {
        List<Begun> journals = new Journals(folder.resolve("home/desk.db"), () -> time).all();
        assertThat(journals).hasSize(1);
        return journals.getFirst().entry();
    }

    private int countRequests() {
        AtomicInteger count = new AtomicInteger();
        workflow(folder.resolve("counted"), chain -> {
                    count.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .publish(request("Film"));
        return count.get();
    }

    private Published publish(String title) {
        return workflow(folder.resolve("home"), chain -> chain.proceed(chain.request()))
                .publish(request(title));
    }

    private Published publishAnew() {
        PublishRequest request = request("Film");
        return workflow(folder.resolve("home"), chain -> chain.proceed(chain.request()))
                .publish(new PublishRequest(
                        request.source(), request.options(), request.launch().with(LaunchRequest.Replaced.PAID_ANEW)));
    }

    private PublishWorkflow workflow(Path home, Interceptor interceptor) {
        OkHttpClient http =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        Dock dock = new Dock(
                http,
                new Journals(home.resolve("desk.db"), () -> time),
                home.resolve("publish"),
                new KnownServers(home.resolve("known_servers.json")),
                new AvatarStore(home.resolve("avatars")),
                () -> time,
                new SecureRandom());
        return new PublishWorkflow(
                new Workbench(engine, home.resolve("publish"), dock),
                author,
                new CancelSignal(),
                new Listening(notices, steps));
    }

    private PublishRequest request(String title) {
        LaunchRequest launch = new LaunchRequest(
                ServerOrigin.parse(server.url()),
                new PublicationForm(title, null, List.of()),
                new Address("0x" + "77".repeat(20)),
                PriceLimit.ofWei(BigInteger.TEN.pow(18)),
                null);
        return new PublishRequest(source, PrepareOptions.DEFAULT, launch);
    }

    private void assertOnePublication() {
        assertThat(server.published()).isEqualTo(1);
        assertThat(server.chain().payments()).isEqualTo(1);
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DeskException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private static Terms withPrice(Terms terms, String price) {
        return changed(terms, terms.audience(), price);
    }

    private static Terms withAudience(Terms terms, String audience) {
        return changed(terms, audience, terms.price());
    }

    private static Terms changed(Terms terms, String audience, String price) {
        return new Terms(
                terms.version(),
                audience,
                terms.operator(),
                terms.rail(),
                terms.chainId(),
                terms.recipient(),
                price,
                terms.confirmations(),
                terms.expiresAt(),
                terms.hostingDays(),
                terms.uploadBytes(),
                terms.rules());
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends everything at one request, before it leaves or after its answer came. */
    private static final class KillSwitch implements Interceptor {
        private final int request;
        private final boolean afterAnswer;
        private int seen;

        KillSwitch(int request, boolean afterAnswer) {
            this.request = request;
            this.afterAnswer = afterAnswer;
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            seen++;
            if (seen == request && afterAnswer) {
                chain.proceed(chain.request()).close();
            }
            if (seen >= request) {
                throw new Killed();
            }
            return chain.proceed(chain.request());
        }
    }
}
