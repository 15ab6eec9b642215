package dev.slipway.server.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells what is wrong with a JSON body in the sender's terms; Jackson's own messages name our classes. */
final class UnreadableJson {
    private UnreadableJson() {}

    static String sentence(JacksonException problem) {
        String field = field(problem);
        return switch (problem) {
            case StreamReadException syntax -> "The body is not JSON" + position(syntax.getLocation()) + ".";
            case UnrecognizedPropertyException unknown -> "\"" + field + "\" is not a member of what is expected here.";
            case ValueInstantiationException refused ->
                at(field) + ": " + refused.getOriginalMessage().replaceFirst("(?s).*problem: ", "") + ".";
            default -> at(field) + " does not have the form expected here.";
        };
    }

    private static String at(String field) {
        return field.isEmpty() ? "The body" : "\"" + field + "\"";
    }

    /** Such as {@code form.hashtags[3]}. */
    private static String field(JacksonException problem) {
        return problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String position(TokenStreamLocation location) {
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
