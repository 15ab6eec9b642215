package dev.slipway.media.preview;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;

/** What the player's worker tells. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PreviewEvent.Opening.class, name = "opening"),
    @JsonSubTypes.Type(value = PreviewEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = PreviewEvent.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = PreviewEvent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = PreviewEvent.Strip.class, name = "strip"),
    @JsonSubTypes.Type(value = PreviewEvent.Proxied.class, name = "proxied"),
    @JsonSubTypes.Type(value = PreviewEvent.Posters.class, name = "posters"),
    @JsonSubTypes.Type(value = PreviewEvent.Failed.class, name = "failed")
})
public sealed interface PreviewEvent {

    /** @param share of the file that has been looked through, from 0 to 1 */
    record Opening(double share) implements PreviewEvent {}

    /**
     * Pictures may be asked for.
     *
     * @param size of each picture in the ring
     * @param slots of the ring
     * @param frameMicros from one picture to the next, on average
     * @param clock what moments are counted by while it plays
     */
    record Opened(Size size, int slots, long durationMicros, long frameMicros, Clock clock) implements PreviewEvent {}

    /** What moments are counted by. */
    enum Clock {
        /** Sound that is heard. */
        SOUND,
        /** Wall time: the film is silent. */
        SILENT_FILM,
        /** Wall time: this machine has no sound output that could be opened. */
        NO_OUTPUT
    }

    /** What a picture is. */
    enum Kind {
        PROXY,
        EXACT
    }

    /**
     * A picture is due now. Its slot stays as it is until it is released.
     *
     * @param micros when the picture begins
     */
    record Shown(long generation, int slot, long micros, Kind kind) implements PreviewEvent {}

    /**
     * Playing came to its end.
     *
     * @param shown pictures that were given out
     * @param dropped pictures that came too late to be
     */
    record Ended(long generation, long micros, long shown, long dropped) implements PreviewEvent {}

    /** @param jpeg the small picture at place {@code index} of {@code count} */
    record Strip(int index, int count, long micros, byte[] jpeg) implements PreviewEvent {}

    /** @param share of the film that the proxy covers, from 0 to 1 */
    record Proxied(double share) implements PreviewEvent {}

    /**
     * Pictures that would make good posters, the best first. Told when the whole film has been looked through for the first
     * time, and again when that was done more closely.
     */
    record Posters(List<Poster> best) implements PreviewEvent {
        public Posters {
            best = List.copyOf(best);
        }
    }

    /** @param jpeg the small picture of that moment */
    record Poster(long micros, byte[] jpeg) {}

    /** This film cannot be shown; the worker says nothing more. */
    record Failed(ProblemCode code, String message) implements PreviewEvent {}
}
