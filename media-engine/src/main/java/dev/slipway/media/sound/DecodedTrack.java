package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Plays one of our own sound files, as many samples at a time as are asked for. Not thread-safe. */
public final class DecodedTrack implements AutoCloseable {
    private final Opened opened = new Opened();
    private final Demuxer demuxer;
    private final Track track;
    private final Decoder decoder;
    private final Packet packet;
    private final StereoConverter converter;
    private final SampleGrid grid;
    private final Deque<StereoBlock> blocks = new ArrayDeque<>();
    private int used;
    private boolean ended;

    /** @param samples how many there are; a shorter file is silent at its end */
    public DecodedTrack(Path file, long samples) {
        try {
            demuxer = opened.with(Demuxer.open(file, Set.of("mov")), Demuxer::close);
            track = demuxer.tracks().getFirst();
            decoder = opened.with(Decoder.open(track, 1), Decoder::close);
            packet = opened.with(new Packet(), Packet::close);
            grid = new SampleGrid(samples, blocks::add);
            converter = opened.with(new StereoConverter(grid::place), StereoConverter::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Fills both arrays with what comes next; silence after the end. */
    public void next(float[] left, float[] right) {
        int filled = 0;
        while (filled < left.length && available()) {
            StereoBlock block = blocks.getFirst();
            int count = Math.min(block.samples() - used, left.length - filled);
            System.arraycopy(block.left(), used, left, filled, count);
            System.arraycopy(block.right(), used, right, filled, count);
            filled += count;
            used += count;
            if (used == block.samples()) {
                blocks.removeFirst();
                used = 0;
            }
        }
    }

    private boolean available() {
        while (blocks.isEmpty() && !ended) {
            if (demuxer.read(packet)) {
                decoder.decode(packet, this::convert);
            } else {
                ended = true;
                decoder.decode(null, this::convert);
                converter.finish();
                grid.finish();
            }
        }
        return !blocks.isEmpty();
    }

    private void convert(Frame frame) {
        if (frame.bestTime() != Timebase.NONE && frame.samples() > 0) {
            frame.setPts(track.timebase().toMicros(frame.bestTime()));
            converter.accept(frame);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
