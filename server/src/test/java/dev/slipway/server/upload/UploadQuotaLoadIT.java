package dev.slipway.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Many wallets at many addresses open uploads at the same moment and finish none of them. The test stands for a trusted
 * proxy, so that each of them has an address of its own.
 */
@ServerTest
@Timeout(600)
@TestPropertySource(
        properties = {
            "slipway.trusted-proxies=127.0.0.1",
            "slipway.limit-write=3",
            "slipway.limit-upload=40",
            "slipway.upload-quota=" + UploadQuotaLoadIT.QUOTA,
            "slipway.upload-quota-wallet=600000",
            "slipway.upload-quota-address=1000000"
        })
class UploadQuotaLoadIT {
    static final long QUOTA = 4_000_000;
    private static final Cargo CARGO = Cargo.of(250_000);
    private static final PublicationForm FORM = Author.form();
    private static final int WALLETS_PER_ADDRESS = 3;
    private static final int PUBLICATIONS_PER_WALLET = 3;

    private final URI server;
    private final int port;
    private final EthereumSignatures signatures;
    private final PreparedPublications prepared;
    private final Publications publications;
    private final FileSweep sweep;
    private final UploadQuotas quotas;
    private final JdbcClient database;
    private final Path store;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    @Autowired
    UploadQuotaLoadIT(
            @LocalServerPort int port,
            ApplicationContext context,
            EthereumSignatures signatures,
            Publications publications,
            FileSweep sweep,
            UploadQuotas quotas,
            JdbcClient database,
            DataFolder data) {
        this.server = URI.create("http://127.0.0.1:" + port);
        this.port = port;
        this.signatures = signatures;
        this.prepared = new PreparedPublications(context);
        this.publications = publications;
        this.sweep = sweep;
        this.quotas = quotas;
        this.database = database;
        this.store = data.root().resolve("store");
    }

    @Test
    void uploadsThatNobodyFinishesNeverHoldMoreThanTheQuota() throws Exception {
        attack(16, "203.0.113.");
    }

    @Test
    @Tag("long")
    void norDoThoseOfTenTimesAsMany() throws Exception {
        attack(160, "198.18.0.");
    }

    @Test
    void whatIsLargerThanAQuotaIsRefusedBeforeItIsPaid() throws Exception {
        Author author = new Author(signatures);
        DraftRequest request =
                new DraftRequest(author.address(), Cargo.of(600_000).manifest().toBase64(), FORM);
        HttpResponse<String> answer = new ApiClient(port, "192.0.2.4")
                .sendJson("POST", "/api/publications", Json.STRICT.writeValueAsString(request));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(ApiClient.problem(answer).code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE);
        assertThat(ApiClient.problem(answer).detail()).contains("600500 bytes");
    }

    private void attack(int addresses, String network) throws Exception {
        long before = onDisk();
        List<Honest> honest = List.of(new Honest("192.0.2.1"), new Honest("192.0.2.2"));
        for (Honest author : honest) {
            author.begin();
        }
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch start = new CountDownLatch(1);
        Instant began = Instant.now();
        Samples samples;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Samples> watch = threads.submit(() -> watch(over));
            // While there is room yet: this one meets the quotas of its wallets and of its address.
            flood(new CountDownLatch(0), network + "251").call();
            List<Future<?>> attackers = new ArrayList<>();
            for (int address = 1; address <= addresses; address++) {
                String from = network + address;
                attackers.add(threads.submit(flood(start, from)));
            }
            start.countDown();
            for (Honest author : honest) {
                author.sendTheRest();
            }
            for (Future<?> attacker : attackers) {
                attacker.get();
            }
            over.set(true);
            samples = watch.get();
        }
        System.out.printf(
                "%d addresses, %d wallets, %s: answers %s; at most %d bytes on disk and %d reserved of %d, %d samples%n",
                addresses,
                addresses * WALLETS_PER_ADDRESS,
                Duration.between(began, Instant.now()),
                new TreeMap<>(answers),
                samples.disk() - before,
                samples.reserved(),
                QUOTA,
                samples.count());

        assertThat(samples.count()).as("samples").isGreaterThan(10);
        assertThat(samples.disk() - before).as("bytes on the disk at any time").isLessThanOrEqualTo(QUOTA);
        assertThat(samples.reserved()).as("bytes reserved at any time").isLessThanOrEqualTo(QUOTA);
        assertThat(samples.reserved()).as("the attack took nearly all there is").isGreaterThan(QUOTA * 9 / 10);
        assertThat(answers)
                .as("both quotas and rates were met, and nothing broke")
                .containsKeys("429 too-many-requests", "429 quota-exceeded", "507 storage-full", "201")
                .doesNotContainKey("500 internal");

        for (Honest author : honest) {
            author.complete();
        }
        long ofHonest = honest.size() * CARGO.manifest().manifest().totalBytes();
        assertThat(quotas.reserved()).as("what is complete needs no quota").isEqualTo(samples.reserved() - ofHonest);

        letTimePass();
        sweep.run(Sweeping.REAL);
        assertThat(quotas.reserved()).isZero();
        assertThat(onDisk()).as("only what was completed is left").isEqualTo(before + ofHonest);
        Honest late = new Honest("192.0.2.3");
        late.begin();
        late.sendTheRest();
        late.complete();
    }

    /** Wallets of one address: drafts that nobody pays, and paid ones of which each file is half sent. */
    private Callable<Void> flood(CountDownLatch start, String address) {
        return () -> {
            ApiClient api = new ApiClient(port, address);
            start.await();
            for (int wallet = 0; wallet < WALLETS_PER_ADDRESS; wallet++) {
                Author author = new Author(signatures);
                for (int publication = 0; publication < PUBLICATIONS_PER_WALLET; publication++) {
                    draft(api, author);
                    halfUpload(author, address);
                }
            }
            return null;
        };
    }

    private void draft(ApiClient api, Author author) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                api.sendJson("POST", "/api/publications", Json.STRICT.writeValueAsString(author.draft()));
        note(answer);
        if (answer.statusCode() == 201) {
            DraftReply draft = Json.STRICT.readValue(answer.body(), DraftReply.class);
            note(api.sign(
                    draft.id(), author.sign(author.message(draft), draft.terms().chainId())));
        }
    }

    /** Two connections ask for the same file at the same moment, which must not count twice, and one sends half of it. */
    private void halfUpload(Author author, String address) throws Exception {
        PublicationId id = paid(author);
        try (TusCalls tus = new TusCalls(server, prepared.grant(id), address);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> create =
                    () -> tus.create(id, Cargo.VIDEO, Integer.toString(CARGO.video().length));
            for (Future<HttpResponse<String>> made : both.invokeAll(List.of(create, create))) {
                note(made.get());
                if (made.get().statusCode() == 201) {
                    URI upload = URI.create(
                            made.get().headers().firstValue("Location").orElseThrow());
                    note(tus.patch(upload, 0, Arrays.copyOf(CARGO.video(), CARGO.video().length / 2)));
                }
            }
        }
    }

    private PublicationId paid(Author author) {
        PublicationId id = prepared.draft(author.address(), CARGO.manifest(), FORM, Instant.now());
        publications.changeContent(id, ContentState.UPLOADING, null);
        return id;
    }

    private void note(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 400) {
            count(Integer.toString(status));
            return;
        }
        Problem problem = ApiClient.problem(answer);
        count(status + " " + problem.code().code());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (status == 429) {
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
        }
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, key -> new LongAdder()).increment();
    }

    private void letTimePass() {
        Timestamp then = Timestamp.from(Instant.now().minus(Duration.ofDays(8)));
        database.sql("UPDATE upload SET last_activity_at = :then")
                .param("then", then)
                .update();
        database.sql("UPDATE upload_opened SET opened_at = :then")
                .param("then", then)
                .update();
    }

    /** The most of what was seen. */
    private record Samples(int count, long disk, long reserved) {}

    /** Looks as often as it can for as long as the attack goes on, and once after. */
    private Samples watch(AtomicBoolean over) {
        int count = 0;
        long disk = 0;
        long reserved = 0;
        boolean last;
        do {
            last = over.get();
            reserved = Math.max(reserved, quotas.reserved());
            disk = Math.max(disk, onDisk());
            count++;
        } while (!last);
        return new Samples(count, disk, reserved);
    }

    private long onDisk() {
        long[] bytes = {0};
        try {
            Files.walkFileTree(store, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    bytes[0] += facts.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes[0];
    }

    /** Somebody who began before the attack, or came after it, and finishes. */
    private final class Honest {
        private final PublicationId id = paid(new Author(signatures));
        private final String address;
        private final List<String> uploads = new ArrayList<>();

        Honest(String address) {
            this.address = address;
        }

        void begin() throws IOException, InterruptedException {
            try (TusCalls tus = calls()) {
                uploads.add(tus.created(id, Cargo.VIDEO, CARGO.video().length).toString());
                uploads.add(tus.created(id, Cargo.POSTER, CARGO.poster().length).toString());
            }
        }

        /** In pieces, as over a slow line. */
        void sendTheRest() throws IOException, InterruptedException {
            try (TusCalls tus = calls()) {
                int piece = CARGO.video().length / 10;
                for (int at = 0; at < CARGO.video().length; at += piece) {
                    byte[] bytes = Arrays.copyOfRange(CARGO.video(), at, at + piece);
                    assertThat(tus.patch(URI.create(uploads.getFirst()), at, bytes)
                                    .statusCode())
                            .isEqualTo(204);
                }
                assertThat(tus.patch(URI.create(uploads.getLast()), 0, CARGO.poster())
                                .statusCode())
                        .isEqualTo(204);
            }
        }

        void complete() throws IOException, InterruptedException {
            try (TusCalls tus = calls()) {
                String[] ids =
                        uploads.stream().map(URI::create).map(TusCalls::id).toArray(String[]::new);
                assertThat(tus.complete(id, ids).statusCode()).isEqualTo(202);
            }
        }

        private TusCalls calls() {
            return new TusCalls(server, prepared.grant(id), address);
        }
    }
}
