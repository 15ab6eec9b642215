package dev.slipway.server;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.AddressRange;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.configuration.WebOrigin;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Why the server did not start, in one sentence, where the cause is one that a person can do something about. */
record StartFailure(ProblemCode code, String message) {
    private static final Map<Class<?>, String> FORMS = Map.of(
            Address.class, "0x and 40 hex digits",
            AddressRange.class, "an address or a network such as 10.0.0.0/8",
            WebOrigin.class, "an origin such as https://player.example",
            URI.class, "an address such as https://video.example",
            Duration.class, "a time such as 30m or 24h",
            DataSize.class, "a size such as 500MB or 20GB",
            ZoneId.class, "a time zone such as UTC or Europe/Riga",
            Boolean.class, "true or false");

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
            case SQLException database -> explain(String.valueOf(database.getSQLState()));
            case BindValidationException invalid -> found(ProblemCode.CONFIGURATION, SettingRanges.sentences(invalid));
            case BindException unreadable ->
                found(
                        ProblemCode.CONFIGURATION,
                        "The setting " + variable(unreadable.getName().toString()) + " cannot be understood"
                                + form(unreadable.getTarget().getType())
                                        .map(form -> ": it takes " + form)
                                        .orElse("")
                                + ".");
            default -> Optional.empty();
        };
    }

    /** By the class of the SQLSTATE (PostgreSQL's appendix A). Addresses may hold passwords, so none is told. */
    private static Optional<StartFailure> explain(String sqlState) {
        String database = "PostgreSQL of SLIPWAY_DATABASE_URL ";
        return switch (sqlState.substring(0, Math.min(2, sqlState.length()))) {
            case "08" ->
                found(ProblemCode.CONFIGURATION, database + "does not answer. Start it, or correct the address.");
            case "28" -> found(ProblemCode.CONFIGURATION, database + "does not take this user or password.");
            case "3D" ->
                found(ProblemCode.CONFIGURATION, database + "has no such database. Make it, or correct the address.");
            default -> Optional.empty();
        };
    }

    private static Optional<StartFailure> found(ProblemCode code, String message) {
        return Optional.of(new StartFailure(code, message));
    }

    /** How a value of that type is written; empty where the type does not say it. */
    private static Optional<String> form(ResolvableType type) {
        if (type.asCollection() != ResolvableType.NONE) {
            return form(type.asCollection().getGeneric(0)).map(each -> each + ", several by commas");
        }
        Class<?> kind = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
        if (kind.isEnum()) {
            return Optional.of(Stream.of(kind.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or ")));
        }
        if (Number.class.isAssignableFrom(kind)) {
            return Optional.of("a whole number");
        }
        return Optional.ofNullable(FORMS.get(kind));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
