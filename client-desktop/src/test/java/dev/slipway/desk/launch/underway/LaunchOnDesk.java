package dev.slipway.desk.launch.underway;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Preparation;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.OpenWallet;
import dev.slipway.desk.testing.PersonInBrowser;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.TinyEngine;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.publication.PublicationForm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A publication whose files are made, on a desk with a server and a chain in the test. */
abstract class LaunchOnDesk {
    static final String KEY = "publication";
    /** The second account of every development chain. */
    private static final String PERSONS_KEY = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    @TempDir
    Path folder = Path.of("");

    volatile Instant time = Instant.parse("2026-01-01T00:00:00Z");
    final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    final OpenWallet wallet = new OpenWallet();
    final SmallServer server = SmallServer.start(() -> time);
    private Preparation.Finished files = new Preparation.Finished(0, 0, 0, List.of(), List.of());
    private final List<LaunchModel> opened = new ArrayList<>();
    final PersonInBrowser person = new PersonInBrowser(PERSONS_KEY, URI.create(server.url() + "/rpc"));
    /** As it is typed now; empty while it breaks a rule. */
    Optional<PublicationForm> form = Optional.of(new PublicationForm("Film", null, List.of()));

    LaunchOnDesk() throws IOException {}

    @BeforeEach
    void prepare() throws IOException {
        Path source = Files.writeString(folder.resolve("film.mp4"), "a film");
        Prepared prepared = new TinyEngine()
                .prepare(
                        new PrepareJob(
                                source,
                                folder.resolve(KEY).resolve("files"),
                                PrepareOptions.DEFAULT,
                                PrepareJob.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new CancelSignal());
        files = new Preparation.Finished(prepared.inputBytes(), prepared.outputBytes(), 1, List.of(), List.of());
    }

    @AfterEach
    void stop() throws InterruptedException {
        opened.forEach(LaunchModel::halt);
        background.close();
        person.close();
        server.close();
    }

    final List<Begun> journals() {
        return new Journals(database(), () -> time).all();
    }

    final Path database() {
        return folder.resolve("desk.db");
    }

    final LaunchModel open() {
        Dock dock = new Dock(
                new OkHttpClient(),
                new Journals(database(), () -> time),
                folder,
                new KnownServers(folder.resolve("known_servers.json")),
                new AvatarStore(folder.resolve("avatars")),
                () -> time,
                new SecureRandom());
        LaunchSettings settings = new LaunchSettings(
                Map.of("launch.server", server.url()),
                new Settings(Database.open(database())),
                new SimpleStringProperty(""),
                background);
        Map<String, JournalEntry> kept = journals().stream().collect(Collectors.toMap(Begun::key, Begun::entry));
        LaunchModel launch = new LaunchModel(
                KEY,
                folder.resolve(KEY),
                new LaunchModel.Cargo(() -> Optional.of(files), () -> form),
                new Texts(Language.ENGLISH),
                new Launches(dock, settings, wallet, new Browsing(person, ZoneOffset.UTC, Duration.ofMillis(20)), kept),
                background);
        opened.add(launch);
        return launch;
    }
}
