package dev.slipway.server.storage;

/**
 * Room left in the store.
 *
 * @param free bytes that could be written in all
 * @param reserve bytes that are never given to uploads, so that the database and logs keep working
 */
public record StorageSpace(long free, long reserve) {

    public boolean hasRoomFor(long bytes) {
        return free - reserve >= bytes;
    }
}
