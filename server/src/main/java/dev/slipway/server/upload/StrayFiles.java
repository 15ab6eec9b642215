package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.FileOwner;
import dev.slipway.server.storage.ObjectKey;
import dev.slipway.server.storage.StoredBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Files in the store that no row names. */
@Component
class StrayFiles {
    private final ArtifactStore store;
    private final List<FileOwner> owners;

    StrayFiles(ArtifactStore store, List<FileOwner> owners) {
        this.store = store;
        this.owners = owners;
    }

    /** Only those that did not change since then: a row comes a moment after its file. */
    List<StoredBytes> unchangedSince(Instant then) {
        List<StoredBytes> strays = new ArrayList<>();
        store.forEachPublication(publication -> strays.addAll(of(publication, then)));
        return strays;
    }

    private List<StoredBytes> of(PublicationId publication, Instant then) {
        List<StoredBytes> old = store.files(publication).stream()
                .filter(file -> file.changedAt().isBefore(then))
                .toList();
        if (old.isEmpty()) {
            return old;
        }
        Set<ObjectKey> named = owners.stream()
                .flatMap(owner -> owner.filesOf(publication).stream())
                .collect(Collectors.toSet());
        return old.stream().filter(file -> !named.contains(file.key())).toList();
    }
}
