package dev.slipway.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockListTest {
    private final Random random = new Random(11);
    private final PdqHash listed = hash();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31})
    void aPictureThatShowsTheSameIsFound(int bits) {
        assertThat(list().match(new Pdq(flipped(listed, bits), 50))).contains(listed);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 64, 128, 256})
    void oneThatIsFurtherAwayIsNot(int bits) {
        assertThat(BlockList.of(List.of(listed)).match(new Pdq(flipped(listed, bits), 100)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 49})
    void aPictureWithLittleInItIsNotCompared(int quality) {
        assertThat(list().match(new Pdq(listed, quality))).isEmpty();
    }

    @Test
    void ofSeveralTheNearestIsTold() {
        PdqHash nearer = flipped(listed, 5);
        assertThat(BlockList.of(List.of(flipped(listed, 30), nearer, flipped(listed, 20)))
                        .match(new Pdq(listed, 100)))
                .contains(nearer);
    }

    @Test
    void anEmptyListBlocksNothing() {
        assertThat(BlockList.of(List.of()).match(new Pdq(listed, 100))).isEmpty();
        assertThat(BlockList.of(List.of()).size()).isZero();
    }

    /** Bits are counted in all four words. */
    @Test
    void everyWordCounts() {
        for (int word = 0; word < 4; word++) {
            long[] words = new long[4];
            words[word] = (1L << 32) - 1;
            PdqHash away = new PdqHash(
                    listed.bits0() ^ words[0],
                    listed.bits64() ^ words[1],
                    listed.bits128() ^ words[2],
                    listed.bits192() ^ words[3]);
            assertThat(BlockList.of(List.of(listed)).match(new Pdq(away, 100))).isEmpty();
        }
    }

    private BlockList list() {
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            hashes.add(hash());
        }
        hashes.add(listed);
        return BlockList.of(hashes);
    }

    private PdqHash hash() {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** Every eighth bit or so first, so that all words change. */
    static PdqHash flipped(PdqHash hash, int bits) {
        long[] words = {hash.bits0(), hash.bits64(), hash.bits128(), hash.bits192()};
        for (int i = 0; i < bits; i++) {
            int bit = i * 7 % 256;
            words[bit / 64] ^= 1L << (bit % 64);
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
