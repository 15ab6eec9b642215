package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.ThumbnailOutput;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the small frames of all chunks onto one sheet, row by row. */
public final class SheetAssembler {
    /** Black in limited range, for cells past the last frame. */
    private static final int BLACK_LUMA = 16;

    private static final int NEUTRAL_CHROMA = 128;

    private final ThumbnailOutput output;
    private final Timeline timeline;
    private final ChunkStore store;

    public SheetAssembler(ThumbnailOutput output, Timeline timeline, ChunkStore store) {
        this.output = output;
        this.timeline = timeline;
        this.store = store;
    }

    public void write(Path file) throws IOException {
        Map<Long, byte[]> pictures = pictures();
        Size sheetSize = output.sheetSize();
        try (Frame sheet = Frame.blankPicture(sheetSize.width(), sheetSize.height())) {
            sheet.fillPlane(0, BLACK_LUMA);
            sheet.fillPlane(1, NEUTRAL_CHROMA);
            sheet.fillPlane(2, NEUTRAL_CHROMA);
            sheet.tagBt709();
            for (int cell = 0; cell < output.frames(); cell++) {
                byte[] planes = pictures.get(output.pictureOf(cell, timeline));
                if (planes == null) {
                    throw new IOException("frame " + cell + " of the thumbnail sheet was not made");
                }
                draw(sheet, cell, planes);
            }
            Files.write(file, WebP.encode(sheet));
        }
    }

    private void draw(Frame sheet, int cell, byte[] planes) {
        int width = output.size().width();
        int height = output.size().height();
        int x = cell % output.columns() * width;
        int y = cell / output.columns() * height;
        int luma = width * height;
        int chroma = luma / 4;
        sheet.drawPlane(0, x, y, width, Arrays.copyOfRange(planes, 0, luma));
        sheet.drawPlane(1, x / 2, y / 2, width / 2, Arrays.copyOfRange(planes, luma, luma + chroma));
        sheet.drawPlane(2, x / 2, y / 2, width / 2, Arrays.copyOfRange(planes, luma + chroma, luma + 2 * chroma));
    }

    private Map<Long, byte[]> pictures() throws IOException {
        Map<Long, byte[]> pictures = new HashMap<>();
        for (int chunk = 0; chunk < timeline.chunks(); chunk++) {
            ChunkId id = new ChunkId(output.path(), chunk);
            if (store.isFinished(id)) {
                try (ChunkReader reader = store.read(id)) {
                    Optional<ChunkRecord> next = reader.next();
                    while (next.isPresent()) {
                        pictures.put(next.get().frame(), next.get().payload());
                        next = reader.next();
                    }
                }
            }
        }
        return pictures;
    }
}
