package dev.slipway.server;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the server did not start, in one sentence, where the cause is one that a person can do something about. */
record StartFailure(ProblemCode code, String message) {

    /** Empty for what nobody foresaw: that belongs into the log with everything known of it. */
    static Optional<StartFailure> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> explain(cause).stream())
                .reduce((outer, inner) -> inner);
    }

    private static Optional<StartFailure> explain(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> found(refused.code(), String.valueOf(refused.getMessage()));
            case PortInUseException taken ->
                found(
                        ProblemCode.PORT_TAKEN,
                        "Port " + taken.getPort() + " is in use. Stop what uses it, or choose another with --port.");
            case BindValidationException invalid ->
                found(
                        ProblemCode.CONFIGURATION,
                        "A setting is not acceptable: "
                                + invalid.getValidationErrors().getAllErrors().stream()
                                        .map(Object::toString)
                                        .findFirst()
                                        .orElse("")
                                + ".");
            case BindException unreadable ->
                found(
                        ProblemCode.CONFIGURATION,
                        "The setting " + variable(unreadable.getName().toString()) + " cannot be understood.");
            default -> Optional.empty();
        };
    }

    private static Optional<StartFailure> found(ProblemCode code, String message) {
        return Optional.of(new StartFailure(code, message));
    }

    private static String variable(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
