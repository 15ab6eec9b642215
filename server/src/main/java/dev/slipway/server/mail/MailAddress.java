package dev.slipway.server.mail;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.server.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail address as web forms know it (HTML Living Standard, "valid e-mail address"), with a dot in its domain: no
 * quotes, no comments, no blanks, and nothing that ends a header.
 */
record MailAddress(String text) {
    private static final int MAX_LENGTH = 254;
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern SHAPE =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+");

    /** @throws ProblemException {@code invalid-form} for anything else */
    MailAddress {
        if (text.length() > MAX_LENGTH || !SHAPE.matcher(text).matches()) {
            String message = "This is not a mail address such as name@example.com.";
            throw new ProblemException(ProblemCode.INVALID_FORM, message, List.of(new Violation("email", message)));
        }
    }
}
