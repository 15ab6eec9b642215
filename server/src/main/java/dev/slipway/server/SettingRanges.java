package dev.slipway.server;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Which settings are outside of their range, and what that is: by their names and never with their values. */
final class SettingRanges {
    private SettingRanges() {}

    /** A sentence for each, always in the same language and order. */
    static String sentences(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(SettingRanges::sentence)
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(ObjectError error) {
        String name = error instanceof FieldError field
                ? error.getObjectName() + "-"
                        + field.getField().replaceAll("\\[.*", "").replaceAll("([A-Z])", "-$1")
                : error.getObjectName();
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + " " + range(error) + ".";
    }

    /** By the constraint: the texts of the library are in the language of the machine. */
    private static String range(ObjectError error) {
        return switch (String.valueOf(error.getCode())) {
            case "Positive" -> "must be at least 1";
            case "PositiveOrZero" -> "must be at least 0";
            case "Min", "DecimalMin" -> "must be at least " + argument(error, 1);
            case "Max", "DecimalMax" -> "must be at most " + argument(error, 1);
            case "Size" -> "must have from " + argument(error, 1) + " to " + argument(error, 2) + " entries";
            case "NotNull", "NotEmpty", "NotBlank" -> "must not be empty";
            default -> "is not acceptable: it " + error.getDefaultMessage();
        };
    }

    /** What the constraint says: Spring hands on its attributes by the alphabet, after the name of the field. */
    private static String argument(ObjectError error, int fromTheEnd) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length < fromTheEnd
                ? "?"
                : String.valueOf(arguments[arguments.length - fromTheEnd]);
    }
}
