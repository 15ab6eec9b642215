package dev.slipway.desk.launch;

import dev.slipway.desk.launch.files.PreparedFolder;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.upload.Uploader;
import dev.slipway.desk.wording.Quantities;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationStatus;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings every artifact to the server and says that this is all. */
final class UploadStep {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Run run;

    UploadStep(Run run) {
        this.run = run;
    }

    void run(PreparedFolder prepared) {
        run.steps().begin(Step.UPLOAD);
        PublicationStatus status = run.status();
        Run.requireAlive(status);
        if (status.content() != ContentState.UPLOADING) {
            run.steps().finish("done before", Map.of());
            return;
        }
        prepared.requireUnchanged(run.cancel());
        List<String> uploads = upload(prepared);
        bringAvatar();
        run.server().complete(run.publication(), run.grant(), uploads);
        run.steps()
                .finish(
                        prepared.artifacts().size() + " files, " + Quantities.bytes(prepared.totalBytes()),
                        Map.of(
                                "bytes",
                                prepared.totalBytes(),
                                "files",
                                prepared.artifacts().size()));
    }

    /** Of an author who is named; the server may have it from before, and takes it again. */
    private void bringAvatar() {
        Profile profile = run.journal().entry().form().profileOrEmpty();
        Avatar avatar = profile.avatar();
        if (avatar != null && !profile.incognito()) {
            run.server()
                    .putAvatar(
                            run.publication(), run.grant(), run.dock().avatars().bytes(avatar));
        }
    }

    private List<String> upload(PreparedFolder prepared) {
        Uploader uploader = new Uploader(
                run.dock().http(),
                run.server().origin(),
                new Uploader.Grant(run.publication(), run.grant()),
                run.cancel(),
                run.dock().clock(),
                PATIENCE);
        List<String> ids = new ArrayList<>();
        long total = prepared.totalBytes();
        long finished = 0;
        for (Artifact artifact : prepared.artifacts()) {
            long before = finished;
            URI upload = uploader.create(artifact.path(), artifact.bytes());
            uploader.upload(
                    upload,
                    prepared.file(artifact),
                    artifact.bytes(),
                    sent -> run.steps().progress((double) (before + sent) / total, artifact.path()));
            finished += artifact.bytes();
            ids.add(idOf(upload));
        }
        return ids;
    }

    /** An upload's id is the last segment of its address. */
    private static String idOf(URI upload) {
        String path = upload.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
