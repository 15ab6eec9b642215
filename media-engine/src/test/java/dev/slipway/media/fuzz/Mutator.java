package dev.slipway.media.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** Fewer bytes are not damaged further. */
    private static final int SMALLEST = 16;
    /** Parsers are hurt most by their headers and by what they are told of lengths. */
    private static final List<Injury> OFTEN = List.of(
            Injury.HEADER_BYTES,
            Injury.HEADER_BYTES,
            Injury.BODY_BYTES,
            Injury.TELLING_NUMBER,
            Injury.CUT_OFF,
            Injury.PIECE_TAKEN_OUT,
            Injury.PIECE_DOUBLED,
            Injury.TAIL_GRAFTED,
            Injury.LENGTH_FIELD,
            Injury.LENGTH_FIELD);

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

    /** @param injuries what was done to it, one to three times */
    record Damaged(byte[] bytes, Set<Injury> injuries) {}

    Damaged damaged(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        byte[] bytes = whole.get(number % whole.size()).clone();
        Set<Injury> injuries = EnumSet.noneOf(Injury.class);
        int rounds = 1 + random.nextInt(3);
        for (int round = 0; round < rounds && bytes.length >= SMALLEST; round++) {
            Injury injury = OFTEN.get(random.nextInt(OFTEN.size()));
            injuries.add(injury);
            bytes = damage(bytes, injury, random);
        }
        return new Damaged(bytes, injuries);
    }

    private byte[] damage(byte[] bytes, Injury injury, SplittableRandom random) {
        return switch (injury) {
            case HEADER_BYTES -> changeBytes(bytes, HEADER_BYTES, random);
            case BODY_BYTES -> changeBytes(bytes, bytes.length, random);
            case TELLING_NUMBER -> tellingNumber(bytes, random);
            case CUT_OFF -> cutOff(bytes, random);
            case PIECE_TAKEN_OUT -> withoutPiece(bytes, random);
            case PIECE_DOUBLED -> withPieceTwice(bytes, random);
            case TAIL_GRAFTED -> withTailOf(whole.get(random.nextInt(whole.size())), bytes, random);
            case LENGTH_FIELD -> wrongLength(bytes, random);
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
