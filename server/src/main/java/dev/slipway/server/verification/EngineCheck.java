package dev.slipway.server.verification;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.CheckVerdict;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.SoundPiece;
import dev.slipway.media.worker.WorkerOutcome;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.configuration.PictureSettings;
import dev.slipway.server.configuration.StartRefused;
import jakarta.annotation.PreDestroy;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The engine's own check: one worker process for each publication, inside the best sandbox this machine has. */
@Component
class EngineCheck implements ArtifactCheck, WorkerIsolation {
    private static final Logger log = LoggerFactory.getLogger(EngineCheck.class);
    /**
     * 128 + SIGHUP, SIGINT, SIGTERM. A closed terminal, Ctrl-C and a service manager send these to the worker as well
     * as to the server, and it may end first.
     */
    private static final Set<Integer> TOLD_TO_STOP = Set.of(129, 130, 143);

    private final MediaEngine engine;
    private final Optional<ModelSettings> model;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @throws StartRefused where there is a model for pictures that cannot be used; it is tried here and now */
    EngineCheck(DataFolder data, PictureSettings pictures) {
        this.engine = new MediaEngine(data.folder("natives"));
        this.model = PictureModel.tried(pictures, engine);
    }

    /** @throws CancellationException when the server stops */
    @Override
    public Outcome run(Request request, CheckedSound.Hearing hearing) {
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        try {
            CheckRequest files = CheckRequest.of(request.files(), SignedManifest.parse(request.manifest()));
            CheckRequest signed = request.avatar().map(files::withAvatar).orElse(files);
            CheckRequest seen = model.map(signed::withModel).orElse(signed);
            CheckRequest check = hearing.isWanted() ? seen.withSound() : seen;
            return outcome(engine.check(check, request.limit(), listener(hearing), cancellation));
        } finally {
            running.remove(cancellation);
        }
    }

    private static ProgressListener listener(CheckedSound.Hearing hearing) {
        return new ProgressListener() {
            @Override
            public void progress(Progress progress) {
                // Nobody waits for it.
            }

            @Override
            public void sound(SoundPiece piece) {
                hearing.take(piece);
            }
        };
    }

    @Override
    public String inForce() {
        return engine.sandbox().describe();
    }

    /** A check that is cut off here is repeated after the next start. */
    @PreDestroy
    void stop() {
        stopping = true;
        running.forEach(Cancellation::cancel);
    }

    private Outcome outcome(WorkerOutcome<CheckVerdict> ended) {
        return switch (ended) {
            case WorkerOutcome.Finished<CheckVerdict>(CheckVerdict.Accepted accepted) -> passed(accepted);
            case WorkerOutcome.Finished<CheckVerdict>(CheckVerdict.Refused refused) -> refused(refused);
            case WorkerOutcome.Failed<CheckVerdict>(ProblemCode code, String message) -> failed(code, message);
            case WorkerOutcome.NeverBegan<CheckVerdict>(String end, List<String> lastLines) -> {
                log.error("No check worker can be started here; it {}: {}", end, lastLines);
                yield new Outcome.Disturbed("the worker " + end + " before it began");
            }
            case WorkerOutcome.Crashed<CheckVerdict> crashed -> crashed(crashed);
            case WorkerOutcome.TimedOut<CheckVerdict> timedOut ->
                new Outcome.Died(
                        ProblemCode.ENGINE_TIMEOUT,
                        "made no end within " + timedOut.limit().toSeconds() + " s");
            case WorkerOutcome.OverMemory<CheckVerdict> overMemory ->
                new Outcome.Died(
                        ProblemCode.ENGINE_CRASHED, "took more than " + overMemory.limitBytes() + " bytes of memory");
            case WorkerOutcome.Cancelled<CheckVerdict> cancelled ->
                throw new CancellationException("the server is stopping; the check begins anew after its next start");
        };
    }

    /** A model that was changed while the server runs is no fault of the files. */
    static Outcome failed(ProblemCode code, String message) {
        if (code == ProblemCode.CONFIGURATION) {
            log.error("{}", message);
            return new Outcome.Disturbed(message);
        }
        return new Outcome.Refused(code, message);
    }

    /** A worker that says what no worker of ours says was taken over by what it read. */
    static Outcome passed(CheckVerdict.Accepted accepted) {
        Optional<String> fault = accepted.material().fault();
        if (fault.isPresent()) {
            log.warn("The check worker told of {}", fault.get());
            return new Outcome.Died(ProblemCode.ENGINE_CRASHED, "told of " + fault.get());
        }
        return new Outcome.Passed(
                accepted.checks(),
                accepted.indexes(),
                Optional.ofNullable(accepted.avatar())
                        .map(webp -> Base64.getDecoder().decode(webp)),
                accepted.material());
    }

    private Outcome crashed(WorkerOutcome.Crashed<CheckVerdict> crashed) {
        String end = "ended with status " + crashed.exitCode();
        log.warn("The check worker {}: {}", end, crashed.lastLines());
        return stopping || TOLD_TO_STOP.contains(crashed.exitCode())
                ? new Outcome.Disturbed(end)
                : new Outcome.Died(ProblemCode.ENGINE_CRASHED, end);
    }

    private static Outcome refused(CheckVerdict.Refused refused) {
        log.info("Refused for {}: {} ({})", refused.path(), refused.code().code(), refused.detail());
        return new Outcome.Refused(refused.code(), refused.message());
    }
}
