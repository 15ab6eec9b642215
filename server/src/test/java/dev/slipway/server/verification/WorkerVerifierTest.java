package dev.slipway.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.media.mp4.ByteRange;
import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackKind;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.media.review.StripPicture;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.SealedArtifact;
import dev.slipway.server.storage.SealedArtifacts;
import dev.slipway.server.storage.StoredArtifact;
import dev.slipway.server.storage.StoredArtifacts;
import dev.slipway.server.storage.Stores;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import dev.slipway.server.verification.ArtifactCheck.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine is played by a script here, so that it can die on command; rows and files are real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerVerifierTest {
    private static final Address SOMEBODY = new Address("0x" + "11".repeat(20));
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String VIDEO = "video-360-vp9.mp4";
    private static final TrackIndex INDEX = new TrackIndex(
            TrackKind.VIDEO,
            "vp9",
            "vp09.00.21.08",
            640,
            360,
            0,
            0,
            15_360,
            1000,
            new ByteRange(0, 700),
            new ByteRange(700, 44),
            List.of(new Segment(new ByteRange(744, 256), 0, 61_440, 120, true)),
            120,
            0);

    private final DataSource source = TestDatabase.migrated().dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final SettableClock clock = new SettableClock(NOW);
    private final SealedArtifacts sealed = Stores.sealed(database, clock);
    private final StoredArtifacts visible = Stores.visible(database, clock);
    private final VerificationRows rows = new VerificationRows(database, clock);
    private final KeptAvatars avatars = new KeptAvatars();
    private final Map<PublicationId, ReviewMaterial> pictures = new ConcurrentHashMap<>();
    private final Queue<Outcome> script = new ConcurrentLinkedQueue<>();
    private final List<ArtifactCheck.Request> requests = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private final CheckedSound.Hearing hearing = new Hush();

    private Publication publication;
    private Verifier verifier;
    private volatile Hold hold = () -> {};

    /** Keeps a worker busy. */
    private interface Hold {
        void run() throws InterruptedException;
    }

    WorkerVerifierTest() {
        publication = publication(new PublicationId(UUID.randomUUID()));
        verifier = publication -> {
            throw new AssertionError("not set up");
        };
    }

    @BeforeEach
    void sealFiles() {
        script.clear();
        requests.clear();
        hold = () -> {};
        ArtifactStore store = Stores.in(folder);
        publication = publication(new PublicationId(UUID.randomUUID()));
        List<SealedArtifact> files = new ArrayList<>();
        for (Artifact artifact : publication.manifest().manifest().artifacts()) {
            files.add(new SealedArtifact(artifact, store.create(publication.id(), ".mp4")));
        }
        sealed.record(publication.id(), files);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        verifier = new WorkerVerifier(
                sealed, store, this::play, avatars, pictures::put, manifest -> hearing, rows, transactions);
    }

    private Outcome play(ArtifactCheck.Request request, CheckedSound.Hearing told) {
        assertThat(told).isSameAs(hearing);
        requests.add(request);
        try {
            hold.run();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a check", e);
        }
        assertThat(request.files())
                .hasSize(2)
                .allSatisfy((path, file) -> assertThat(Files.exists(file)).isTrue());
        return script.remove();
    }

    private static Outcome.Passed passed(List<String> checks, Map<String, TrackIndex> indexes) {
        return new Outcome.Passed(checks, indexes, Optional.empty(), new ReviewMaterial(List.of(), List.of()));
    }

    /** Plays the module that keeps authors' pictures. */
    private static final class KeptAvatars implements UploadedAvatars {
        private final Map<PublicationId, byte[]> uploaded = new ConcurrentHashMap<>();
        private final Map<PublicationId, byte[]> checked = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> uploaded(PublicationId publication) {
            return Optional.ofNullable(uploaded.get(publication));
        }

        @Override
        public void keepChecked(PublicationId publication, byte[] webp) {
            checked.put(publication, webp);
        }
    }

    private Verifier.Verdict verify() {
        return verifier.verify(publication).orElseThrow();
    }

    @Test
    void acceptedFilesBecomeVisibleWithTheirIndexes() {
        assertThat(visible.of(publication.id())).isEmpty();
        assertThat(visible.find(publication.id(), VIDEO)).isEmpty();
        script.add(passed(List.of("The hashes are right."), Map.of(VIDEO, INDEX)));

        Verifier.Verdict verdict = verify();

        assertThat(verdict).isEqualTo(new Verifier.Verdict.Accepted(List.of("The hashes are right.")));
        assertThat(visible.of(publication.id()))
                .extracting(StoredArtifact::path)
                .containsExactly("poster.webp", VIDEO);
        StoredArtifact video = visible.find(publication.id(), VIDEO).orElseThrow();
        assertThat(video.trackIndex()).isEqualTo(INDEX);
        assertThat(video.contentType()).isEqualTo("video/mp4");
        assertThat(rows.of(publication.id())).containsExactly("The hashes are right.");
        assertThat(requests.getFirst().manifest())
                .isEqualTo(publication.manifest().bytes());
    }

    @Test
    void aVerdictIsGivenOnce() {
        script.add(passed(List.of("All right."), Map.of(VIDEO, INDEX)));

        Verifier.Verdict first = verify();

        assertThat(verify()).isEqualTo(first);
        assertThat(requests).hasSize(1);
    }

    @Test
    void theAuthorsPictureIsCheckedWithTheFilesAndKeptAsItWasMadeAnew() {
        avatars.uploaded.put(publication.id(), new byte[] {1, 2, 3});
        ReviewMaterial material = new ReviewMaterial(List.of(), List.of(new StripPicture(7, "")));
        script.add(new Outcome.Passed(List.of("All right."), Map.of(), Optional.of(new byte[] {4}), material));

        verify();

        assertThat(requests.getFirst().avatar()).contains(new byte[] {1, 2, 3});
        assertThat(avatars.checked.get(publication.id())).isEqualTo(new byte[] {4});
        assertThat(pictures.get(publication.id())).isEqualTo(material);
    }

    @Test
    void aRefusedPictureCostsThePublicationAndIsNotKept() {
        avatars.uploaded.put(publication.id(), new byte[] {1, 2, 3});
        script.add(new Outcome.Refused(ProblemCode.CONTAINER_REFUSED, "The author's picture moves."));

        assertThat(verify()).isInstanceOf(Verifier.Verdict.Refused.class);
        assertThat(avatars.checked).doesNotContainKey(publication.id());
    }

    @Test
    void refusedFilesStayInvisible() {
        script.add(new Outcome.Refused(ProblemCode.HASH_DIFFERS, "poster.webp is not the file that was signed."));

        Verifier.Verdict verdict = verify();

        PublicationStatus.Reason reason =
                new PublicationStatus.Reason(ProblemCode.HASH_DIFFERS, "poster.webp is not the file that was signed.");
        assertThat(verdict).isEqualTo(new Verifier.Verdict.Refused(reason));
        assertThat(verify()).isEqualTo(verdict);
        assertThat(visible.of(publication.id())).isEmpty();
        assertThat(rows.of(publication.id())).isEmpty();
    }

    @Test
    void aWorkerThatDiesOnceIsTriedAgainAndTwiceCostsTheFile() {
        script.add(new Outcome.Died(ProblemCode.ENGINE_CRASHED, "signal 11"));
        script.add(new Outcome.Died(ProblemCode.ENGINE_TIMEOUT, "took too long"));

        assertThatExceptionOfType(Verifier.VerificationInterrupted.class)
                .isThrownBy(this::verify)
                .withMessage("signal 11");

        assertThat(verify()).isInstanceOfSatisfying(Verifier.Verdict.Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo(ProblemCode.ENGINE_TIMEOUT);
            assertThat(refused.reason().message()).contains("did not finish");
        });
    }

    @Test
    void anEndThatSaysNothingOfTheFilesNeverCountsAgainstThem() {
        for (int i = 0; i < 3; i++) {
            script.add(new Outcome.Disturbed("ended with status 143"));
            assertThatExceptionOfType(Verifier.VerificationInterrupted.class)
                    .isThrownBy(this::verify)
                    .withMessage("ended with status 143");
        }
        script.add(new Outcome.Died(ProblemCode.ENGINE_CRASHED, "signal 9"));
        assertThatExceptionOfType(Verifier.VerificationInterrupted.class).isThrownBy(this::verify);
        script.add(passed(List.of("All right."), Map.of()));

        assertThat(verify()).isInstanceOf(Verifier.Verdict.Accepted.class);
    }

    @Test
    void nobodyWaitsForAFreeWorker() throws Exception {
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);
        CountDownLatch checking = new CountDownLatch(workers);
        CountDownLatch done = new CountDownLatch(1);
        hold = () -> {
            checking.countDown();
            done.await();
        };
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verifier.Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                script.add(passed(List.of("All right."), Map.of()));
                verdicts.add(others.submit(this::verify));
            }
            assertThat(checking.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(verifier.verify(publication)).isEmpty();
            done.countDown();
            for (Future<Verifier.Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isInstanceOf(Verifier.Verdict.Accepted.class);
            }
        }
    }

    @Test
    void aSecondTryThatPassesCountsInFull() {
        script.add(new Outcome.Died(ProblemCode.ENGINE_CRASHED, "signal 9"));
        script.add(passed(List.of("All right."), Map.of()));

        assertThatExceptionOfType(Verifier.VerificationInterrupted.class).isThrownBy(this::verify);

        assertThat(verify()).isInstanceOf(Verifier.Verdict.Accepted.class);
    }

    @Test
    void longerFilmsGetMoreTime() {
        Duration tenSeconds = WorkerVerifier.limit(Manifests.small().manifest());

        assertThat(tenSeconds).isEqualTo(Duration.ofSeconds(160));
    }

    private static Publication publication(PublicationId id) {
        Terms terms = new Terms(
                1, "http://x", SOMEBODY, Terms.PLAIN_RAIL, 1, SOMEBODY, "1", 1, NOW.plusSeconds(60), 1, 1500, "rules");
        return new Publication(
                id,
                1,
                SOMEBODY,
                Manifests.small(),
                new PublicationForm("A ship", "", List.of()),
                terms,
                null,
                null,
                ContentState.VERIFYING,
                PaymentStanding.NONE,
                null,
                NOW,
                null);
    }
}
