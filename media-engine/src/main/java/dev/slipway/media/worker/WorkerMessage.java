package dev.slipway.media.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.SoundPiece;
import dev.slipway.model.problem.ProblemCode;
import tools.jackson.databind.JsonNode;

/** One line of JSON from the worker. A result or a failure is the last. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerMessage.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = WorkerMessage.Advanced.class, name = "progress"),
    @JsonSubTypes.Type(value = WorkerMessage.Noticed.class, name = "notice"),
    @JsonSubTypes.Type(value = WorkerMessage.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = WorkerMessage.Sounded.class, name = "sound"),
    @JsonSubTypes.Type(value = WorkerMessage.Told.class, name = "told"),
    @JsonSubTypes.Type(value = WorkerMessage.Result.class, name = "result"),
    @JsonSubTypes.Type(value = WorkerMessage.Failure.class, name = "failed")
})
sealed interface WorkerMessage {
    /** The first word, said before the job looks at anything. */
    record Begun() implements WorkerMessage {}

    record Advanced(Progress progress) implements WorkerMessage {}

    record Noticed(Notice notice) implements WorkerMessage {}

    record Planned(Outlook outlook) implements WorkerMessage {}

    record Sounded(SoundPiece piece) implements WorkerMessage {}

    /** What a service has to say. */
    record Told(JsonNode value) implements WorkerMessage {}

    record Result(JsonNode value) implements WorkerMessage {}

    record Failure(ProblemCode code, String message) implements WorkerMessage {}
}
