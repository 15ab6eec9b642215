package dev.slipway.desk.prepare.making;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.draft.Preparation;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The part of preparing that takes long, with what becomes of it in the database. Blocking. */
final class PrepareWork {
    private final Draft draft;
    private final Path folder;
    private final VideoEngine engine;
    private final Drafts drafts;

    /** @param folder where the finished files go */
    PrepareWork(Draft draft, Path folder, VideoEngine engine, Drafts drafts) {
        this.draft = draft;
        this.folder = folder;
        this.engine = engine;
        this.drafts = drafts;
    }

    Outlook outlook(PrepareOptions wishes, CancelSignal cancel) {
        return engine.outlook(job(wishes, PrepareJob.Beginning.RESUMED), ProgressListener.silent(), cancel);
    }

    /** @param fraction how far it has come, asked when it ends before its end */
    Preparation.Finished make(
            PrepareOptions wishes,
            PrepareJob.Beginning beginning,
            ProgressListener listener,
            CancelSignal cancel,
            DoubleSupplier fraction) {
        drafts.savePreparation(draft.id(), Preparation.running(fraction.getAsDouble()));
        try {
            Preparation.Finished finished = finished(engine.prepare(job(wishes, beginning), listener, cancel));
            drafts.savePreparation(draft.id(), Preparation.done(finished));
            return finished;
        } catch (DeskException e) {
            drafts.savePreparation(draft.id(), stopped(e, fraction.getAsDouble()));
            throw e;
        }
    }

    /** Deletes what is unfinished. The database forgets it last: what could not be deleted must stay known. */
    MakingState discard() {
        engine.discard(folder, draft.source());
        drafts.savePreparation(draft.id(), null);
        return new MakingState.Nothing();
    }

    static Preparation.Problem problem(DeskException e) {
        return new Preparation.Problem(e.code(), e.getMessage());
    }

    private static @Nullable Preparation stopped(DeskException e, double fraction) {
        return e.code() == ProblemCode.CANCELLED
                ? Preparation.paused(fraction)
                : Preparation.failed(fraction, problem(e));
    }

    private static Preparation.Finished finished(Prepared prepared) {
        return new Preparation.Finished(
                prepared.inputBytes(),
                prepared.outputBytes(),
                prepared.seconds(),
                prepared.content().artifacts().stream()
                        .map(artifact -> new Preparation.FinishedFile(artifact.path(), artifact.bytes()))
                        .toList(),
                prepared.notices());
    }

    private PrepareJob job(PrepareOptions wishes, PrepareJob.Beginning beginning) {
        return new PrepareJob(draft.source(), folder, wishes, beginning);
    }
}
