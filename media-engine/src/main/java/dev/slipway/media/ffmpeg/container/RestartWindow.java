package dev.slipway.media.ffmpeg.container;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the latest packets of a picture track, from a key frame on, that decoding must begin with again so that nothing
 * which may still be inside a decoder is lost. The packets themselves are kept by somebody else. Not thread-safe.
 */
public final class RestartWindow {
    /** More than the pictures of 100 Mbit/s take in 20 s, so that films as cameras and programs make them fit. */
    public static final long MOST_BYTES = 256L << 20;

    /** As many pictures as a standard lets be reordered, and as many again that whoever decodes may hold back. */
    private static final int PICTURES_BEHIND = 32;

    private static final int LEAST_PACKETS = 64;

    private final Deque<Group> groups = new ArrayDeque<>();
    private final int wished;
    private final int required;
    private final long most;
    private int packets;
    private long bytes;
    private long peak;

    /**
     * @param threads of the decoder, each of which delays its pictures by one more
     * @param most bytes beyond which films of rare key frames do not fit
     */
    public RestartWindow(int threads, long most) {
        this.wished = Math.max(LEAST_PACKETS, PICTURES_BEHIND + threads);
        this.required = threads + 2;
        this.most = most;
    }

    /** A key frame and what follows it until the next one. */
    private record Group(int packets, long bytes) {
        private Group with(int size) {
            return new Group(packets + 1, bytes + size);
        }
    }

    /** @return how many of the oldest packets are needed no more */
    public int add(Packet packet) {
        Group group = packet.isKey() || groups.isEmpty() ? new Group(0, 0) : groups.removeLast();
        groups.add(group.with(packet.size()));
        packets++;
        bytes += packet.size();
        int before = packets;
        while (groups.size() > 1 && isSpare(groups.element())) {
            Group oldest = groups.remove();
            packets -= oldest.packets();
            bytes -= oldest.bytes();
        }
        peak = Math.max(peak, hasOnlyKeys() ? Math.min(bytes, most) : bytes);
        return before - packets;
    }

    private boolean isSpare(Group oldest) {
        int rest = packets - oldest.packets();
        return rest >= wished || bytes > most && rest >= required;
    }

    /** Then there are no more packets than a decoder of so many threads has hold of anyway. */
    private boolean hasOnlyKeys() {
        return groups.size() == packets;
    }

    /** More would have to be kept than there is room for. */
    public boolean isOver() {
        return bytes > most && !hasOnlyKeys();
    }

    /** The most bytes that there were at a time; more than there is room for means that it was over. */
    public long peak() {
        return peak;
    }
}
