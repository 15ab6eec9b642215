package dev.slipway.media.testing;

import dev.slipway.media.prepare.Prepared;
import dev.slipway.model.manifest.Artifact;
import java.util.Map;
import java.util.stream.Collectors;

/** What the published files hold, by their names. */
public final class Hashes {
    private Hashes() {}

    public static Map<String, String> of(Prepared prepared) {
        return prepared.manifest().artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::sha256));
    }
}
