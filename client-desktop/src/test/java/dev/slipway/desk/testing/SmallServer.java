package dev.slipway.desk.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.WordListReply;
import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.HashtagsReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.signing.TermsMessage;
import dev.slipway.model.signing.TypedData;
import dev.slipway.model.terms.Terms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The server's side of the protocol, in memory and by the book; what it finds wrong it answers with its problem. */
public final class SmallServer implements AutoCloseable {
    private static final BigInteger PRICE = BigInteger.valueOf(2_000);

    private final HttpServer http;
    private final SmallChain chain = new SmallChain();
    private final LocalSigner operator = LocalSigner.random(new SecureRandom());
    private final InstantSource clock;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private UnaryOperator<Terms> terms = UnaryOperator.identity();
    private Signer termsSigner = operator;
    private int reviews;
    private List<AccessLevel> granted = List.of(AccessLevel.PUBLIC, AccessLevel.UNLISTED);

    private static final class Draft {
        private final PublicationId id = new PublicationId(UUID.randomUUID());
        private final Bytes32 nonce = Bytes32.of(SecureRandom.getSeed(32));
        private final DraftRequest request;
        private final SignedManifest manifest;
        private final Terms terms;
        private final Map<String, ByteArrayOutputStream> uploads = new LinkedHashMap<>();
        private @Nullable Bytes32 reference;
        private byte[] avatar = {};
        private boolean complete;
        private int reviewed;
        private int looks;

        Draft(DraftRequest request, Terms terms) {
            this.request = request;
            this.manifest = SignedManifest.fromBase64(request.manifest());
            this.terms = terms;
        }
    }

    private SmallServer(InstantSource clock) throws IOException {
        this.clock = clock;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/rpc", chain::answer);
        http.createContext("/api/", this::answer);
        http.start();
    }

    public static SmallServer start(InstantSource clock) throws IOException {
        return new SmallServer(clock);
    }

    public SmallChain chain() {
        return chain;
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on offers are changed this way before they are signed. */
    public void offer(UnaryOperator<Terms> change) {
        terms = change;
    }

    /** From now on offers may be paid over that contract. */
    public void offerRouter(Address router) {
        terms = plain -> new Terms(
                plain.version(),
                plain.audience(),
                plain.operator(),
                Terms.ROUTER_RAIL,
                plain.chainId(),
                plain.recipient(),
                router,
                plain.price(),
                plain.confirmations(),
                plain.expiresAt(),
                plain.hostingDays(),
                plain.uploadBytes(),
                plain.rules());
    }

    /** From now on publications can have these levels. */
    public void grant(List<AccessLevel> levels) {
        granted = List.copyOf(levels);
    }

    /** A person looks at what is complete, for so many looks of the desk. */
    public void review(int looks) {
        reviews = looks;
    }

    /** From now on offers are signed by somebody else. */
    public void signTermsWith(Signer signer) {
        termsSigner = signer;
    }

    public synchronized int published() {
        return (int) drafts.values().stream().filter(draft -> draft.complete).count();
    }

    public synchronized List<PublicationForm> forms() {
        return drafts.values().stream().map(draft -> draft.request.form()).toList();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Object body = route(exchange);
            if (exchange.getRequestURI().getPath().endsWith("/events")) {
                String event = ": hello\n\nid: 1\ndata: " + Json.STRICT.writeValueAsString(body) + "\n\n";
                reply(exchange, 200, "text/event-stream", event.getBytes(StandardCharsets.UTF_8));
                return;
            }
            reply(
                    exchange,
                    200,
                    "application/json",
                    body instanceof byte[] raw ? raw : Json.STRICT.writeValueAsBytes(body));
        } catch (Refused e) {
            Problem problem = Problem.of(e.code, "refused: " + e.code, List.of());
            reply(exchange, e.code.status(), "application/problem+json", Json.STRICT.writeValueAsBytes(problem));
        }
    }

    private synchronized Object route(HttpExchange exchange) throws IOException {
        String[] path =
                exchange.getRequestURI().getPath().substring("/api/".length()).split("/");
        String call = exchange.getRequestMethod() + " " + path[0] + (path.length > 2 ? " " + path[2] : "");
        return switch (call) {
            case "GET operator" ->
                Map.of(
                        "address",
                        operator.address(),
                        "audience",
                        url(),
                        "chainId",
                        31337,
                        "chainRpc",
                        url() + "/rpc",
                        "price",
                        PRICE.toString(),
                        "accessLevels",
                        granted);
            case "GET moderation" -> new WordListReply(List.of(new BannedWord("casino", "en", "gambling", null)), null);
            case "GET hashtags" ->
                new HashtagsReply(
                        List.of(new HashtagsReply.Hashtag("city", 7), new HashtagsReply.Hashtag("Citadel", 2)));
            case "PUT publications avatar" -> avatar(exchange, granted(exchange, find(path[1])));
            case "POST publications" -> draft(read(exchange, DraftRequest.class));
            case "PUT publications signature" -> sign(find(path[1]), read(exchange, SignatureRequest.class));
            case "GET publications", "GET publications events" -> status(granted(exchange, find(path[1])));
            case "POST publications payment" -> Map.of("seen", granted(exchange, find(path[1])).complete);
            case "POST publications complete" -> complete(granted(exchange, find(path[1])));
            case "POST uploads", "HEAD uploads", "PATCH uploads" -> upload(exchange, path);
            default -> throw new Refused(ProblemCode.NOT_FOUND);
        };
    }

    private DraftReply draft(DraftRequest request) {
        if (!granted.contains(request.form().access())) {
            throw new Refused(ProblemCode.INVALID_FORM);
        }
        long bytes = SignedManifest.fromBase64(request.manifest()).manifest().totalBytes();
        Terms offer = terms.apply(new Terms(
                Terms.VERSION,
                url(),
                operator.address(),
                Terms.PLAIN_RAIL,
                31337,
                new Address("0x" + "51".repeat(20)),
                PRICE.toString(),
                2,
                clock.instant().plus(Duration.ofHours(1)),
                365,
                bytes,
                "none"));
        Draft draft = new Draft(request, offer);
        drafts.put(draft.id.toString(), draft);
        TypedData data = new TermsMessage(draft.id, draft.nonce, offer.hash()).typedData(offer.chainId());
        return new DraftReply(draft.id, draft.nonce, offer, termsSigner.sign(data));
    }

    private SignatureReply sign(Draft draft, SignatureRequest request) {
        if (!clock.instant().isBefore(draft.terms.expiresAt())) {
            throw new Refused(ProblemCode.TERMS_EXPIRED);
        }
        PublishMessage message = new PublishMessage(
                url(),
                draft.id,
                draft.nonce,
                draft.request.author(),
                draft.manifest.hash(),
                draft.request.form().hash(),
                draft.terms.hash(),
                request.refundTo(),
                request.salt(),
                request.deadline());
        Bytes32 reference = Eip712.digest(message.typedData(31337));
        if (!Eip712.recover(reference, request.signature()).equals(java.util.Optional.of(draft.request.author()))) {
            throw new Refused(ProblemCode.SIGNATURE_INVALID);
        }
        draft.reference = reference;
        return new SignatureReply(reference, "grant-" + draft.id);
    }

    private PublicationStatus status(Draft draft) {
        boolean paid = isPaid(draft);
        BigInteger came = draft.reference == null ? BigInteger.ZERO : chain.paidFor(draft.reference);
        PaymentState unpaid = came.compareTo(PRICE) >= 0 && isOver(draft)
                ? PaymentState.LATE
                : came.signum() > 0 && came.compareTo(PRICE) < 0 ? PaymentState.PARTIAL : PaymentState.AWAITING;
        Bytes32 failed = draft.reference == null || came.signum() > 0
                ? null
                : chain.failedFor(draft.reference).orElse(null);
        PublicationStatus.Payment payment = new PublicationStatus.Payment(
                failed != null ? PaymentState.REVERTED : paid ? PaymentState.CONFIRMED : unpaid,
                draft.reference,
                PRICE.toString(),
                came.toString(),
                2,
                2,
                failed);
        boolean isInReview = draft.complete && draft.reviewed < reviews;
        draft.reviewed += isInReview ? 1 : 0;
        ContentState content = draft.complete
                ? isInReview ? ContentState.MODERATING : ContentState.PUBLISHED
                : paid ? ContentState.UPLOADING : isOver(draft) ? ContentState.EXPIRED : ContentState.DRAFT;
        return new PublicationStatus(
                draft.id,
                1,
                draft.request.form(),
                content,
                clock.instant(),
                null,
                null,
                payment,
                List.of(),
                isInReview ? new PublicationStatus.Reason(ProblemCode.IN_REVIEW, "A person looks at it.") : null,
                draft.complete && !isInReview ? url() + "/watch/" + draft.id : null,
                null);
    }

    /** An hour after the offer's end nothing opens it any more. */
    private boolean isOver(Draft draft) {
        return draft.looks == 0
                && clock.instant().isAfter(draft.terms.expiresAt().plus(Duration.ofHours(1)));
    }

    /** As a real server it sees a payment a little after it was made: not at the first looks. */
    private boolean isPaid(Draft draft) {
        if (isOver(draft)) {
            return false;
        }
        if (draft.reference != null && chain.paidFor(draft.reference).compareTo(PRICE) >= 0) {
            draft.looks++;
        }
        return draft.looks > 3;
    }

    private Map<String, Object> complete(Draft draft) {
        for (Artifact artifact : draft.manifest.manifest().artifacts()) {
            ByteArrayOutputStream came = draft.uploads.get(artifact.path());
            if (came == null || !Hex.plain(Sha256.of(came.toByteArray())).equals(artifact.sha256())) {
                throw new Refused(ProblemCode.HASH_DIFFERS);
            }
        }
        Profile profile = draft.request.form().profileOrEmpty();
        if (profile.avatar() != null
                && !profile.incognito()
                && !Hex.plain(Sha256.of(draft.avatar)).equals(profile.avatar().sha256())) {
            throw new Refused(ProblemCode.UPLOAD_INCOMPLETE);
        }
        draft.complete = true;
        return Map.of();
    }

    private Map<String, Object> avatar(HttpExchange exchange, Draft draft) throws IOException {
        if (!isPaid(draft) || draft.request.form().profileOrEmpty().incognito()) {
            throw new Refused(ProblemCode.WRONG_STATE);
        }
        if (!Avatar.MEDIA_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new Refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        draft.avatar = exchange.getRequestBody().readAllBytes();
        return Map.of();
    }

    /** tus: creation binds {@code publication/path}; that is the upload's id, with a dot for the slash. */
    private Object upload(HttpExchange exchange, String[] path) throws IOException {
        boolean create = path.length == 1;
        String[] id = create ? metadata(exchange) : path[1].split("\\.", 2);
        Draft draft = granted(exchange, find(id[0]));
        if (!isPaid(draft)) {
            throw new Refused(ProblemCode.PAYMENT_REQUIRED);
        }
        ByteArrayOutputStream file = draft.uploads.computeIfAbsent(id[1], name -> new ByteArrayOutputStream());
        if (exchange.getRequestMethod().equals("PATCH")) {
            if (!exchange.getRequestHeaders().getFirst("Upload-Offset").equals(Integer.toString(file.size()))) {
                throw new Refused(ProblemCode.UPLOAD_MISMATCH);
            }
            exchange.getRequestBody().transferTo(file);
        }
        exchange.getResponseHeaders().set("Location", url() + "/api/uploads/" + id[0] + "." + id[1]);
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(file.size()));
        return new byte[0];
    }

    private static String[] metadata(HttpExchange exchange) {
        String[] members =
                exchange.getRequestHeaders().getFirst("Upload-Metadata").split(",");
        return new String[] {decode(members[0]), decode(members[1])};
    }

    private static String decode(String member) {
        return new String(Base64.getDecoder().decode(member.split(" ")[1]), StandardCharsets.UTF_8);
    }

    private Draft find(String id) {
        Draft draft = drafts.get(id);
        if (draft == null) {
            throw new Refused(ProblemCode.NOT_FOUND);
        }
        return draft;
    }

    private static Draft granted(HttpExchange exchange, Draft draft) {
        if (!("Bearer grant-" + draft.id).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw new Refused(ProblemCode.UNAUTHORIZED);
        }
        return draft;
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        return Json.STRICT.readValue(exchange.getRequestBody().readAllBytes(), type);
    }
}
