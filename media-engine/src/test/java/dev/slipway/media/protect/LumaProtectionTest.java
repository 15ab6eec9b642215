package dev.slipway.media.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LumaProtectionTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;
    private static final double RATE = 25;

    @Property(tries = 150)
    void noChangeIsLargerThanEpsilonAllowsAndNoneLeavesTheRange(
            @ForAll @DoubleRange(min = 0.04, max = 0.20) double epsilon,
            @ForAll @DoubleRange(min = 1, max = 2) double strength,
            @ForAll @IntRange(min = 1, max = 30) int everyNFrames,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long picture,
            @ForAll @IntRange(min = 16, max = 140) int width,
            @ForAll @IntRange(min = 16, max = 90) int height,
            @ForAll long seed) {
        Protection settings = new Protection(epsilon, strength, everyNFrames, AudioLevel.NONE);
        byte[] original = TestPictures.mixed(width, height, seed, 16, 235);
        LumaProtection protection = new LumaProtection(settings, seed(seed), width, height, RATE);

        byte[] changed = protectedBy(protection, picture, original);

        int bound = (int) Math.round(epsilon * 219);
        int largest = 0;
        for (int i = 0; i < original.length; i++) {
            int level = changed[i] & 0xff;
            assertThat(level).isBetween(16, 235);
            largest = Math.max(largest, Math.abs(level - (original[i] & 0xff)));
        }
        assertThat(largest).isLessThanOrEqualTo(bound);
        assertThat(protection.largestChange()).isBetween(largest, bound);
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameNoiseAndAnotherGivesUnrelatedNoise(
            @ForAll long seed, @ForAll @IntRange(max = 500) int k) {
        byte[] original = TestPictures.mixed(WIDTH, HEIGHT, 1, 40, 200);

        int[] first = changes(original, protectedBy(of(seed(seed)), k, original));
        int[] again = changes(original, protectedBy(of(seed(seed)), k, original));
        int[] other = changes(original, protectedBy(of(seed(seed + 1)), k, original));

        assertThat(again).isEqualTo(first);
        assertThat(Math.abs(correlation(first, other))).isLessThan(0.35);
    }

    @Test
    void levelsOutsideTheRangeKeepTheBoundAndAreNotDrivenFurtherOut() {
        byte[] original = TestPictures.mixed(WIDTH, HEIGHT, 3, 0, 255);

        byte[] changed = protectedBy(of(seed(5)), 0, original);

        for (int i = 0; i < original.length; i++) {
            int before = original[i] & 0xff;
            int after = changed[i] & 0xff;
            assertThat(Math.abs(after - before)).isLessThanOrEqualTo(26);
            assertThat(after).isBetween(Math.min(before, 16), Math.max(before, 235));
        }
    }

    @Test
    void flatAndDarkPicturesGetLessThanTexturedOnes() {
        double textured = spread(TestPictures.mixed(WIDTH, HEIGHT, 1, 60, 200));
        double flat = spread(TestPictures.flat(WIDTH, HEIGHT, 130));
        double dark = spread(TestPictures.flat(WIDTH, HEIGHT, 18));

        assertThat(textured).isGreaterThan(1);
        assertThat(flat).isLessThan(textured / 4);
        assertThat(dark).isZero();
    }

    @Test
    void whatAPictureGetsDependsOnItsChunkAloneOnceRestarted() {
        LumaProtection whole = of(seed(9));
        LumaProtection late = of(seed(9));
        byte[] resumed = {};
        byte[] unbroken = {};
        for (int k = 0; k < 40; k++) {
            if (k == 20) {
                whole.restart();
            }
            unbroken = protectedBy(whole, k, TestPictures.mixed(WIDTH, HEIGHT, k, 20, 220));
            if (k >= 20) {
                resumed = protectedBy(late, k, TestPictures.mixed(WIDTH, HEIGHT, k, 20, 220));
            }
        }
        assertThat(resumed).isEqualTo(unbroken);
    }

    private static LumaProtection of(ProtectionSeed seed) {
        return new LumaProtection(Protection.DEFAULT, seed, WIDTH, HEIGHT, RATE);
    }

    static ProtectionSeed seed(long number) {
        return ProtectionSeed.random(new Random(number));
    }

    private static double spread(byte[] original) {
        int[] changes = changes(original, protectedBy(of(seed(2)), 0, original));
        double squares = 0;
        for (int change : changes) {
            squares += change * change;
        }
        return Math.sqrt(squares / changes.length);
    }

    private static byte[] protectedBy(LumaProtection protection, long picture, byte[] original) {
        byte[] changed = original.clone();
        protection.apply(picture, changed);
        return changed;
    }

    private static int[] changes(byte[] before, byte[] after) {
        int[] changes = new int[before.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (after[i] & 0xff) - (before[i] & 0xff);
        }
        return changes;
    }

    private static double correlation(int[] first, int[] second) {
        double product = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < first.length; i++) {
            product += (double) first[i] * second[i];
            firstSquares += (double) first[i] * first[i];
            secondSquares += (double) second[i] * second[i];
        }
        return product / Math.sqrt(firstSquares * secondSquares);
    }
}
