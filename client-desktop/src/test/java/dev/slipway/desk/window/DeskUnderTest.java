package dev.slipway.desk.window;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.UiThread;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.underway.LaunchSettings;
import dev.slipway.desk.launch.underway.Launches;
import dev.slipway.desk.terms.KnownServers;
import dev.slipway.desk.testing.OpenWallet;
import java.security.SecureRandom;
import java.util.Map;
import okhttp3.OkHttpClient;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.publication.Workplace;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.settings.SettingsModel;
import dev.slipway.desk.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A whole desk in a folder of a test's own; opened again in the same folder it knows what it knew. */
final class DeskUnderTest implements AutoCloseable {
    private final Database database;
    private final Background background;
    private final DeskModel model;

    DeskUnderTest(Path folder, VideoEngine engine, UiThread ui) {
        database = Database.open(folder.resolve("desk.db"));
        background = new Background(ui);
        Settings settings = new Settings(database);
        Texts texts = new Texts(Language.ENGLISH);
        Drafts drafts = new Drafts(database);
        Launches launches = new Launches(
                new Dock(
                        new OkHttpClient(),
                        new Journals(folder.resolve("desk.db"), InstantSource.system()),
                        folder,
                        new KnownServers(folder.resolve("known_servers.json")),
                        InstantSource.system(),
                        new SecureRandom()),
                new LaunchSettings(settings.all(), settings, background),
                new OpenWallet(),
                Map.of());
        Workplace workplace = new Workplace(
                texts, engine, drafts, background, launches, folder.resolve("drafts"), InstantSource.system());
        model = new DeskModel(
                new SettingsModel(texts, settings.all(), settings, background),
                new LibraryModel(workplace, List.copyOf(drafts.all())));
    }

    DeskModel model() {
        return model;
    }

    Drafts drafts() {
        return new Drafts(database);
    }

    @Override
    public void close() {
        model.library()
                .publications()
                .forEach(publication -> publication.video().stop());
        background.close();
        database.close();
    }
}
