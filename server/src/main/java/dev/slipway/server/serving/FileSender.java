package dev.slipway.server.serving;

import dev.slipway.server.access.Tier;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers requests for stored files, streaming; at no point is a file, or a range of it, in memory whole. */
@Component
class FileSender {
    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);
    /** No longer than a token lives: a cache that leaves the token out of its key forgets in the same time. */
    private static final String CACHE_CONTROL = "public, max-age=" + MediaTokens.LIFETIME.toSeconds() + ", immutable";

    /** What is not shown to everybody is in nobody's cache but the reader's own. */
    private static final String PRIVATE = "private, max-age=3600";

    private final ArtifactStore store;

    FileSender(ArtifactStore store) {
        this.store = store;
    }

    void send(PublishedMedia.Shown shown, HttpServletRequest request, HttpServletResponse response) {
        StoredFile file = shown.file();
        EntityTag tag = EntityTag.ofSha256(file.sha256());
        response.setHeader(HttpHeaders.ETAG, tag.header());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, shown.viewer() == Tier.REVIEWER ? PRIVATE : CACHE_CONTROL);
        switch (FileRequest.of(request).answer(tag, file.bytes())) {
            case FileAnswer.NotModified ignored -> response.setStatus(HttpStatus.NOT_MODIFIED.value());
            case FileAnswer.PreconditionFailed ignored -> response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            case FileAnswer.RangeNotSatisfiable ignored -> {
                response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
            }
            case FileAnswer.Whole ignored -> {
                describe(file, file.bytes(), response);
                copy(file, 0, file.bytes(), request, response);
            }
            case FileAnswer.Part(ByteRange.Part range) -> {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + file.bytes());
                describe(file, range.length(), response);
                copy(file, range.first(), range.length(), request, response);
            }
        }
    }

    private static void describe(StoredFile file, long length, HttpServletResponse response) {
        response.setContentType(file.contentType());
        response.setContentLengthLong(length);
    }

    private void copy(
            StoredFile file, long offset, long length, HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try {
            store.read(file.key(), offset, length, response.getOutputStream());
        } catch (IOException viewerLeft) {
            // Players drop connections with every seek; the store's own failures are another exception.
            LOG.debug("the viewer of {} left: {}", file.key(), viewerLeft.toString());
        }
    }
}
