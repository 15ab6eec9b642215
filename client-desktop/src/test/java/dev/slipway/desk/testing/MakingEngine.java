package dev.slipway.desk.testing;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Comes to 42 % at once and then waits for a test's word, or for the window's wish to stop. */
public final class MakingEngine extends ScriptedEngine {
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final List<PrepareJob> jobs = new CopyOnWriteArrayList<>();
    private final TinyEngine tiny = new TinyEngine();
    private volatile boolean deaf;

    private enum Word {
        FINISH,
        CRASH,
        STOP
    }

    /** Ends the job that runs, or the next, with a whole folder. */
    public void finish() {
        words.add(Word.FINISH);
    }

    /** Ends it as a crash of the worker would. */
    public void crash() {
        words.add(Word.CRASH);
    }

    /** From now on every finished film comes with this as well. */
    public void tell(Notice notice) {
        tiny.tell(notice);
    }

    /** From now on it is over before a wish to stop reaches it. */
    public void deafen() {
        deaf = true;
    }

    /** What was asked of it. */
    public List<PrepareJob> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        jobs.add(job);
        cancel.throwIfCancelled();
        listener.progress(new Progress(
                0.42,
                41.5,
                1.4,
                130,
                Map.of(
                        "video-1080-vp9.mp4",
                        10_100_000L,
                        "video-720-vp9.mp4",
                        5_400_000L,
                        "video-720-h264.mp4",
                        9_200_000L,
                        "audio-opus.mp4",
                        860_000L)));
        if (!deaf) {
            cancel.onCancel(() -> words.add(Word.STOP));
        }
        Word word = next();
        if (!deaf) {
            cancel.throwIfCancelled();
        }
        if (word == Word.CRASH) {
            throw new DeskException(ProblemCode.ENGINE_CRASHED, "The worker ended with signal 11.");
        }
        return new FinishedFolder(tiny, job).prepared();
    }

    private Word next() {
        @Nullable Word word = null;
        while (word == null) {
            try {
                word = words.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Word.STOP;
            }
        }
        return word;
    }
}
