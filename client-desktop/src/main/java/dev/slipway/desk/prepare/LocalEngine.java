package dev.slipway.desk.prepare;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The engine in this very process: a crash of native code takes the desk with it. */
public final class LocalEngine implements VideoEngine {
    private static final int SAMPLE_SECONDS = 10;

    private final InstantSource clock;

    public LocalEngine(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public MediaFacts probe(Path file, CancelSignal cancel) {
        return inWords(() -> Probe.probe(file));
    }

    @Override
    public Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        Preparer preparer = new Preparer(clock, Runtime.getRuntime().availableProcessors());
        PrepareRequest request = EngineWishes.request(job);
        return inWords(() -> {
            var prepared = preparer.prepare(request, listener, cancel.forEngine());
            return new Prepared(
                    prepared.manifestFile(),
                    prepared.manifest(),
                    prepared.seconds(),
                    prepared.cpuSeconds(),
                    prepared.inputBytes(),
                    prepared.outputBytes());
        });
    }

    @Override
    public void sample(Path file, CancelSignal cancel) {
        inWords(() -> {
            Sample.make(file, SAMPLE_SECONDS);
            return file;
        });
    }

    private static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (MediaException e) {
            throw new DeskException(e.code(), String.valueOf(e.getMessage()), e);
        }
    }
}
