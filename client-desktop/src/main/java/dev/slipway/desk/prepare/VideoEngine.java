package dev.slipway.desk.prepare;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.comparison.Comparison;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.image.Crop;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.util.List;

/** What the desk asks of the engine. Blocking; failures are {@link dev.slipway.desk.problem.DeskException}. */
public interface VideoEngine {

    /** @param listener told how far into the file reading has come */
    MediaFacts probe(Path file, Damage damage, ProgressListener listener, CancelSignal cancel);

    /** Writes one picture of the video as a small JPEG file; its folder is made if missing. */
    void cardPicture(Path video, Path target, CancelSignal cancel);

    /** Writes a picture file of any kind as PNG, upright and at most 1024 pixels a side; its folder is made if missing. */
    void imageView(Path image, Path target, CancelSignal cancel);

    /** Writes a square of a picture file as an avatar in WebP; its folder is made if missing. */
    void avatar(Path image, Crop square, Path target, CancelSignal cancel);

    /**
     * Opens a film in a player's worker, which lives until it is closed; its folder is made if missing.
     *
     * @param listener called on threads of its own
     */
    Preview preview(PreviewRequest request, PreviewSession.Listener listener);

    /** What {@link #prepare} would make and take. */
    Outlook outlook(PrepareJob job, ProgressListener listener, CancelSignal cancel);

    /**
     * Shows one moment as {@link #prepare} would make it.
     *
     * @param micros from the source's first picture on
     * @param folder for the pictures, which replace earlier ones; made if missing
     */
    Comparison compare(PrepareJob job, long micros, Path folder, ProgressListener listener, CancelSignal cancel);

    /** Leaves the folder with a whole set of artifacts and their manifest, or without a manifest. */
    Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel);

    /**
     * Throws away what a stopped {@link #prepare} of this source left in the folder; finished files stay. Nothing may be
     * at work there.
     */
    void discard(Path folder, Path source);

    /** Which hardware encoders work here; takes seconds where it is not remembered. */
    Catalogue hardware(Survey.Freshness freshness, CancelSignal cancel);

    /** Before anything is made: refuses a folder in which something else has the name of a {@link #webm} copy. */
    void requireRoomForWebm(Path folder);

    /** Puts the top rung and its sound of a finished folder into one file there, which is part of no publication. */
    Path webm(Path folder, CancelSignal cancel);

    /** The pictures of a finished folder that its poster may be chosen from, best first. */
    List<PosterCandidate> posterCandidates(Path folder);

    /** Writes a clip of ten seconds made from the engine's own test sources. */
    void sample(Path file, CancelSignal cancel);
}
