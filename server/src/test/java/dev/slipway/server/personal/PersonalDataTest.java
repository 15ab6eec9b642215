package dev.slipway.server.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.identity.AccountReply;
import dev.slipway.model.identity.ErasureReply;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two people with all that the server can keep about them. Only one is called Pelagia: every column is searched for her. */
@ServerTest
class PersonalDataTest {
    private final ApplicationContext server;
    private final JdbcClient database;
    private final EveryColumn columns;
    private final ApiClient api;
    private final int port;
    private final People.Someone pelagia;
    private final People.Someone hugo;

    @Autowired
    PersonalDataTest(ApplicationContext server, JdbcClient database, @LocalServerPort int port)
            throws IOException, InterruptedException {
        this.server = server;
        this.database = database;
        this.columns = new EveryColumn(database);
        this.port = port;
        this.api = new ApiClient(port);
        People people = new People(server, database, api, port);
        this.pelagia = people.make("Pelagia");
        this.hugo = people.make("Hugo");
    }

    @Test
    void theExportHasAllThatIsKept() throws Exception {
        HttpResponse<String> answer = api.get("/api/account/export", pelagia.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("slipway-account.json");

        JsonNode export = Json.LENIENT.readTree(answer.body());
        assertThat(export.at("/account/identities/0/subject").asString()).isEqualTo(pelagia.wallet());
        assertThat(export.at("/account/sessions")).hasSize(1);
        assertThat(export.at("/publications")).hasSize(1);
        assertThat(export.at("/publications/0/id").asString())
                .isEqualTo(pelagia.publication().toString());
        assertThat(export.at("/publications/0/form/title").asString()).isEqualTo("A ship");
        assertThat(export.at("/publications/0/content").asString()).isEqualTo("published");
        assertThat(export.at("/records/author/0/name").asString()).isEqualTo("Pelagia");
        assertThat(export.at("/records/author/0/avatar").asString()).isEqualTo("UGVsYWdpYQ==");
        assertThat(export.at("/records/payments/0/transactionHash").asString())
                .isEqualTo(pelagia.transaction().hex());
        assertThat(export.at("/records/payments/0/amount").asString()).isEqualTo("1000");
        assertThat(export.at("/records/review/0/category").asString()).isEqualTo("spam");
        assertThat(export.at("/records/review/1/text").asString()).isEqualTo("Pelagia did nothing wrong");
        assertThat(export.at("/records/review/2/message").asString()).isEqualTo("Pelagia sells");
    }

    @Test
    void nothingOfSomebodyElseAndNoSecretIsInIt() throws Exception {
        // A draft that somebody made in Pelagia's name, and did not sign, is not hers.
        String foreign = Json.STRICT
                .readValue(
                        api.sendJson(
                                        "POST",
                                        "/api/publications",
                                        Json.STRICT.writeValueAsString(new Author(
                                                        server.getBean(EthereumSignatures.class),
                                                        hugo.key(),
                                                        pelagia.key().address())
                                                .draft()))
                                .body(),
                        DraftReply.class)
                .id()
                .toString();
        String export = api.get("/api/account/export", pelagia.token()).body();

        assertThat(export)
                .doesNotContain(
                        hugo.wallet(),
                        hugo.publication().toString(),
                        hugo.reference().hex(),
                        hugo.transaction().hex(),
                        "Hugo",
                        foreign)
                .doesNotContain(pelagia.token(), "slipway-access-", "slipway-refresh-");
        List<String> hashes = database.sql("select access_hash from session union select refresh_hash from session")
                .query(String.class)
                .list();
        assertThat(hashes)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(hash -> assertThat(export).doesNotContain(hash));
    }

    @Test
    void whoDoesNotMeanItKeepsEverything() throws Exception {
        for (String wallet : List.of(hugo.wallet(), "0x" + "00".repeat(20))) {
            HttpResponse<String> refused = erase(pelagia, "{\"confirmWallet\":\"" + wallet + "\"}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.INVALID_FORM);
        }
        for (String body : List.of("{}", "", "{\"confirmWallet\":true}", "{\"confirmWallet\":null}")) {
            assertThat(erase(pelagia, body).statusCode()).as(body).isEqualTo(400);
        }
        HttpRequest form = api.request("/api/account")
                .header("Authorization", "Bearer " + pelagia.token())
                .header("Content-Type", "text/plain")
                .method("DELETE", BodyPublishers.ofString(meant(pelagia)))
                .build();
        assertThat(api.send(form).statusCode()).isEqualTo(415);
        assertThat(columns.that(pelagia.wallet())).contains("author.address", "publication.author");
    }

    @Test
    void anErasedPersonIsNowhereButWhereMoneyGoes() throws Exception {
        String hugosBefore =
                withoutTime(api.get("/api/account/export", hugo.token()).body());
        String id = account(pelagia).id().toString();

        HttpResponse<String> answer = erase(pelagia, meant(pelagia));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Json.STRICT.readValue(answer.body(), ErasureReply.class).publications())
                .isEqualTo(1);

        assertThat(columns.that(pelagia.wallet())).containsExactly("payment_credit.payer", "publication.refund_to");
        assertThat(columns.that("Pelagia")).isEmpty();
        assertThat(columns.that("pelagia.example")).isEmpty();
        assertThat(columns.that("pelagiasails"))
                .as("a hashtag that nobody else has")
                .isEmpty();
        assertThat(columns.that("hugosails")).contains("hashtag.name");
        assertThat(columns.that(id)).isEmpty();
        assertThat(api.get("/api/account", pelagia.token()).statusCode()).isEqualTo(401);
        assertThat(api.get("/watch/" + pelagia.publication()).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/publications/" + pelagia.publication()).statusCode())
                .isEqualTo(404);
        assertThat(api.get("/").body()).doesNotContain(pelagia.publication().toString());

        assertThat(withoutTime(api.get("/api/account/export", hugo.token()).body()))
                .isEqualTo(hugosBefore);
    }

    @Test
    void theFilesGoTooAndSomebodyElsesStay() throws Exception {
        assertThat(isStored(pelagia)).isTrue();
        erase(pelagia, meant(pelagia));
        Await.until("the deletion of the files", () -> isStored(pelagia), stored -> !stored);
        assertThat(isStored(hugo)).isTrue();
    }

    @Test
    void moneyThatComesLaterStillFindsWhereToGoBack() throws Exception {
        erase(pelagia, meant(pelagia));

        Publications publications = server.getBean(Publications.class);
        Publication left = publications.findByReference(pelagia.reference()).orElseThrow();
        assertThat(left.content()).isEqualTo(ContentState.DELETED);
        assertThat(left.form()).isEqualTo(new PublicationForm("(erased)", null, null));
        assertThat(api.get(
                                "/api/publications/" + pelagia.publication(),
                                new PreparedPublications(server).grant(pelagia.publication()))
                        .body())
                .contains("(erased)");
        assertThat(left.author().hex()).isEqualTo("0x" + "00".repeat(20));
        assertThat(publications.refundAddresses(Set.of(pelagia.reference())))
                .isEqualTo(Map.of(pelagia.reference(), pelagia.key().address()));
    }

    /** What was refused, or never came, is owed back all the same: erasing is no way to lose it. */
    @ParameterizedTest
    @CsvSource({"rejected, rules-broken, 0", "rejected, text-refused, 0", "expired, upload-incomplete, 1"})
    void whatIsOwedBackIsOwedToWhoIsErased(String state, String code, int abandoned) throws Exception {
        database.sql("""
                        update publication set content = :state, problem_code = :code, problem_message = 'Pelagia did it',
                            published_at = null where id = :id""")
                .param("state", state)
                .param("code", code)
                .param("id", pelagia.publication().uuid())
                .update();
        assertThat(erase(pelagia, meant(pelagia)).statusCode()).isEqualTo(200);

        Publication left =
                server.getBean(Publications.class).find(pelagia.publication()).orElseThrow();
        assertThat(left.content()).isEqualTo(ContentState.DELETED);
        assertThat(left.isAbandoned()).isEqualTo(abandoned == 1);
        assertThat(left.isRefused()).isEqualTo(abandoned == 0);
        assertThat(columns.that("Pelagia did it")).isEmpty();
    }

    @Test
    void nothingIsOwedForWhatWasNeitherRefusedNorMissing() throws Exception {
        erase(pelagia, meant(pelagia));
        Publication left =
                server.getBean(Publications.class).find(pelagia.publication()).orElseThrow();
        assertThat(left.isRefused()).isFalse();
        assertThat(left.isAbandoned()).isFalse();
    }

    @Test
    void whoComesBackIsSomebodyNew() throws Exception {
        AccountReply before = account(pelagia);
        erase(pelagia, meant(pelagia));

        String token = new SignIn(api, port, server.getBean(EthereumSignatures.class)).with(pelagia.key());
        JsonNode export =
                Json.LENIENT.readTree(api.get("/api/account/export", token).body());
        assertThat(export.at("/account/id").asString()).isNotEqualTo(before.id().toString());
        assertThat(export.at("/publications")).isEmpty();
        assertThat(export.at("/records/author")).isEmpty();
        assertThat(export.at("/records/payments")).isEmpty();
        assertThat(api.send(deletion(token, meant(pelagia))).statusCode()).isEqualTo(200);
    }

    /** Erasing is no way out of a suspension: what runs is kept, as a keyed hash, until it ends. */
    @Test
    void strikesThatRunOutliveTheAccountAndNothingElseOfThemDoes() throws Exception {
        strike(pelagia, "now() + interval '60 days'");
        strike(pelagia, "now() + interval '30 days'");
        strike(pelagia, "now() - interval '1 day'");
        erase(pelagia, meant(pelagia));
        assertThat(columns.that(pelagia.wallet())).containsExactly("payment_credit.payer", "publication.refund_to");

        HttpResponse<String> refused = sign(pelagia);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.AUTHOR_SUSPENDED);
        assertThat(sign(hugo).statusCode()).as("of somebody else").isEqualTo(200);

        String token = new SignIn(api, port, server.getBean(EthereumSignatures.class)).with(pelagia.key());
        JsonNode export =
                Json.LENIENT.readTree(api.get("/api/account/export", token).body());
        assertThat(export.at("/records/review")).hasSize(3);
        assertThat(export.at("/records/review/0/strikeEndsAt").asString()).isNotEmpty();
        assertThat(api.send(deletion(token, meant(pelagia))).statusCode()).isEqualTo(200);
        assertThat(sign(pelagia).statusCode()).as("erased once more").isEqualTo(403);

        database.sql(
                        "update kept_strike set ends_at = now() - interval '1 second' where ends_at < now() + interval '40 days'")
                .update();
        assertThat(sign(pelagia).statusCode()).isEqualTo(200);
    }

    private void strike(People.Someone someone, String end) {
        database.sql("""
                        insert into author_strike (author, publication_id, category, at, ends_at)
                        values (:author, gen_random_uuid(), 'spam', now(), """ + end + ")").param("author", someone.wallet()).update();
    }

    private HttpResponse<String> sign(People.Someone someone) throws IOException, InterruptedException {
        Author author = new Author(
                server.getBean(EthereumSignatures.class),
                someone.key(),
                someone.key().address());
        DraftReply draft = api.draft(author);
        return api.sign(
                draft.id(), author.sign(author.message(draft), draft.terms().chainId()));
    }

    @ParameterizedTest
    @EnumSource
    void aPublicationGoesFromWhateverStateItIsIn(ContentState state) throws Exception {
        database.sql("update publication set content = :state where id = :id")
                .param("state", state.text())
                .param("id", pelagia.publication().uuid())
                .update();
        assertThat(erase(pelagia, meant(pelagia)).statusCode()).isEqualTo(200);
        assertThat(database.sql("select content from publication where id = :id")
                        .param("id", pelagia.publication().uuid())
                        .query(String.class)
                        .single())
                .isEqualTo("deleted");
        assertThat(columns.that(pelagia.wallet())).containsExactly("payment_credit.payer", "publication.refund_to");
    }

    /** A server that dies in the middle has erased nothing, and has promised no deletion of files. */
    @Test
    void itHappensWholeOrNotAtAll() throws Exception {
        AccountReply account = account(pelagia);
        Set<String> before = columns.that(pelagia.wallet());
        server.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            server.getBean(PersonalData.class)
                    .erase(new Caller(account.id(), account.wallets(), Set.copyOf(account.roles())));
            assertThat(jobs()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(columns.that(pelagia.wallet())).isEqualTo(before);
        assertThat(jobs()).isZero();
        assertThat(api.get("/api/account", pelagia.token()).statusCode()).isEqualTo(200);
        assertThat(isStored(pelagia)).isTrue();
    }

    @Test
    void whoSignsInAtThatMomentIsSomebodyNewToo() throws Exception {
        AccountReply account = account(pelagia);
        CompletableFuture<String> token = new CompletableFuture<>();
        server.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            server.getBean(PersonalData.class)
                    .erase(new Caller(account.id(), account.wallets(), Set.copyOf(account.roles())));
            Thread.ofVirtual().start(() -> {
                try {
                    token.complete(new SignIn(api, port, server.getBean(EthereumSignatures.class)).with(pelagia.key()));
                } catch (IOException | InterruptedException | RuntimeException e) {
                    token.completeExceptionally(e);
                }
            });
            Await.until("somebody who waits for the account", this::waiting, waiting -> waiting > 0);
        });

        String answer = api.get("/api/account", token.get(30, TimeUnit.SECONDS)).body();
        assertThat(Json.STRICT.readValue(answer, AccountReply.class).id()).isNotEqualTo(account.id());
    }

    /** Who wants a row that another transaction has changed; unlike the list of sessions this is never a snapshot. */
    private int waiting() {
        return database.sql(
                        "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")
                .query(Integer.class)
                .single();
    }

    private int jobs() {
        return database.sql(
                        "select count(*) from scheduled_tasks where task_name = 'sweep-publication' and task_instance = :id")
                .param("id", pelagia.publication().toString())
                .query(Integer.class)
                .single();
    }

    private boolean isStored(People.Someone someone) {
        Path data = Path.of(server.getEnvironment().getRequiredProperty("slipway.data"));
        try (Stream<Path> files = Files.walk(data)) {
            String name = Path.of(someone.file().toString()).getFileName().toString();
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (IOException | UncheckedIOException changing) {
            // A folder went while it was walked: somebody deletes, and the next look tells more.
            return true;
        }
    }

    private AccountReply account(People.Someone someone) throws IOException, InterruptedException {
        return Json.STRICT.readValue(api.get("/api/account", someone.token()).body(), AccountReply.class);
    }

    private static String withoutTime(String export) {
        return export.replaceFirst("\"exportedAt\":\"[^\"]*\"", "");
    }

    private static String meant(People.Someone someone) {
        return "{\"confirmWallet\":\"" + someone.wallet() + "\"}";
    }

    private HttpResponse<String> erase(People.Someone someone, String body) throws IOException, InterruptedException {
        return api.send(deletion(someone.token(), body));
    }

    private HttpRequest deletion(String token, String body) {
        return api.request("/api/account")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body))
                .build();
    }
}
