package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Address;
import java.util.Objects;

/**
 * Body of {@code POST /api/publications}.
 *
 * @param manifest base64 (RFC 4648) of the exact bytes of manifest.json
 */
public record DraftRequest(Address author, String manifest, PublicationForm form) {
    public DraftRequest {
        Objects.requireNonNull(author, "a draft needs its author's address");
        Objects.requireNonNull(manifest, "a draft needs a manifest in base64");
        Objects.requireNonNull(form, "a draft needs a form");
    }
}
