package dev.slipway.server.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/account/notices}.
 *
 * @param confirmed where mail goes, absent where nothing is sent
 * @param waiting what waits for its code, absent where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeReply(
        @Nullable NoticeRequest confirmed, @Nullable NoticeRequest waiting) {}
