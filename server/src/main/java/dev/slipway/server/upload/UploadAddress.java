package dev.slipway.server.upload;

import dev.slipway.server.configuration.PublicOrigin;
import org.springframework.stereotype.Component;

/** The absolute address of an upload, by which clients find it again. */
@Component
class UploadAddress {
    static final String PATH = "/api/uploads";

    private final PublicOrigin origin;

    UploadAddress(PublicOrigin origin) {
        this.origin = origin;
    }

    String of(Upload upload) {
        return origin.link(PATH + "/" + upload.id());
    }
}
