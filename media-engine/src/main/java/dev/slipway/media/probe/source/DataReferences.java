package dev.slipway.media.probe.source;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Which tracks of an MP4 or MOV file keep their samples in another file (data references, ISO/IEC 14496-12, section
 * 8.7.2). The demuxer follows none of them, and tells nobody.
 */
public final class DataReferences {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final Set<String> ON_THE_WAY = Set.of("moov", "mdia", "minf", "dinf");

    /** Entry: size, four letters, version and flags; what follows says where. */
    private static final int ENTRY = 12;

    private static final int SELF_CONTAINED = 1;

    /** A Macintosh alias, whose first bytes say nothing; addresses are text. */
    private static final int ALIAS = 0x616C6973;

    /** The first entries tell; nobody has more of them than a page holds. */
    private static final int MOST_BYTES = 4096;

    private static final int MOST_BOXES = 10_000;

    private final FileChannel channel;
    private final Set<Integer> outside = new HashSet<>();
    private int boxes;
    private int track = -1;

    private DataReferences(FileChannel channel) {
        this.channel = channel;
    }

    /** The tracks' numbers in the order of the file, from 0. */
    public static Set<Integer> outsideOf(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            DataReferences references = new DataReferences(channel);
            references.walk(0, channel.size());
            return Set.copyOf(references.outside);
        } catch (IOException e) {
            throw new MediaException(ProblemCode.FILE_NOT_FOUND, file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void walk(long from, long until) throws IOException {
        long at = from;
        while (at + HEADER <= until && boxes++ < MOST_BOXES) {
            ByteBuffer header = read(at, LONG_HEADER);
            if (header.remaining() < HEADER) {
                return;
            }
            long size = Integer.toUnsignedLong(header.getInt());
            byte[] name = new byte[4];
            header.get(name);
            long content = at + HEADER;
            if (size == 1 && header.remaining() == Long.BYTES) {
                size = header.getLong();
                content = at + LONG_HEADER;
            }
            long end = size == 0 ? until : at + size;
            if (end < content || end > until) {
                return;
            }
            enter(new String(name, StandardCharsets.ISO_8859_1), content, end);
            at = end;
        }
    }

    private void enter(String name, long content, long end) throws IOException {
        if (name.equals("trak")) {
            track++;
            walk(content, end);
        } else if (ON_THE_WAY.contains(name)) {
            walk(content, end);
        } else if (name.equals("dref") && pointsAway(read(content, Math.min(MOST_BYTES, end - content)))) {
            outside.add(track);
        }
    }

    /** Some writers forget the flag; where nothing is named, the file itself is meant. */
    private static boolean pointsAway(ByteBuffer references) {
        if (references.remaining() < HEADER + ENTRY) {
            return false;
        }
        references.position(HEADER);
        int size = references.getInt();
        boolean alias = references.getInt() == ALIAS;
        boolean here = (references.getInt() & SELF_CONTAINED) != 0;
        boolean named = references.hasRemaining() && (alias || references.get() != 0);
        return !here && size > ENTRY && named;
    }

    private ByteBuffer read(long at, long most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(most));
        channel.read(bytes, at);
        return bytes.flip();
    }
}
