package dev.slipway.server.authorisation;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.serving.MediaLinks;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one cell of the table needs, made for it alone: the owner's publication, and the token of who asks. */
final class Scene {
    private static final OperatorKey MODERATOR =
            OperatorKey.of(HexFormat.of().parseHex("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicReference<@Nullable PublicationId> FILM = new AtomicReference<>();
    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z-]+)}");

    private final ApplicationContext server;
    private final int port;
    private final ApiClient api;
    private final OperatorKey owner = OperatorKey.generate(RANDOM);
    private @Nullable DraftReply draft;
    private @Nullable SignatureReply signature;

    Scene(ApplicationContext server, int port, ApiClient api) {
        this.server = server;
        this.port = port;
        this.api = api;
    }

    /** Null for nobody. */
    @Nullable
    String token(Asker asker) throws IOException, InterruptedException {
        return switch (asker) {
            case NOBODY -> null;
            case OWNER -> signIn(owner);
            case STRANGER -> signIn(OperatorKey.generate(RANDOM));
            case MODERATOR -> signIn(MODERATOR);
            case OPERATOR -> signIn(SignIn.SECOND);
            case ENDED -> ended();
            case FORGED -> "slipway-access-" + random(32);
            case GRANT -> signature().grant();
            case OTHER_GRANT -> {
                Author stranger = author(OperatorKey.generate(RANDOM));
                yield api.signed(stranger, api.draft(stranger)).grant();
            }
        };
    }

    private String signIn(OperatorKey key) throws IOException, InterruptedException {
        return new SignIn(api, port, server.getBean(EthereumSignatures.class)).with(key);
    }

    private String ended() throws IOException, InterruptedException {
        String token = signIn(owner);
        int changed = server.getBean(JdbcClient.class)
                .sql("""
                        update session set access_expires_at = :now where account_id in
                            (select account_id from account_identity where subject = :wallet)""")
                .param("now", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                .param("wallet", owner.address().hex())
                .update();
        if (changed == 0) {
            throw new AssertionError("no session ended");
        }
        return token;
    }

    /** The text with what the names in it stand for. */
    String fill(String text) throws IOException, InterruptedException {
        Matcher names = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(filled, Matcher.quoteReplacement(value(names.group(1))));
        }
        return names.appendTail(filled).toString();
    }

    /** Add a case for what the address or the body of a new row needs. */
    private String value(String name) throws IOException, InterruptedException {
        return switch (name) {
            case "wallet" -> owner.address().hex();
            case "manifest" -> Manifests.small().toBase64();
            case "unsigned" -> draft().id().toString();
            case "signature" ->
                Json.STRICT.writeValueAsString(author(owner)
                        .sign(author(owner).message(draft()), draft().terms().chainId()));
            case "signed" -> signed().toString();
            case "reference" -> signature().reference().hex();
            case "hash" -> "0x" + HexFormat.of().formatHex(bytes(32));
            case "uploading" -> uploading().toString();
            case "published" -> published().toString();
            case "metadata" -> metadata(uploading());
            case "upload" -> upload(uploading());
            case "film" -> film().toString();
            case "film-file" -> server.getBean(MediaLinks.class).file(film(), "poster.webp");
            case "rejected" -> rejected().toString();
            case "case" -> reportOf(published());
            case "strike" -> strike();
            case "webhook" -> webhook();
            case "webhook-delivery" -> webhookWithDelivery();
            case "picture" -> HexFormat.of().formatHex(bytes(32)) + ",80,a test";
            case "reviewed-strip" ->
                server.getBean(MediaLinks.class).forReview(film()).strip(0);
            case "reviewed-avatar" ->
                server.getBean(MediaLinks.class).forReview(film()).avatar();
            case "listed-word" -> listedWord();
            case "listed-exception" -> listedException();
            case "fresh-word" -> word();
            case "nowhere" -> UUID.randomUUID().toString();
            default -> throw new AssertionError("nothing here is called ${" + name + "}");
        };
    }

    private Author author(OperatorKey key) {
        return new Author(server.getBean(EthereumSignatures.class), key, key.address());
    }

    private DraftReply draft() throws IOException, InterruptedException {
        DraftReply known = draft;
        if (known == null) {
            known = api.draft(author(owner));
            draft = known;
        }
        return known;
    }

    private SignatureReply signature() throws IOException, InterruptedException {
        SignatureReply known = signature;
        if (known == null) {
            known = api.signed(author(owner), draft());
            signature = known;
        }
        return known;
    }

    private PublicationId signed() throws IOException, InterruptedException {
        signature();
        return draft().id();
    }

    private PublicationId uploading() throws IOException, InterruptedException {
        PublicationId id = signed();
        Publications publications = server.getBean(Publications.class);
        if (publications.find(id).orElseThrow().content() == ContentState.DRAFT) {
            publications.changeContent(id, ContentState.UPLOADING, null);
        }
        return id;
    }

    private PublicationId published() throws IOException, InterruptedException {
        PublicationId id = signed();
        new PreparedPublications(server).show(id);
        return id;
    }

    private PublicationId rejected() throws IOException, InterruptedException {
        PublicationId id = uploading();
        Publications publications = server.getBean(Publications.class);
        if (publications.find(id).orElseThrow().content() == ContentState.UPLOADING) {
            publications.changeContent(id, ContentState.VERIFYING, null);
            publications.changeContent(
                    id,
                    ContentState.REJECTED,
                    new PublicationStatus.Reason(ProblemCode.RULES_BROKEN, "It breaks a rule."));
        }
        return id;
    }

    private String reportOf(PublicationId id) throws IOException, InterruptedException {
        api.sendJson("POST", "/api/publications/" + id + "/reports", "{\"category\":\"spam\"}");
        return server.getBean(JdbcClient.class)
                .sql("select id from review_case where publication_id = :id")
                .param("id", id.uuid())
                .query(Long.class)
                .single()
                .toString();
    }

    private String strike() {
        return server.getBean(JdbcClient.class)
                .sql("""
                        insert into author_strike (author, publication_id, category, at, ends_at)
                        values (:author, gen_random_uuid(), 'spam', now(), now() + interval '1 day') returning id""")
                .param("author", owner.address().hex())
                .query(Long.class)
                .single()
                .toString();
    }

    /** Of the owner, at an address that nobody answers. */
    private String webhook() throws IOException, InterruptedException {
        signIn(owner);
        return server.getBean(JdbcClient.class)
                .sql("""
                        insert into webhook_endpoint (id, account_id, url, scope, events, created_at)
                        select gen_random_uuid(), account_id, 'https://webhook.invalid/', 'own', '', now()
                        from account_identity where subject = :wallet returning id""")
                .param("wallet", owner.address().hex())
                .query(UUID.class)
                .single()
                .toString();
    }

    private String webhookWithDelivery() throws IOException, InterruptedException {
        String webhook = webhook();
        UUID delivery = server.getBean(JdbcClient.class)
                .sql("""
                        insert into webhook_delivery (id, endpoint_id, event, body, state, created_at)
                        values (gen_random_uuid(), :webhook, 'webhook.test', '{}', 'dead', now()) returning id""")
                .param("webhook", UUID.fromString(webhook))
                .query(UUID.class)
                .single();
        return webhook + "/deliveries/" + delivery;
    }

    /** One for all: it is everybody's, and its files are large. */
    private PublicationId film() throws IOException {
        PublicationId known = FILM.get();
        if (known == null) {
            PublicationForm form = new PublicationForm("A film", "", List.of());
            PublishedFilms films = new PublishedFilms(server);
            known = films.publish(Film.made(), form, Instant.parse("2026-11-20T10:00:00Z"));
            films.takePicture(known, Film.made());
            FILM.set(known);
        }
        return known;
    }

    private String upload(PublicationId id) throws IOException, InterruptedException {
        HttpRequest create = api.request("/api/uploads")
                .header("Authorization", "Bearer " + signature().grant())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "500")
                .header("Upload-Metadata", metadata(id))
                .POST(BodyPublishers.noBody())
                .build();
        String address = api.send(create).headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String metadata(PublicationId id) {
        return "publication " + base64(id.toString()) + ",path " + base64("poster.webp");
    }

    private String listedWord() {
        String word = word();
        server.getBean(JdbcClient.class)
                .sql("insert into banned_word (word, language, category) values (:word, 'en', 'spam')")
                .param("word", word)
                .update();
        return word;
    }

    private String listedException() {
        String word = word();
        server.getBean(JdbcClient.class)
                .sql("insert into moderation_exception (word, language) values (:word, 'en')")
                .param("word", word)
                .update();
        return word;
    }

    /** Letters alone, so that the list takes it as it is. */
    private static String word() {
        StringBuilder letters = new StringBuilder("jetsam");
        RANDOM.ints(10, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String random(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
