package dev.slipway.server.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a GET or HEAD for an unchanging file, weighed in the order of RFC 9110, section 13.2.2. */
record FileRequest(
        String method,
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        @Nullable String ifRange,
        @Nullable String range) {

    static FileRequest of(HttpServletRequest request) {
        return new FileRequest(
                request.getMethod(),
                list(request, "If-Match"),
                list(request, "If-None-Match"),
                request.getHeader("If-Range"),
                list(request, "Range"));
    }

    FileAnswer answer(EntityTag tag, long length) {
        if (ifMatch != null && !tag.isStronglyIn(ifMatch)) {
            return new FileAnswer.PreconditionFailed();
        }
        if (ifNoneMatch != null && tag.isIn(ifNoneMatch)) {
            return new FileAnswer.NotModified();
        }
        // Ranges are defined for GET alone (section 14.2).
        if (!method.equals("GET") || !tag.permitsRange(ifRange)) {
            return new FileAnswer.Whole();
        }
        return switch (ByteRange.parse(range, length)) {
            case ByteRange.Whole ignored -> new FileAnswer.Whole();
            case ByteRange.Part part -> new FileAnswer.Part(part);
            case ByteRange.Unsatisfiable ignored -> new FileAnswer.RangeNotSatisfiable();
        };
    }

    private static @Nullable String list(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
