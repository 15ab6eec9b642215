package dev.slipway.server.picture;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import java.util.List;
import java.util.Optional;

/**
 * Hashes of blocked pictures, side by side in memory: 32 bytes each, and a comparison is four words. A million of them
 * are gone through in some milliseconds, so nothing cleverer is needed. Unchangeable.
 */
final class BlockList {
    private static final int WORDS = 4;

    private final long[] words;

    private BlockList(long[] words) {
        this.words = words;
    }

    /** @param hashes only such as are good enough to be compared */
    static BlockList of(List<PdqHash> hashes) {
        long[] words = new long[Math.multiplyExact(hashes.size(), WORDS)];
        int at = 0;
        for (PdqHash hash : hashes) {
            words[at++] = hash.bits0();
            words[at++] = hash.bits64();
            words[at++] = hash.bits128();
            words[at++] = hash.bits192();
        }
        return new BlockList(words);
    }

    int size() {
        return words.length / WORDS;
    }

    /** The nearest hash of the list that shows the same; empty also for a picture with too little in it to tell. */
    Optional<PdqHash> match(Pdq picture) {
        if (!picture.isMeaningful()) {
            return Optional.empty();
        }
        PdqHash hash = picture.hash();
        int nearest = PdqHash.MATCH_DISTANCE + 1;
        int found = -1;
        for (int at = 0; at < words.length; at += WORDS) {
            int distance = Long.bitCount(words[at] ^ hash.bits0())
                    + Long.bitCount(words[at + 1] ^ hash.bits64())
                    + Long.bitCount(words[at + 2] ^ hash.bits128())
                    + Long.bitCount(words[at + 3] ^ hash.bits192());
            if (distance < nearest) {
                nearest = distance;
                found = at;
            }
        }
        return found < 0
                ? Optional.empty()
                : Optional.of(new PdqHash(words[found], words[found + 1], words[found + 2], words[found + 3]));
    }
}
