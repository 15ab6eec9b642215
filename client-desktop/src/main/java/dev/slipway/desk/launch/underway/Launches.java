package dev.slipway.desk.launch.underway;

import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.launch.journal.JournalEntry;
import java.util.Map;
import java.util.Optional;

/**
 * What all launches of a window share.
 *
 * @param kept the journals as they were at the start, by their keys
 */
public record Launches(
        Dock dock, LaunchSettings settings, AuthorWallet wallet, Browsing browsing, Map<String, JournalEntry> kept) {
    public Launches {
        kept = Map.copyOf(kept);
    }

    Optional<JournalEntry> kept(String key) {
        return Optional.ofNullable(kept.get(key));
    }
}
