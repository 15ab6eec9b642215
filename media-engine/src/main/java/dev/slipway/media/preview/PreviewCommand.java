package dev.slipway.media.preview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What the player's worker is told. Times are microseconds from the first picture on. Each wish has a generation, which
 * only grows; a later wish overtakes an earlier one wherever that has come to, and events name the wish they belong to.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PreviewCommand.Show.class, name = "show"),
    @JsonSubTypes.Type(value = PreviewCommand.Step.class, name = "step"),
    @JsonSubTypes.Type(value = PreviewCommand.Play.class, name = "play"),
    @JsonSubTypes.Type(value = PreviewCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = PreviewCommand.Volume.class, name = "volume"),
    @JsonSubTypes.Type(value = PreviewCommand.Strip.class, name = "strip"),
    @JsonSubTypes.Type(value = PreviewCommand.Release.class, name = "release")
})
public sealed interface PreviewCommand {

    /** How near a picture has to be. */
    enum Nearness {
        /** Whatever lies nearest in the proxy, at once: while somebody drags. Nothing where there is no proxy yet. */
        PROXY,
        /** The proxy's at once, and the very picture of that moment as soon as it is decoded. */
        EXACT
    }

    /** Stand still at a moment. */
    record Show(long generation, long micros, Nearness nearness) implements PreviewCommand {}

    /**
     * Go so many pictures on from the one at a moment, back where the count is negative, and no further than the film.
     *
     * @param micros where the screen stands, or will once it shows what it was told
     */
    record Step(long generation, long micros, int pictures) implements PreviewCommand {}

    /** @param untilMicros where it ends; beyond the film's end for all of it */
    record Play(long generation, long micros, long untilMicros) implements PreviewCommand {}

    /** Stand still where it is. */
    record Pause(long generation) implements PreviewCommand {}

    /** @param share from 0, silent, to 1 */
    record Volume(double share) implements PreviewCommand {}

    /** Small pictures, spread evenly over the film, as soon as they are there. */
    record Strip(int count) implements PreviewCommand {}

    /** The slot of a {@link PreviewEvent.Shown} is no longer on the screen. */
    record Release(int slot) implements PreviewCommand {}
}
