package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@Timeout(60)
class StatusEventsTest {
    private final ApiClient api;
    private final EthereumSignatures signatures;
    private final Publications publications;
    private Publication publication;
    private String grant = "";

    @Autowired
    StatusEventsTest(@LocalServerPort int port, EthereumSignatures signatures, Publications publications)
            throws Exception {
        this.api = new ApiClient(port);
        this.signatures = signatures;
        this.publications = publications;
        this.publication = signed();
    }

    @BeforeEach
    void sign() throws Exception {
        publication = signed();
    }

    @Test
    void theStateAsItIsComesFirstThenEachChange() throws Exception {
        try (Stream<String> lines = follow(null)) {
            Iterator<String> events = data(lines);
            assertThat(next(events).version()).isEqualTo(publication.version());
            publications.changePayment(publication.id(), standing(PaymentState.SEEN));
            PublicationStatus seen = next(events);
            assertThat(seen.version()).isEqualTo(publication.version() + 1);
            assertThat(seen.payment())
                    .isNotNull()
                    .extracting(PublicationStatus.Payment::state)
                    .isEqualTo(PaymentState.SEEN);
        }
    }

    @Test
    void whoHasSeenAVersionIsNotToldItAgain() throws Exception {
        try (Stream<String> lines = follow(Long.toString(publication.version()))) {
            Iterator<String> events = data(lines);
            publications.changePayment(publication.id(), standing(PaymentState.SEEN));
            assertThat(next(events).version()).isEqualTo(publication.version() + 1);
        }
    }

    @Test
    void theStreamEndsWhenNothingMoreHappens() throws Exception {
        Publication cancelled = publications.changeContent(publication.id(), ContentState.CANCELLED, null);
        try (Stream<String> lines = follow(null)) {
            assertThat(lines.filter(line -> line.startsWith("id:"))).containsExactly("id:" + cancelled.version());
        }
    }

    @Test
    void whoHasSeenTheEndIsToldNotToComeBack() throws Exception {
        Publication cancelled = publications.changeContent(publication.id(), ContentState.CANCELLED, null);
        HttpResponse<String> response = api.send(request(Long.toString(cancelled.version())));
        assertThat(response.statusCode()).isEqualTo(204);
    }

    /** Nothing would ever tell the server that who asked for the headers has gone. */
    @Test
    void whoAsksForTheHeadersAloneTakesNoPlace() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(request(null), (name, value) -> true)
                .HEAD()
                .build();
        for (int i = 0; i <= StatusFeed.MOST_FOLLOWERS_OF_ONE; i++) {
            HttpResponse<String> answer = api.send(head);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        }
        try (Stream<String> lines = follow(null)) {
            assertThat(next(data(lines)).version()).isEqualTo(publication.version());
        }
    }

    @Test
    void withoutTheGrantADraftHasNoEvents() throws Exception {
        HttpResponse<String> response = api.get("/api/publications/" + publication.id() + "/events");
        assertThat(ApiClient.problem(response).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    private Publication signed() throws Exception {
        Author author = new Author(signatures);
        DraftReply draft = api.draft(author);
        SignatureReply reply = api.signed(author, draft);
        grant = reply.grant();
        return publications.find(draft.id()).orElseThrow();
    }

    private Stream<String> follow(@Nullable String lastEventId) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(lastEventId), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private HttpRequest request(@Nullable String lastEventId) {
        HttpRequest.Builder request = api.request("/api/publications/" + publication.id() + "/events")
                .header("Authorization", "Bearer " + grant);
        return (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).build();
    }

    private static Iterator<String> data(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()))
                .iterator();
    }

    private static PublicationStatus next(Iterator<String> events) {
        return Json.STRICT.readValue(events.next(), PublicationStatus.class);
    }

    private static PaymentStanding standing(PaymentState state) {
        return new PaymentStanding(state, BigInteger.ZERO, 0, null);
    }
}
