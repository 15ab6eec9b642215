package dev.slipway.media.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages whole files. The number of a damaged file and the run's seed say everything about it, so each can be made
 * again alone.
 */
final class Mutator {
    private static final int HEADER_BYTES = 1500;
    private static final int[] TELLING = {
        0, 1, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFF, 0xFFFF, 0x10000, 8, 16, 188, 0x01000000
    };

    private final List<Path> seeds;
    private final List<byte[]> whole;
    private final long seed;

    Mutator(List<Path> seeds, long seed) {
        this.seeds = List.copyOf(seeds);
        this.whole = seeds.stream().map(Mutator::read).toList();
        this.seed = seed;
    }

    Path origin(int number) {
        return seeds.get(number % seeds.size());
    }

    byte[] damaged(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        byte[] bytes = whole.get(number % whole.size()).clone();
        int rounds = 1 + random.nextInt(3);
        for (int round = 0; round < rounds; round++) {
            bytes = damage(bytes, random);
        }
        return bytes;
    }

    private byte[] damage(byte[] bytes, SplittableRandom random) {
        if (bytes.length < 16) {
            return bytes;
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> changeBytes(bytes, HEADER_BYTES, random);
            case 2 -> changeBytes(bytes, bytes.length, random);
            case 3 -> tellingNumber(bytes, random);
            case 4 -> cutOff(bytes, random);
            case 5 -> withoutPiece(bytes, random);
            case 6 -> withPieceTwice(bytes, random);
            case 7 -> withTailOf(whole.get(random.nextInt(whole.size())), bytes, random);
            default -> wrongLength(bytes, random);
        };
    }

    /** At the front, or in as much at the end, where some containers keep their index. */
    private static byte[] changeBytes(byte[] bytes, int within, SplittableRandom random) {
        int span = Math.min(within, bytes.length);
        int base = random.nextInt(4) == 0 ? bytes.length - span : 0;
        int changes = 1 + random.nextInt(12);
        for (int change = 0; change < changes; change++) {
            int place = base + random.nextInt(span);
            bytes[place] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[place] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] tellingNumber(byte[] bytes, SplittableRandom random) {
        int place = random.nextInt(random.nextBoolean() ? Math.min(HEADER_BYTES, bytes.length - 4) : bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(place, TELLING[random.nextInt(TELLING.length)]);
        return bytes;
    }

    private static byte[] cutOff(byte[] bytes, SplittableRandom random) {
        return slice(bytes, 0, 1 + random.nextInt(bytes.length - 1));
    }

    private static byte[] withoutPiece(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        int length = pieceLength(bytes, from, random);
        return joined(slice(bytes, 0, from), slice(bytes, from + length, bytes.length));
    }

    private static byte[] withPieceTwice(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        int length = pieceLength(bytes, from, random);
        return joined(slice(bytes, 0, from + length), slice(bytes, from, bytes.length));
    }

    private static int pieceLength(byte[] bytes, int from, SplittableRandom random) {
        return Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 16 : 4096));
    }

    private static byte[] withTailOf(byte[] other, byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(Math.min(bytes.length, other.length));
        return joined(slice(bytes, 0, from), slice(other, from, other.length));
    }

    /** What a container says of its own parts: the length fields that stand beside the names it uses. */
    private static byte[] wrongLength(byte[] bytes, SplittableRandom random) {
        List<Integer> places = LengthFields.of(bytes);
        if (places.isEmpty()) {
            return changeBytes(bytes, bytes.length, random);
        }
        int place = places.get(random.nextInt(places.size()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int before = buffer.getInt(place);
        int after = switch (random.nextInt(4)) {
            case 0 -> before + random.nextInt(-16, 17);
            case 1 -> before ^ 1 << random.nextInt(32);
            case 2 -> random.nextInt();
            default -> TELLING[random.nextInt(TELLING.length)];
        };
        buffer.putInt(place, after);
        return bytes;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
