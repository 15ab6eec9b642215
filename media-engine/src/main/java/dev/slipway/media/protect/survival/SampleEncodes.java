package dev.slipway.media.protect.survival;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Encodes one sample for every rung with the job's own encoders and counts bytes and CPU; the results are thrown away. */
final class SampleEncodes implements AutoCloseable {
    private final List<Encode> encodes = new ArrayList<>();
    private final CpuClock cpu;
    private final Map<String, Long> bytes;

    private record Encode(Lane lane, ChunkJob job, ChunkWriter chunk) {}

    /**
     * @param number of the sample
     * @param bytes is added to, by the output's name
     */
    SampleEncodes(List<Lane> lanes, ChunkStore store, int number, CpuClock cpu, Map<String, Long> bytes)
            throws IOException {
        this.cpu = cpu;
        this.bytes = bytes;
        for (Lane lane : lanes) {
            ChunkWriter chunk = store.write(lane.chunks().apply(number));
            encodes.add(new Encode(lane, lane.jobs().begin(), chunk));
        }
    }

    void picture(Size size, Frame picture) {
        for (Encode encode : encodes) {
            if (encode.lane().size().equals(size)) {
                try {
                    cpu.count(() -> encode.job().picture(picture, encode.chunk()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    void finish() throws IOException {
        for (Encode encode : encodes) {
            cpu.count(() -> encode.job().finish(encode.chunk()));
            bytes.merge(encode.lane().path(), encode.chunk().bytes(), Long::sum);
        }
    }

    @Override
    public void close() throws IOException {
        for (Encode encode : encodes) {
            encode.job().close();
            encode.chunk().close();
        }
    }
}
