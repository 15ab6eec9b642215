package dev.slipway.desk.prepare.making;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.draft.Preparation;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.media.run.Notice;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrepareModelTest {
    @TempDir
    Path folder = Path.of("");

    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final MakingEngine engine = new MakingEngine();
    private final PrepareQueue queue = new PrepareQueue();
    private @Nullable Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("desk.db"));
    }

    @AfterEach
    void close() {
        background.close();
        Objects.requireNonNull(database).close();
    }

    @Test
    void whatIsPausedGoesOnAndIsFinished() {
        PrepareModel model = model();
        model.start();
        ui.await(() -> model.fraction().get() == 0.42);
        model.pause();
        ui.await(() -> model.kind().get() == MakingKind.PAUSED);
        model.start();
        engine.finish();
        ui.await(() -> model.kind().get() == MakingKind.DONE);

        assertThat(engine.jobs())
                .extracting(PrepareJob::beginning)
                .containsExactly(PrepareJob.Beginning.AFRESH, PrepareJob.Beginning.RESUMED);
        assertThat(model.finished().orElseThrow().files()).hasSize(2);
        assertThat(kept()).isEqualTo(Preparation.done(model.finished().orElseThrow()));
    }

    @Test
    void whatTheEngineToldIsKeptForTheNextStart() {
        Notice lost = new Notice(Notice.SUBTITLES_LOST, "They are left out.", "subtitles-ru.vtt");
        engine.tell(lost);
        PrepareModel model = model();
        model.start();
        engine.finish();
        ui.await(() -> model.kind().get() == MakingKind.DONE);
        PrepareModel next = model(drafts().all().getFirst());

        assertThat(next.finished().orElseThrow().notices()).containsExactly(lost);
        assertThat(next.words()
                        .notices(next.finished().orElseThrow())
                        .warnings()
                        .getFirst()
                        .words())
                .isEqualTo("Subtitles could not be made and are left out.");
    }

    @Test
    void aFilmOfAnEarlierDeskHasNoNotices() {
        Preparation kept = Json.LENIENT.readValue(
                "{\"state\":\"DONE\",\"fraction\":1.0,\"finished\":{\"inputBytes\":2,\"outputBytes\":1,"
                        + "\"seconds\":0.5,\"files\":[]},\"problem\":null}",
                Preparation.class);
        assertThat(kept(kept).finished().orElseThrow().notices()).isEmpty();
    }

    @Test
    void aCrashOfTheEngineIsSaidAndCanBeTriedAgain() {
        PrepareModel model = model();
        model.start();
        engine.crash();
        ui.await(() -> model.kind().get() == MakingKind.FAILED);

        assertThat(model.words().failure().orElseThrow().message()).contains("signal 11");
        assertThat(Objects.requireNonNull(kept()).state()).isEqualTo(Preparation.State.FAILED);
        model.start();
        engine.finish();
        ui.await(() -> model.kind().get() == MakingKind.DONE);
    }

    @Test
    void whatIsCancelledLeavesNothing() {
        PrepareModel model = model();
        model.start();
        ui.await(() -> model.fraction().get() == 0.42);
        model.discard();
        ui.await(() ->
                model.kind().get() == MakingKind.NOTHING && queue.current().get() == null);
        background.close();
        assertThat(kept()).isNull();
    }

    @Test
    void oneIsMadeAtATime() {
        PrepareModel first = model();
        PrepareModel second = model();
        first.start();
        second.start();
        assertThat(second.kind().get()).isEqualTo(MakingKind.WAITING);
        assertThat(queue.waiting().get()).isEqualTo(1);
        engine.finish();
        ui.await(() -> queue.current().get() == second);
        engine.finish();
        ui.await(() -> second.kind().get() == MakingKind.DONE);
        assertThat(first.kind().get()).isEqualTo(MakingKind.DONE);
    }

    @Test
    void wishesAreKeptAndForetold() {
        PrepareModel model = model();
        model.wishes().protect().set(true);
        model.wishes().strength().set(1.5000001);
        ui.await(() -> !model.words().forecastRows().isEmpty());
        background.close();

        assertThat(model.words().forecast()).contains("61.5");
        assertThat(drafts().all().getFirst().wishes().protection())
                .isEqualTo(new Protection(0.12, 1.5, 10, Protection.DEFAULT.audioLevel()));
    }

    @Test
    void whatRanWhenTheProgramEndedIsPaused() {
        assertThat(MakingState.of(Preparation.running(0.3))).isEqualTo(new MakingState.Paused(0.3));
    }

    @Test
    void aFirstRunThatWasKilledGoesOnFromWhatItHadFinished() {
        PrepareModel model = kept(Preparation.running(0));
        model.start();
        engine.finish();
        ui.await(() -> model.kind().get() == MakingKind.DONE);
        model.start();
        engine.finish();
        ui.await(() -> engine.jobs().size() == 2 && model.kind().get() == MakingKind.DONE);

        assertThat(engine.jobs())
                .extracting(PrepareJob::beginning)
                .containsExactly(PrepareJob.Beginning.RESUMED, PrepareJob.Beginning.AFRESH);
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void whatWasStoppedIsDeletedWhenItIsThrownAway(Preparation stopped) throws Exception {
        PrepareModel model = kept(stopped);
        Path work = output().resolve(".work");
        Files.writeString(Files.createDirectories(work.resolve("chunks")).resolve("0.chunk"), "pictures");
        Path other = Files.writeString(output().resolve("notes.txt"), "the creator's");
        AtomicInteger gone = new AtomicInteger();
        model.discard(gone::incrementAndGet);
        model.start();
        ui.await(() -> model.kind().get() == MakingKind.NOTHING);

        assertThat(work).doesNotExist();
        assertThat(other).hasContent("the creator's");
        assertThat(kept()).isNull();
        assertThat(gone).hasValue(1);
        assertThat(engine.jobs()).isEmpty();
    }

    static List<Preparation> stopped() {
        return List.of(
                Preparation.paused(0.3),
                Preparation.failed(0.3, new Preparation.Problem(ProblemCode.ENGINE_CRASHED, "signal 11")));
    }

    @Test
    void whatCannotBeThrownAwayIsSaidAndStaysKnown() throws Exception {
        PrepareModel model = kept(Preparation.paused(0.3));
        Files.createDirectories(output());
        Files.writeString(output().resolve(".work"), "a file of that name");
        AtomicInteger gone = new AtomicInteger();
        model.discard(gone::incrementAndGet);
        ui.await(() -> model.kind().get() == MakingKind.FAILED);

        assertThat(model.words().failure().orElseThrow().message()).contains(".work is a file");
        assertThat(kept()).isEqualTo(Preparation.paused(0.3));
        assertThat(gone).hasValue(1);
    }

    @Test
    void whatIsFinishedBeforeItHearsThatItIsNotWantedStaysFinished() {
        PrepareModel model = model();
        AtomicInteger gone = new AtomicInteger();
        engine.deafen();
        model.start();
        ui.await(() -> model.fraction().get() == 0.42);
        model.discard(gone::incrementAndGet);
        model.discard();
        engine.finish();
        ui.await(() -> model.kind().get() == MakingKind.DONE);
        model.start();
        engine.finish();
        ui.await(() -> engine.jobs().size() == 2 && model.kind().get() == MakingKind.DONE);
        background.close();

        assertThat(gone).hasValue(1);
        assertThat(kept()).isEqualTo(Preparation.done(model.finished().orElseThrow()));
    }

    /** As the next start of the program finds it. */
    private PrepareModel kept(Preparation preparation) {
        Draft draft = Draft.of(folder.resolve("film.mp4"), Instant.EPOCH);
        drafts().insert(draft);
        drafts().savePreparation(draft.id(), preparation);
        return model(drafts().all().getFirst());
    }

    private PrepareModel model() {
        Draft draft = Draft.of(folder.resolve("film.mp4"), Instant.EPOCH);
        drafts().insert(draft);
        return model(draft);
    }

    private PrepareModel model(Draft draft) {
        return new PrepareModel(
                draft,
                folder.resolve(draft.id().toString()),
                new Texts(Language.ENGLISH),
                engine,
                drafts(),
                background,
                queue);
    }

    private Path output() {
        return folder.resolve(drafts().all().getFirst().id().toString());
    }

    private @Nullable Preparation kept() {
        return drafts().all().getFirst().preparation();
    }

    private Drafts drafts() {
        return new Drafts(Objects.requireNonNull(database));
    }
}
