package dev.slipway.media.encode.source;

import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.LossRule;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;

/**
 * Counts the pictures of a source that could not be decoded, or only with errors that the decoder covered up, or that are
 * too large for the memory there is.
 */
public final class PictureLosses {
    private final Path source;
    private final long promised;
    private final Damage damage;
    private long lost;
    private long oversized;

    /** @param promised how many pictures the source should have */
    public PictureLosses(Path source, long promised, Damage damage) {
        this.source = source;
        this.promised = promised;
        this.damage = damage;
    }

    /** @throws MediaException as soon as there are too many, unless the creator insists */
    public void add(long pictures) {
        lost += pictures;
        requireFew(pictures);
    }

    /**
     * Counts pictures that are much larger than the first ones.
     *
     * @throws MediaException as soon as too many are lost, unless the creator insists
     */
    void addOversized(long pictures) {
        oversized += pictures;
        requireFew(pictures);
    }

    private void requireFew(long more) {
        if (more > 0 && damage == Damage.REFUSED && LossRule.isTooMuch(lost + oversized, promised)) {
            throw oversized >= lost ? grown() : damaged();
        }
    }

    private MediaException damaged() {
        return new MediaException(
                ProblemCode.DAMAGED,
                "More than a tenth of %s cannot be decoded without errors: %d of %d pictures so far. Copy the file again from where it came, or insist with --accept-damage."
                        .formatted(source.getFileName(), lost + oversized, promised));
    }

    private MediaException grown() {
        return new MediaException(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "The pictures of %s become so much larger in mid-film that they would not fit into the memory that was reckoned from its beginning: %d of %d so far. Cut it into one film for each size, or insist with --accept-damage: then the picture before stands for them."
                        .formatted(source.getFileName(), oversized, promised));
    }

    /** Told after the last picture; a resumed run knows of its own part. */
    public void tell(ProgressListener listener) {
        if (lost > 0) {
            String words =
                    "%d of %d pictures are damaged or missing in the source; the decoder's best guess or the picture before stands for them."
                            .formatted(lost, Math.max(lost, promised));
            listener.notice(new Notice(Notice.SOURCE_DAMAGED, words, lost + " / " + Math.max(lost, promised)));
        }
        if (oversized > 0) {
            String words =
                    "%d of %d pictures are so much larger than the first ones that no memory was reckoned for them; the picture before stands for them."
                            .formatted(oversized, Math.max(oversized, promised));
            listener.notice(
                    new Notice(Notice.SOURCE_DAMAGED, words, oversized + " / " + Math.max(oversized, promised)));
        }
    }
}
