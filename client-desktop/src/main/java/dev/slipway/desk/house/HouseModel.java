package dev.slipway.desk.house;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.Operator;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.settings.Settings;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.WordList;
import dev.slipway.model.moderation.WordListReply;
import dev.slipway.model.publication.HashtagsReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What the chosen server says of itself, asked for in the background and remembered: while it is away what it said last
 * counts. A server that was never reached has no price and refuses no words and no level; it judges itself when it is asked.
 */
public final class HouseModel {
    private static final Logger LOG = LoggerFactory.getLogger(HouseModel.class);
    private static final String KEPT = "house";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Set<AccessLevel> EVERY_LEVEL = Set.of(AccessLevel.values());

    private final ReadOnlyObjectWrapper<WordList> words = new ReadOnlyObjectWrapper<>(this, "words", WordList.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Prices> prices = new ReadOnlyObjectWrapper<>(this, "prices");
    private final ReadOnlyObjectWrapper<Set<AccessLevel>> accessLevels =
            new ReadOnlyObjectWrapper<>(this, "accessLevels", EVERY_LEVEL);
    private final ObservableValue<String> server;
    private final OkHttpClient http;
    private final Settings settings;
    private final Background background;
    private final InstantSource clock;
    private final CancelSignal end = new CancelSignal();
    private @Nullable HouseFacts facts;
    /** Of the facts, once it is ready. */
    private WordList list = WordList.EMPTY;

    private Instant askedAt = Instant.MIN;
    private String asked = "";
    /** The server that answered last time, as long as it does. */
    private volatile @Nullable ServerOrigin answering;

    /**
     * @param server the address that publications go to, as it is typed
     * @param kept what the settings said at the start
     */
    public HouseModel(
            ObservableValue<String> server,
            OkHttpClient http,
            Map<String, String> kept,
            Settings settings,
            Background background,
            InstantSource clock) {
        this.server = server;
        // Its own dispatcher: what it asks ends with the window, and nobody else's requests with it.
        this.http = http.newBuilder().dispatcher(new Dispatcher()).build();
        end.onCancel(() -> this.http.dispatcher().cancelAll());
        this.settings = settings;
        this.background = background;
        this.clock = clock;
        read(kept.get(KEPT)).ifPresent(before -> {
            facts = before;
            background.run(
                    () -> list(before),
                    ready -> {
                        if (before.equals(facts)) {
                            list = ready;
                            show();
                        }
                    },
                    problem -> LOG.warn("The words that were kept cannot be used: {}", problem.getMessage()));
        });
        server.subscribe(this::show);
        show();
    }

    /** Ready to be looked up in, which takes a moment: not for the window's thread. */
    private static WordList list(HouseFacts facts) {
        return WordList.of(facts.words(), facts.exceptions()).prepare();
    }

    /** That the server refuses or has looked at by a person. */
    public ReadOnlyObjectProperty<WordList> words() {
        return words.getReadOnlyProperty();
    }

    /** As offers are made now; null where nobody knows. Only the offer binds. */
    public ReadOnlyObjectProperty<@Nullable Prices> prices() {
        return prices.getReadOnlyProperty();
    }

    /** That publications there can have; every one where nobody knows, and then the server judges when it is asked. */
    public ReadOnlyObjectProperty<Set<AccessLevel>> accessLevels() {
        return accessLevels.getReadOnlyProperty();
    }

    /** The address that publications go to, as it is typed. */
    public String server() {
        return server.getValue().strip();
    }

    /** Asks the server, unless it was asked just now. */
    public void look() {
        Optional<ServerOrigin> origin = origin();
        if (origin.isEmpty()
                || asked.equals(origin.get().text()) && clock.instant().isBefore(askedAt.plus(FRESH))) {
            return;
        }
        asked = origin.get().text();
        askedAt = clock.instant();
        background.run(
                () -> {
                    HouseFacts found = ask(origin.get());
                    return new Answer(found, list(found));
                },
                this::known,
                problem -> askedAt = Instant.MIN);
    }

    /** Ends what it asks. May be called on any thread. */
    public void halt() {
        end.cancel();
    }

    /**
     * Those in use on the server that begin so, the most used first; none while it is away. Blocking.
     *
     * @param beginning in lower case
     */
    public List<String> hashtags(String beginning, int most) {
        ServerOrigin reached = answering;
        if (reached == null) {
            return List.of();
        }
        try {
            return new ServerApi(http, reached, end)
                    .hashtags(beginning, most).hashtags().stream()
                            .map(HashtagsReply.Hashtag::name)
                            .toList();
        } catch (DeskException e) {
            LOG.debug("No hashtags from {}: {}", reached, e.getMessage());
            answering = null;
            return List.of();
        }
    }

    private HouseFacts ask(ServerOrigin origin) {
        ServerApi api = new ServerApi(http, origin, end);
        Operator operator = api.operator();
        WordListReply list = api.bannedWords();
        HouseFacts found = new HouseFacts(
                origin.text(),
                operator.price(),
                operator.priceList(),
                operator.token(),
                operator.chainId(),
                list.words(),
                list.exceptions(),
                operator.granted());
        settings.put(KEPT, Json.STRICT.writeValueAsString(found));
        answering = origin;
        return found;
    }

    /** What the server said, with its words ready. */
    private record Answer(HouseFacts facts, WordList list) {}

    private void known(Answer answer) {
        facts = answer.facts();
        list = answer.list();
        show();
    }

    private void show() {
        HouseFacts said = facts;
        boolean isThisOne = said != null && origin().map(ServerOrigin::text).equals(Optional.of(said.server()));
        words.set(isThisOne ? list : WordList.EMPTY);
        prices.set(said != null && isThisOne ? said.prices().orElse(null) : null);
        accessLevels.set(said != null && isThisOne ? said.accessLevels() : EVERY_LEVEL);
    }

    private Optional<ServerOrigin> origin() {
        try {
            String typed = server.getValue();
            return typed.isBlank() ? Optional.empty() : Optional.of(ServerOrigin.parse(typed.strip()));
        } catch (DeskException e) {
            return Optional.empty();
        }
    }

    private static Optional<HouseFacts> read(@Nullable String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(Json.LENIENT.readValue(json, HouseFacts.class));
        } catch (JacksonException e) {
            LOG.warn("What a server said cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
