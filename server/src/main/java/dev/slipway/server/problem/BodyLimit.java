package dev.slipway.server.problem;

import dev.slipway.model.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody fill the memory with a body. JSON is read to a limit, what streams or measures for itself passes, and every
 * other kind is refused before anything of it is read: nothing here takes forms, YAML or XML, whatever the libraries could.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
    /** A manifest of 256 KiB in base64, with the longest form beside it. */
    private static final long MOST = 512L * 1024;

    /** Uploads, pictures of authors and lists of pictures, each with a limit of its own. */
    private static final Set<String> MEASURED_ELSEWHERE =
            Set.of("application/offset+octet-stream", "image/webp", "text/csv", "text/plain");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = mediaType(request);
        boolean isJson = type.equals("application/json") || type.endsWith("+json") && !type.contains("*");
        if (type.isEmpty() || isJson) {
            chain.doFilter(new LimitedRequest(request), response);
        } else if (MEASURED_ELSEWHERE.contains(type) || !hasBody(request)) {
            chain.doFilter(request, response);
        } else {
            ProblemDocument.send(
                    response, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Bodies are JSON here: send application/json.");
        }
    }

    /** Without parameters. */
    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {
        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > MOST) {
                throw new BodyTooLargeException(MOST);
            }
            return new LimitedStream(super.getInputStream());
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > MOST) {
                throw new BodyTooLargeException(MOST);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
