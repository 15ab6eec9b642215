package dev.slipway.server.verification;

import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.LocalFile;
import dev.slipway.server.storage.SealedArtifact;
import dev.slipway.server.storage.SealedArtifacts;
import dev.slipway.server.verification.ArtifactCheck.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a publication's sealed files to the engine's worker and keeps what it says. Only a worker that began and then
 * fell over by itself counts against the files; whatever else ends it leads to another try, later.
 */
@Component
class WorkerVerifier implements Verifier {
    private static final Logger log = LoggerFactory.getLogger(WorkerVerifier.class);

    private static final Duration LEAST_LIMIT = Duration.ofMinutes(2);
    private static final Duration MOST_LIMIT = Duration.ofHours(4);
    /** Decoding the cheapest rung runs faster than this on any machine that serves video. */
    private static final int TIMES_THE_DURATION = 4;

    private static final long SLOWEST_DISK_BYTES_PER_SECOND = 10_000_000;
    private static final int MOST_WORKERS = 2;

    private final SealedArtifacts sealed;
    private final ArtifactStore store;
    private final ArtifactCheck check;
    private final UploadedAvatars avatars;
    private final CheckedPictures pictures;
    private final CheckedSound sound;
    private final VerificationRows rows;
    private final TransactionTemplate transactions;
    private final Semaphore workers;

    WorkerVerifier(
            SealedArtifacts sealed,
            ArtifactStore store,
            ArtifactCheck check,
            UploadedAvatars avatars,
            CheckedPictures pictures,
            CheckedSound sound,
            VerificationRows rows,
            TransactionTemplate transactions) {
        this.sealed = sealed;
        this.store = store;
        this.check = check;
        this.avatars = avatars;
        this.pictures = pictures;
        this.sound = sound;
        this.rows = rows;
        this.transactions = transactions;
        this.workers = new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_WORKERS));
    }

    @Override
    public Optional<Verdict> verify(Publication publication) {
        return rows.verdict(publication.id()).or(() -> decideIfFree(publication));
    }

    /** A check may take hours, and who waits for one here would keep a thread of the queue from all other jobs. */
    private Optional<Verdict> decideIfFree(Publication publication) {
        if (!workers.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decide(publication));
        } finally {
            workers.release();
        }
    }

    private Verdict decide(Publication publication) {
        try (CheckedSound.Hearing hearing = sound.begin(publication.manifest().manifest())) {
            return decide(publication, hearing);
        }
    }

    private Verdict decide(Publication publication, CheckedSound.Hearing hearing) {
        Outcome outcome = check(publication, hearing);
        return switch (outcome) {
            case Outcome.Passed passed -> afterHearing(publication.id(), passed, hearing);
            case Outcome.Refused refused ->
                refuse(publication.id(), new PublicationStatus.Reason(refused.code(), refused.message()));
            case Outcome.Disturbed disturbed -> throw new VerificationInterrupted(disturbed.message());
            case Outcome.Died died -> afterDeath(publication.id(), died);
        };
    }

    private Verdict afterHearing(PublicationId publication, Outcome.Passed passed, CheckedSound.Hearing hearing) {
        Optional<String> fault = hearing.fault();
        if (fault.isPresent()) {
            return afterDeath(publication, new Outcome.Died(ProblemCode.ENGINE_CRASHED, "told of " + fault.get()));
        }
        hearing.judge();
        return accept(publication, passed, hearing);
    }

    private Outcome check(Publication publication, CheckedSound.Hearing hearing) {
        List<LocalFile> opened = new ArrayList<>();
        try {
            Map<String, Path> files = open(publication.id(), opened);
            ArtifactCheck.Request request = new ArtifactCheck.Request(
                    files,
                    publication.manifest().bytes(),
                    avatars.uploaded(publication.id()),
                    limit(publication.manifest().manifest()));
            return check.run(request, hearing);
        } finally {
            opened.forEach(LocalFile::close);
        }
    }

    private Map<String, Path> open(PublicationId publication, List<LocalFile> opened) {
        Map<String, Path> files = new HashMap<>();
        for (SealedArtifact artifact : sealed.sealedFiles(publication)) {
            LocalFile file = store.localFile(artifact.key());
            opened.add(file);
            files.put(artifact.artifact().path(), file.path());
        }
        return files;
    }

    static Duration limit(Manifest manifest) {
        Duration decoding = Duration.ofNanos(
                Math.multiplyExact(Math.multiplyExact(manifest.source().durationMicros(), 1000), TIMES_THE_DURATION));
        Duration reading = Duration.ofSeconds(manifest.totalBytes() / SLOWEST_DISK_BYTES_PER_SECOND);
        Duration limit = LEAST_LIMIT.plus(decoding).plus(reading);
        return limit.compareTo(MOST_LIMIT) > 0 ? MOST_LIMIT : limit;
    }

    private Verdict accept(PublicationId publication, Outcome.Passed passed, CheckedSound.Hearing hearing) {
        Verdict verdict = new Verdict.Accepted(passed.checks());
        transactions.executeWithoutResult(status -> {
            sealed.markVerified(publication, passed.indexes());
            passed.avatar().ifPresent(webp -> avatars.keepChecked(publication, webp));
            pictures.keep(publication, passed.material());
            hearing.keep(publication);
            rows.decide(publication, verdict);
        });
        return verdict;
    }

    private Verdict refuse(PublicationId publication, PublicationStatus.Reason reason) {
        Verdict verdict = new Verdict.Refused(reason);
        rows.decide(publication, verdict);
        return verdict;
    }

    private Verdict afterDeath(PublicationId publication, Outcome.Died died) {
        int deaths = rows.countDeath(publication);
        log.warn("The worker died on publication {} ({} so far): {}", publication, deaths, died.message());
        if (deaths == 1) {
            throw new VerificationInterrupted(died.message());
        }
        String what = died.code() == ProblemCode.ENGINE_TIMEOUT ? "did not finish" : "crashed";
        return refuse(
                publication,
                new PublicationStatus.Reason(
                        died.code(),
                        "The program that checks the files " + what + " on them twice, so they are not accepted."
                                + " Encode the video anew and publish that."));
    }
}
