package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names and number forms of the tus resumable upload protocol, version 1.0.0. */
final class Tus {
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,termination,expiration";
    static final String CONTENT_TYPE = "application/offset+octet-stream";

    static final String RESUMABLE = "Tus-Resumable";
    static final String SUPPORTED_VERSIONS = "Tus-Version";
    static final String SUPPORTED_EXTENSIONS = "Tus-Extension";
    static final String MAX_SIZE = "Tus-Max-Size";
    static final String LENGTH = "Upload-Length";
    static final String DEFER_LENGTH = "Upload-Defer-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

    private Tus() {}

    /**
     * A count of bytes from a header.
     *
     * @throws ProblemException {@code bad-request} when it is missing, negative, or larger than a long
     */
    static long number(String header, @Nullable String value) {
        if (value == null) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "The header " + header + " is missing.");
        }
        try {
            if (NUMBER.matcher(value).matches()) {
                return Long.parseLong(value);
            }
        } catch (NumberFormatException e) {
            // Nineteen digits can still be too many; the sentence below says it.
        }
        throw new ProblemException(
                ProblemCode.BAD_REQUEST,
                "The header " + header + " is a number of bytes, at most " + Long.MAX_VALUE + ".");
    }
}
