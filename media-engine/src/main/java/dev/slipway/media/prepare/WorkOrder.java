package dev.slipway.media.prepare;

import dev.slipway.media.chunk.DurableFile;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person asked for, kept beside unfinished work: which film, and which wishes. Unlike the chunks' key it can be
 * told before anything is searched for. Who encodes is no part of it: chunks of another encoder are told of later.
 *
 * @param shape of the wishes that this program knows: what a program with others noted cannot be compared
 */
record WorkOrder(String shape, String digest) {
    private static final String NAME = "order";
    private static final String SHAPE = digest(shape(PlanRequest.class));

    static WorkOrder of(PrepareRequest request) throws IOException {
        return new WorkOrder(SHAPE, digest(Fingerprint.of(request.source()) + "|" + request.wishes()));
    }

    /** @throws MediaException {@code usage} when the folder has unfinished work of another order */
    void requireSame(WorkFolder folder) throws IOException {
        if (folder.hasChunks() && isOther(folder.file(NAME))) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "There is unfinished work in " + folder.target() + " of another film, or of this one with other"
                            + " options. Repeat its command to finish it, choose another folder, or throw it away with"
                            + " --afresh.");
        }
    }

    /** A torn note says nothing, as one of another program does: then the chunks' own key decides. */
    private boolean isOther(Path kept) throws IOException {
        if (!Files.isRegularFile(kept) || Files.size(kept) != text().length()) {
            return false;
        }
        String other = new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1);
        return other.startsWith(shape) && !other.equals(text());
    }

    void keepIn(WorkFolder folder) throws IOException {
        DurableFile.write(folder.file(NAME), text().getBytes(StandardCharsets.ISO_8859_1));
    }

    private String text() {
        return shape + " " + digest;
    }

    /** The names of a record's members, and of theirs. */
    private static String shape(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(member -> member.getName() + shape(member.getType()))
                        .collect(Collectors.joining(",", "(", ")"))
                : "";
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
