package dev.slipway.desk.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.server.Operator;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.moderation.AllowedWord;
import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.terms.PriceList;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseModelTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final Database database;
    private final SmallServer server;
    private final SimpleStringProperty address = new SimpleStringProperty("");

    HouseModelTest(@TempDir Path folder) throws IOException {
        database = Database.open(folder.resolve("desk.db"));
        server = SmallServer.start(() -> TIME);
    }

    @AfterEach
    void close() {
        background.close();
        database.close();
        server.close();
    }

    @Test
    void noServerGivesMoreWordsThanAListMayHave() {
        List<BannedWord> endless =
                Collections.nCopies(WordRules.MAX_ROWS + 1, new BannedWord("casino", "en", "gambling", null));
        List<AllowedWord> exceptions =
                Collections.nCopies(WordRules.MAX_ROWS + 1, new AllowedWord("casino royale", "en"));
        HouseFacts facts = new HouseFacts("https://video.example", "1", null, null, 1, endless, exceptions, null);

        assertThat(facts.words()).hasSize(WordRules.MAX_ROWS);
        assertThat(facts.exceptions()).hasSize(WordRules.MAX_ROWS);
    }

    @Test
    void whatTheServerSaysIsKnownAndRememberedWhileItIsAway() {
        HouseModel model = open();
        address.set(server.url());
        model.look();
        ui.await(() -> model.prices().get() != null);
        assertThat(model.prices().get()).isEqualTo(new Prices(PriceList.of(BigInteger.valueOf(2_000)), Money.COIN));
        assertThat(model.words().get().in("title", "A cas1no")).isNotEmpty();
        assertThat(model.accessLevels().get()).containsOnly(AccessLevel.PUBLIC, AccessLevel.UNLISTED);
        assertThat(words(model, 0, null)).startsWith("Publishing costs 0.000000000000002 ETH at " + server.url());

        server.close();
        HouseModel later = open();
        assertThat(later.prices().get()).isEqualTo(new Prices(PriceList.of(BigInteger.valueOf(2_000)), Money.COIN));
        ui.await(() -> !later.words().get().words().isEmpty());
        assertThat(later.words().get().in("title", "A casino")).isNotEmpty();
        assertThat(later.accessLevels().get()).containsOnly(AccessLevel.PUBLIC, AccessLevel.UNLISTED);
    }

    @Test
    void whatOneServerSaysDoesNotCountForAnother() {
        HouseModel model = open();
        address.set(server.url());
        model.look();
        ui.await(() -> model.prices().get() != null);

        address.set("https://another.example");
        assertThat(model.accessLevels().get())
                .as("nobody knows, and it judges itself")
                .containsOnly(AccessLevel.values());
        assertThat(model.prices().get()).isNull();
        assertThat(model.words().get().in("title", "A casino")).isEmpty();
    }

    @Test
    void addressesThatAreNoneAreNotAsked() {
        HouseModel model = open();
        for (String typed : new String[] {"", "  ", "no address", "ftp://x"}) {
            address.set(typed);
            model.look();
            assertThat(model.prices().get()).isNull();
        }
    }

    /** A server may say anything, and what it said is read again at each start. */
    @ParameterizedTest
    @ValueSource(strings = {"12 ETH", "-1", "", "1e9", "0x10", "\u0661"})
    void aPriceThatIsNoneIsNoPrice(String price) {
        String kept = "{\"server\":\"https://odd.example\",\"price\":\"%s\",\"chainId\":1,\"words\":[]}";
        new Settings(database).put("house", kept.formatted(price));
        address.set("https://odd.example");
        assertThat(open().prices().get()).isNull();
    }

    @Test
    void whatIsKeptWithoutAnythingInItIsNoReasonNotToStart() {
        new Settings(database).put("house", "{}");
        assertThat(open().accessLevels().get()).containsOnly(AccessLevel.values());
        assertThat(open().prices().get()).isNull();
    }

    @Test
    void aServerFromBeforeThereWereLevelsTakesOnlyWhatIsForEveryone() {
        Address key = new Address("0x" + "11".repeat(20));
        assertThat(new Operator(key, "https://old.example", 1, null, null, null, null, null).granted())
                .containsOnly(AccessLevel.PUBLIC);
        assertThat(new Operator(key, "https://odd.example", 1, null, null, List.of("friends", "Unlisted"), null, null)
                        .granted())
                .as("what nobody here knows")
                .containsOnly(AccessLevel.PUBLIC);
        assertThat(new Operator(key, "https://new.example", 1, null, null, List.of("sponsor", "friends"), null, null)
                        .granted())
                .containsOnly(AccessLevel.SPONSOR);
        new Settings(database).put("house", "{\"server\":\"https://old.example\",\"chainId\":1,\"words\":[]}");
        address.set("https://old.example");
        assertThat(open().accessLevels().get()).containsOnly(AccessLevel.PUBLIC);
    }

    @Test
    void whatTheFilmCostsIsForecastByItsLengthAndSize() {
        PriceList prices = PriceList.of(
                BigInteger.TEN.pow(15), BigInteger.TEN.pow(15), BigInteger.TEN.pow(16), BigInteger.TEN.pow(17));
        new Settings(database)
                .put(
                        "house",
                        "{\"server\":\"https://video.example\",\"price\":\"1\",\"priceList\":%s,\"chainId\":1}"
                                .formatted(Json.STRICT.writeValueAsString(prices)));
        address.set("https://video.example");
        HouseModel model = open();
        assertThat(words(model, 90_000_000, 500_000_000L))
                .startsWith("Publishing this costs about 0.067 ETH at https://video.example now");
        assertThat(words(model, 90_000_000, null))
                .startsWith("Publishing this costs 0.017 ETH at")
                .contains("and more");
    }

    private static String words(HouseModel model, long duration, @Nullable Long bytes) {
        return HouseWords.price(
                        model,
                        new SimpleObjectProperty<>(duration),
                        new SimpleObjectProperty<>(bytes),
                        new Texts(Language.ENGLISH))
                .getValue();
    }

    private HouseModel open() {
        Settings settings = new Settings(database);
        return new HouseModel(address, new OkHttpClient(), settings.all(), settings, background, () -> TIME);
    }
}
