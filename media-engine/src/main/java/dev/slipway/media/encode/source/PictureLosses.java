package dev.slipway.media.encode.source;

import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.LossRule;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;

/** Counts the pictures of a source that could not be decoded, or only with errors that the decoder covered up. */
public final class PictureLosses {
    private final Path source;
    private final long promised;
    private final Damage damage;
    private long lost;

    /** @param promised how many pictures the source should have */
    public PictureLosses(Path source, long promised, Damage damage) {
        this.source = source;
        this.promised = promised;
        this.damage = damage;
    }

    /** @throws MediaException as soon as there are too many, unless the creator insists */
    public void add(long pictures) {
        lost += pictures;
        if (pictures > 0 && damage == Damage.REFUSED && LossRule.isTooMuch(lost, promised)) {
            throw new MediaException(
                    ProblemCode.DAMAGED,
                    "More than a tenth of %s cannot be decoded without errors: %d of %d pictures so far. Copy the file again from where it came, or insist with --accept-damage."
                            .formatted(source.getFileName(), lost, promised));
        }
    }

    /** Told after the last picture; a resumed run knows of its own part. */
    public void tell(ProgressListener listener) {
        if (lost > 0) {
            String words =
                    "%d of %d pictures are damaged or missing in the source; the decoder's best guess or the picture before stands for them."
                            .formatted(lost, Math.max(lost, promised));
            listener.notice(new Notice(Notice.SOURCE_DAMAGED, words));
        }
    }
}
