package dev.slipway.media.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a single-file fragmented MP4 from its first byte to its last: {@code ftyp moov sidx? (moof mdat)+ mfra?}.
 * Every byte belongs to a known box and every byte of {@code mdat} to a sample, so nothing can hide in the file. Sizes
 * are checked before anything is allocated; memory grows with the number of segments only.
 */
public final class TrackIndexer {
    private static final int MAX_HEADER_BOX = 1 << 20;
    private static final int MAX_SEGMENTS = 100_000;
    /** Playlists and the stored index grow with the number of segments; this engine writes about one for 4 s. */
    private static final int MOST_SEGMENTS_A_SECOND = 2;

    private static final long MAX_SAMPLES = 20_000_000;
    /** A fraction of a second: pictures may lie 2 ms off the grid, since a clock cannot express every rate. */
    private static final int UNEVENNESS = 500;

    private static final int INDEX_BYTES_A_SEGMENT = 64;

    private final SeekableByteChannel file;
    private final long fileSize;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable MovieHeader movie;
    private @Nullable SegmentIndexBox segmentIndex;
    private long initEnd;
    private long samples;

    private TrackIndexer(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.fileSize = file.size();
    }

    /** @throws BoxException when the file is not one this engine would write */
    public static TrackIndex index(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return index(file);
        }
    }

    /** @throws BoxException when the bytes are not a file this engine would write */
    public static TrackIndex index(SeekableByteChannel file) throws IOException {
        return new TrackIndexer(file).read();
    }

    private TrackIndex read() throws IOException {
        BoxHeader box = BoxHeader.read(file, 0, fileSize);
        if (!box.type().equals("ftyp")) {
            throw new BoxException("byte 0", "an MP4 file starts with 'ftyp'");
        }
        box.payload(file, MAX_HEADER_BOX);
        while (box.end() < fileSize) {
            box = next(BoxHeader.read(file, box.end(), fileSize));
        }
        if (movie == null || segments.isEmpty()) {
            throw new BoxException("file", "it holds no movie fragment");
        }
        return index(movie);
    }

    private TrackIndex index(MovieHeader header) throws BoxException {
        SampleEntry entry = header.entry();
        ByteRange init = new ByteRange(0, initEnd);
        TrackIndex index = new TrackIndex(
                entry.kind(),
                entry.codec(),
                entry.codecs(),
                entry.width(),
                entry.height(),
                entry.channels(),
                entry.sampleRate(),
                header.timescale(),
                fileSize,
                init,
                segmentIndex == null ? null : segmentIndex.header().range(),
                segments,
                samples,
                header.editOffsetTicks());
        requireSaneTimes(index);
        if (segmentIndex != null) {
            segmentIndex.requireAgreement(index);
        }
        return index;
    }

    /** A thousand hours is more than anybody plays, and microseconds of far more would overflow. */
    private static void requireSaneTimes(TrackIndex index) throws BoxException {
        long limit = index.timescale() * 3_600_000;
        if (index.segments().getLast().endTicks() > limit || Math.abs(index.editOffsetTicks()) > limit) {
            throw new BoxException("file", "it claims to last more than a thousand hours");
        }
        if (index.durationMicros() <= 0) {
            throw new BoxException("elst", "the edit list hides the whole track");
        }
    }

    /** Takes in one top-level box, with the {@code mdat} that has to follow a {@code moof}; returns the last taken. */
    private BoxHeader next(BoxHeader box) throws IOException {
        switch (box.type()) {
            case "moov" -> {
                movie(box);
                return box;
            }
            case "sidx" -> {
                if (movie == null || segmentIndex != null || !segments.isEmpty()) {
                    throw outOfPlace(box);
                }
                segmentIndex = SegmentIndexBox.read(box, box.payload(file, MAX_HEADER_BOX));
                return box;
            }
            case "moof" -> {
                return fragment(box);
            }
            case "mfra" -> {
                return randomAccess(box);
            }
            default -> throw outOfPlace(box);
        }
    }

    private void movie(BoxHeader box) throws IOException {
        if (movie != null || !segments.isEmpty()) {
            throw outOfPlace(box);
        }
        movie = MovieHeader.read(box.payload(file, MAX_HEADER_BOX));
        initEnd = box.end();
    }

    private BoxHeader fragment(BoxHeader moof) throws IOException {
        if (movie == null) {
            throw outOfPlace(moof);
        }
        if (segments.size() == MAX_SEGMENTS || samples > MAX_SAMPLES) {
            throw new BoxException("file", "more than " + MAX_SEGMENTS + " segments or " + MAX_SAMPLES + " samples");
        }
        Fragment fragment = Fragment.read(moof.payload(file, MAX_HEADER_BOX), movie);
        requireEvenPictures(fragment, movie, moof);
        BoxHeader mdat = BoxHeader.read(file, moof.end(), fileSize);
        if (!mdat.type().equals("mdat")) {
            throw outOfPlace(mdat);
        }
        if (fragment.dataOffset() != moof.size() + mdat.headerSize() || fragment.dataSize() != mdat.payloadSize()) {
            throw new BoxException(
                    "mdat at byte " + mdat.offset(),
                    "its " + mdat.payloadSize() + " bytes are not exactly the " + fragment.dataSize()
                            + " bytes of samples that moof lists");
        }
        add(fragment, new ByteRange(moof.offset(), mdat.end() - moof.offset()));
        return mdat;
    }

    /**
     * Files whose segments have the same borders and numbers of pictures then show each picture at the same time;
     * otherwise one rung could hold a picture for seconds while another shows something else.
     */
    private static void requireEvenPictures(Fragment fragment, MovieHeader movie, BoxHeader moof) throws BoxException {
        boolean pictures = movie.entry().kind() == TrackKind.VIDEO;
        if (pictures && fragment.unevenTicks() > Math.max(1, movie.timescale() / UNEVENNESS)) {
            throw new BoxException(
                    "moof at byte " + moof.offset(),
                    "its pictures are not spaced evenly, one is " + fragment.unevenTicks() + " ticks off");
        }
    }

    private void add(Fragment fragment, ByteRange bytes) throws BoxException {
        boolean goesOn =
                segments.isEmpty() || fragment.startTicks() > segments.getLast().startTicks();
        if (goesOn && !segments.isEmpty() && isTooSoon(fragment)) {
            throw new BoxException("moof at byte " + bytes.offset(), "the segment before it is shorter than 0.5 s");
        }
        if (!goesOn
                || fragment.durationTicks() <= 0
                || fragment.startTicks() > Long.MAX_VALUE / 2
                || fragment.durationTicks() > Long.MAX_VALUE / 2) {
            throw new BoxException("moof at byte " + bytes.offset(), "its time does not come after the one before");
        }
        samples += fragment.samples();
        segments.add(new Segment(
                bytes,
                fragment.startTicks(),
                fragment.durationTicks(),
                fragment.samples(),
                fragment.startsWithKeyFrame()));
    }

    private boolean isTooSoon(Fragment fragment) {
        long step = fragment.startTicks() - segments.getLast().startTicks();
        return movie != null && step < Math.ceilDiv(movie.timescale(), MOST_SEGMENTS_A_SECOND);
    }

    /** The optional index at the end is read by nobody here; it may only be as large as one of its kind needs. */
    private BoxHeader randomAccess(BoxHeader mfra) throws IOException {
        if (mfra.end() != fileSize || segments.isEmpty()) {
            throw outOfPlace(mfra);
        }
        mfra.payload(file, (segments.size() + 2) * INDEX_BYTES_A_SEGMENT);
        return mfra;
    }

    private static BoxException outOfPlace(BoxHeader box) {
        return new BoxException(
                "byte " + box.offset(), "box '" + Box.printable(box.type()) + "' is unknown or out of place here");
    }
}
