package dev.slipway.server.upload;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.UploadProgress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a publication's status says of its files. */
@Component
class ArrivedUploads implements UploadProgress {
    private final UploadRows rows;
    private final UploadAddress address;

    ArrivedUploads(UploadRows rows, UploadAddress address) {
        this.rows = rows;
        this.address = address;
    }

    @Override
    public List<PublicationStatus.Upload> of(Publication publication) {
        Map<String, Upload> uploads =
                rows.of(publication.id()).stream().collect(Collectors.toMap(Upload::path, Function.identity()));
        return publication.manifest().manifest().artifacts().stream()
                .map(artifact -> status(artifact, uploads.get(artifact.path())))
                .toList();
    }

    private PublicationStatus.Upload status(Artifact artifact, @Nullable Upload upload) {
        return upload == null
                ? new PublicationStatus.Upload(artifact.path(), artifact.bytes(), 0, null, null)
                : new PublicationStatus.Upload(
                        artifact.path(), artifact.bytes(), upload.received(), upload.id(), address.of(upload));
    }
}
