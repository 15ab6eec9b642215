package dev.slipway.media.prepare;

import dev.slipway.media.chunk.DurableFile;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * What a person asked for, kept beside unfinished work: which film, and which wishes. Unlike the chunks' key it can be
 * told before anything is searched for, and does not change with the program.
 */
record WorkOrder(String text) {
    private static final String NAME = "order";

    static WorkOrder of(PrepareRequest request) throws IOException {
        String asked = Fingerprint.of(request.source()) + "|" + request.wishes();
        return new WorkOrder(HexFormat.of().formatHex(Sha256.of(asked.getBytes(StandardCharsets.UTF_8))));
    }

    /** @throws MediaException {@code usage} when the folder has unfinished work of another order */
    void requireSame(WorkFolder folder) throws IOException {
        Path kept = folder.file(NAME);
        if (folder.hasChunks()
                && Files.isRegularFile(kept)
                && !Files.readString(kept).equals(text)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "There is unfinished work in " + folder.target() + " of another film, or of this one with other"
                            + " options. Repeat its command to finish it, choose another folder, or throw it away with"
                            + " --afresh.");
        }
    }

    void keepIn(WorkFolder folder) throws IOException {
        DurableFile.write(folder.file(NAME), text.getBytes(StandardCharsets.UTF_8));
    }
}
