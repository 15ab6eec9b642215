package dev.slipway.desk.video;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Turns;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into one draft's video, once; the answer is kept with the draft. */
public final class VideoModel {
    private static final Logger LOG = LoggerFactory.getLogger(VideoModel.class);

    private final ReadOnlyObjectWrapper<VideoState> state;
    private final ReadOnlyObjectWrapper<@Nullable Path> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final Draft draft;
    private final VideoEngine engine;
    private final Drafts drafts;
    private final Background background;
    private final Turns turns;
    private final Path pictureFile;
    private volatile @Nullable CancelSignal running;

    /**
     * @param turns shared by all videos: each that is read has a process of its own
     * @param pictureFile where its picture is kept
     */
    public VideoModel(
            Draft draft, VideoEngine engine, Drafts drafts, Background background, Turns turns, Path pictureFile) {
        this.draft = draft;
        this.engine = engine;
        this.drafts = drafts;
        this.background = background;
        this.turns = turns;
        this.pictureFile = pictureFile;
        MediaFacts facts = draft.facts();
        state = new ReadOnlyObjectWrapper<>(
                this, "state", facts == null ? new VideoState.Stopped() : new VideoState.Known(facts));
    }

    public ReadOnlyObjectProperty<VideoState> state() {
        return state.getReadOnlyProperty();
    }

    /** A file with a picture of the video, null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> picture() {
        return picture.getReadOnlyProperty();
    }

    public Path source() {
        return draft.source();
    }

    public Optional<MediaFacts> facts() {
        return state.get() instanceof VideoState.Known known ? Optional.of(known.facts()) : Optional.empty();
    }

    /** Takes a picture out of a known video, unless that was done before; a video without one is still a video. */
    public void showPicture() {
        background.run(
                () -> turns.inTurn(() -> {
                    if (!Files.exists(pictureFile)) {
                        engine.cardPicture(draft.source(), pictureFile, new CancelSignal());
                    }
                    return pictureFile;
                }),
                picture::set,
                problem -> LOG.warn("No picture of {}: {}", draft.source(), problem.getMessage()));
    }

    /** Reads the file, unless it is known or being read; also after a refusal, when the file may be another. */
    public void look() {
        if (running != null || state.get() instanceof VideoState.Known) {
            return;
        }
        CancelSignal cancel = new CancelSignal();
        running = cancel;
        state.set(new VideoState.Looking(0));
        background.run(() -> turns.inTurn(() -> read(cancel)), this::known, this::failed);
    }

    /** Ends the reading. May be called on any thread. */
    public void stop() {
        CancelSignal reading = running;
        if (reading != null) {
            reading.cancel();
        }
    }

    private MediaFacts read(CancelSignal cancel) {
        MediaFacts facts = engine.probe(
                draft.source(),
                Damage.REFUSED,
                progress -> background.ui().run(() -> progressed(progress.fraction())),
                cancel);
        drafts.saveFacts(draft.id(), facts);
        return facts;
    }

    private void progressed(double fraction) {
        if (state.get() instanceof VideoState.Looking) {
            state.set(new VideoState.Looking(fraction));
        }
    }

    private void known(MediaFacts facts) {
        running = null;
        state.set(new VideoState.Known(facts));
        showPicture();
    }

    /** Of what went wrong before it could be read. */
    public void failed(DeskException problem) {
        running = null;
        state.set(
                problem.code() == ProblemCode.CANCELLED
                        ? new VideoState.Stopped()
                        : new VideoState.Refused(problem.code(), problem.getMessage()));
    }
}
