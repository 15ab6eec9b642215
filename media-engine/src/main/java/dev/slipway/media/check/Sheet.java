package dev.slipway.media.check;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** How the small frames lie on a thumbnail sheet. */
record Sheet(int frames, int columns, int cellWidth, int cellHeight, long intervalMicros) {
    private static final long MAX_FRAMES = 10_000;

    static Sheet of(Artifact artifact) {
        ArtifactMedia media = artifact.media();
        long frames = positive(artifact, media.frames());
        long columns = positive(artifact, media.columns());
        long width = positive(artifact, media.width());
        long rows = Math.ceilDiv(frames, columns);
        long cellWidth = width / columns;
        long cellHeight = positive(artifact, media.height()) / rows;
        long interval = positive(artifact, media.intervalMicros());
        if (frames > MAX_FRAMES || cellWidth < 2 || cellHeight < 2) {
            throw refusal(artifact);
        }
        return new Sheet((int) frames, (int) columns, (int) cellWidth, (int) cellHeight, interval);
    }

    /** The middle of the stretch of time that a cell stands for, which is what it shows. */
    long micros(int cell) {
        return cell * intervalMicros + intervalMicros / 2;
    }

    Thumbprint cell(PicturePlanes planes, int cell) {
        int left = cell % columns * cellWidth;
        int top = cell / columns * cellHeight;
        return planes.thumbprint(new PicturePlanes.Area(left, top, cellWidth, cellHeight));
    }

    private static long positive(Artifact artifact, @Nullable Number value) {
        if (value == null || value.longValue() <= 0) {
            throw refusal(artifact);
        }
        return value.longValue();
    }

    private static Refusal refusal(Artifact artifact) {
        return new Refusal(
                ProblemCode.INVALID_MANIFEST,
                artifact.path(),
                "The manifest does not say how the small frames lie on " + artifact.path() + ".",
                String.valueOf(artifact.media()));
    }
}
