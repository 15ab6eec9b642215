package dev.slipway.desk.server;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.moderation.WordListReply;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.publication.CompleteRequest;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.HashtagsReply;
import dev.slipway.model.publication.PaymentHint;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The server's REST resources. Blocking; each call throws {@link ServerProblem} when the server refuses and {@code
 * server-unreachable} when it stays away over a few tries.
 */
public final class ServerApi {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ServerOrigin origin;
    private final HttpExchange exchange;
    private final StatusEvents events;

    public ServerApi(OkHttpClient http, ServerOrigin origin, CancelSignal cancel) {
        this.origin = origin;
        this.exchange = new HttpExchange(http, origin, cancel);
        this.events = new StatusEvents(http);
    }

    public ServerOrigin origin() {
        return origin;
    }

    public Operator operator() {
        Request request = new Request.Builder().url(api("operator")).build();
        return exchange.read(exchange.repeatable(request), Operator.class);
    }

    /** What the server refuses in texts. */
    public WordListReply bannedWords() {
        Request request = new Request.Builder()
                .url(origin.path("api", "moderation", "words").build())
                .build();
        return exchange.read(exchange.repeatable(request), WordListReply.class);
    }

    /** Those of published videos that begin so, the most used first. */
    public HashtagsReply hashtags(String beginning, int most) {
        Request request = new Request.Builder()
                .url(origin.path("api", "hashtags")
                        .addQueryParameter("prefix", beginning)
                        .addQueryParameter("limit", Integer.toString(most))
                        .build())
                .build();
        return exchange.read(exchange.repeatable(request), HashtagsReply.class);
    }

    public ReceivedDraft createDraft(DraftRequest draft) {
        Request request =
                new Request.Builder().url(api("publications")).post(body(draft)).build();
        try {
            return ReceivedDraft.parse(new String(exchange.unrepeated(request), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new DeskException(
                    ProblemCode.SERVER_UNREACHABLE,
                    "The server at " + origin + " answers a draft with something that is no offer.",
                    e);
        }
    }

    public SignatureReply sign(PublicationId id, SignatureRequest signature) {
        Request request = new Request.Builder()
                .url(publication(id, "signature"))
                .put(body(signature))
                .build();
        return exchange.read(exchange.repeatable(request), SignatureReply.class);
    }

    /** @param grant null asks for what everyone may see, which is only there once it is published */
    public PublicationStatus status(PublicationId id, @Nullable String grant) {
        Request request = authorized(publication(id), grant).build();
        return exchange.read(exchange.repeatable(request), PublicationStatus.class);
    }

    public void hintPayment(PublicationId id, String grant, Bytes32 transactionHash) {
        exchange.repeatable(authorized(publication(id, "payment"), grant)
                .post(body(new PaymentHint(transactionHash)))
                .build());
    }

    public void complete(PublicationId id, String grant, List<String> uploads) {
        exchange.repeatable(authorized(publication(id, "complete"), grant)
                .post(body(new CompleteRequest(uploads)))
                .build());
    }

    /** @param webp the bytes whose hash the signed form names */
    public void putAvatar(PublicationId id, String grant, byte[] webp) {
        exchange.repeatable(authorized(publication(id, "avatar"), grant)
                .put(RequestBody.create(webp, MediaType.get(Avatar.MEDIA_TYPE)))
                .build());
    }

    StatusEvents.Stream events(PublicationId id, String grant) throws java.io.IOException {
        return events.open(authorized(publication(id, "events"), grant));
    }

    private HttpUrl api(String resource) {
        return origin.path("api", resource).build();
    }

    private HttpUrl publication(PublicationId id, String... more) {
        HttpUrl.Builder url = origin.path("api", "publications", id.toString());
        for (String segment : more) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private static Request.Builder authorized(HttpUrl url, @Nullable String grant) {
        Request.Builder request = new Request.Builder().url(url);
        return grant == null ? request : request.header("Authorization", "Bearer " + grant);
    }

    private static RequestBody body(Object value) {
        return RequestBody.create(Json.STRICT.writeValueAsBytes(value), JSON);
    }
}
