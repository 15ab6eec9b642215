package dev.slipway.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to an endpoint (Standard Webhooks, "Payload structure"). It tells where a publication stands and
 * nothing of who made it: no wallet, no reference, no transaction, no text.
 *
 * @param type {@code publication.} and a state of content, {@code payment.} and a state of payment, {@link #IN_REVIEW}, or {@link
 *     #TEST}
 * @param timestamp when it happened
 * @param data absent in a test
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookEvent(
        String type, Instant timestamp, @Nullable Standing data) {
    /** What an endpoint is sent when its owner tries it. */
    public static final String TEST = "webhook.test";

    /** A person will look at it: its content stays {@code moderating} until then. */
    public static final String IN_REVIEW = "publication.in_review";

    /** What can be asked for. */
    public static final Set<String> TYPES = Stream.of(
                    Arrays.stream(ContentState.values())
                            .filter(state -> state != ContentState.DRAFT)
                            .map(WebhookEvent::type),
                    Arrays.stream(PaymentState.values()).map(WebhookEvent::type),
                    Stream.of(IN_REVIEW))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    /**
     * A publication after the change.
     *
     * @param version counts up: of two events the one with the higher is the newer, whatever came first
     * @param problem why it was rejected or held, or waits for a person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            PublicationId publicationId,
            long version,
            ContentState content,
            PaymentState payment,
            @Nullable ProblemCode problem) {}

    /** Types have letters, digits and underscores in each of their parts, as the standard has it. */
    public static String type(ContentState state) {
        return "publication." + state.text().replace('-', '_');
    }

    public static String type(PaymentState state) {
        return "payment." + state.text();
    }
}
