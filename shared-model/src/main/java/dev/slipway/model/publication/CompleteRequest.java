package dev.slipway.model.publication;

import java.util.List;

/** Body of {@code POST /api/publications/{id}/complete}: the upload ids, one for each artifact of the manifest. */
public record CompleteRequest(List<String> uploads) {
    public CompleteRequest {
        uploads = List.copyOf(uploads);
    }
}
