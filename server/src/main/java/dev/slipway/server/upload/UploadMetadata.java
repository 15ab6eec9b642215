package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The Upload-Metadata header (tus 1.0.0, "Creation"): pairs of a key and base64, separated by commas. Other keys than
 * ours are let pass.
 *
 * @param header as it came
 */
record UploadMetadata(PublicationId publication, String path, String header) {
    static final int MAX_CHARACTERS = 4_096;

    private static final String EXPECTED =
            "Upload-Metadata is \"publication BASE64,path BASE64\" with the publication's id and the artifact's path";

    /** @throws ProblemException {@code bad-request} unless it is well-formed and names a publication and a path */
    static UploadMetadata parse(String header) {
        if (header.length() > MAX_CHARACTERS) {
            throw malformed("at most " + MAX_CHARACTERS + " characters");
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts[0].isEmpty() || parts.length > 2) {
                throw malformed("each pair is a key, a space and base64");
            }
            if (values.put(parts[0], parts.length == 2 ? decode(parts[1]) : "") != null) {
                throw malformed("no key twice");
            }
        }
        return new UploadMetadata(publication(value(values, "publication")), value(values, "path"), header);
    }

    private static PublicationId publication(String text) {
        try {
            return PublicationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage() + "");
        }
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw malformed("\"" + key + "\" is missing");
        }
        return value;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("values are base64 (RFC 4648)");
        }
    }

    private static ProblemException malformed(String what) {
        return new ProblemException(ProblemCode.BAD_REQUEST, EXPECTED + ": " + what + ".");
    }
}
