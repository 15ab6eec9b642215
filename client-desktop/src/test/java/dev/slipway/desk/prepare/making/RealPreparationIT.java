package dev.slipway.desk.prepare.making;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.EngineLog;
import dev.slipway.desk.prepare.WorkerEngine;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.media.MediaEngine;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section against the real engine in its real process. */
class RealPreparationIT {
    private static final int SECONDS = 4;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aKilledWorkerIsSaidAndTheNextTryFinishes() {
        MediaEngine media = MediaEngine.standard();
        Path film = media.sample(folder.resolve("film.mp4"), SECONDS, new Cancellation());
        WorkerEngine engine = new WorkerEngine(
                media,
                folder.resolve("hardware.json"),
                new EngineLog(folder.resolve("engine.log"), InstantSource.system()));
        OneThread ui = new OneThread();
        try (Database database = Database.open(folder.resolve("desk.db"));
                Background background = new Background(ui)) {
            Draft draft = Draft.of(film, Instant.EPOCH);
            Drafts drafts = new Drafts(database);
            drafts.insert(draft);
            PrepareModel model = new PrepareModel(
                    draft,
                    folder.resolve("files"),
                    new Texts(Language.ENGLISH),
                    engine,
                    drafts,
                    background,
                    new PrepareQueue());
            model.wishes().recipe().set("fast");
            model.wishes().encoder().set("software");
            model.wishes().compatible().set(false);
            model.wishes().protect().set(true);
            ui.await(() -> !model.words().forecastRows().isEmpty());

            model.start();
            ui.await(() -> model.fraction().get() > 0);
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            ui.await(() -> model.kind().get() == MakingKind.FAILED);
            assertThat(model.words().failure().orElseThrow().code()).isEqualTo(ProblemCode.ENGINE_CRASHED);

            model.start();
            ui.await(() -> model.kind().get() == MakingKind.DONE);
            model.finished()
                    .orElseThrow()
                    .files()
                    .forEach(file -> assertThat(folder.resolve("files").resolve(file.path()))
                            .exists()
                            .hasSize(file.bytes()));
            ui.await(() -> !model.survival().words().isEmpty());
            assertThat(model.survival().words().warnings()).isEmpty();
            assertThat(model.survival().words().headline()).isPresent();
            assertThat(model.survival().words().caveats()).hasSize(5);
            Path picture = folder.resolve("picture.jpg");
            engine.cardPicture(film, picture, new CancelSignal());
            assertThat(Files.exists(picture)).isTrue();
        }
    }
}
