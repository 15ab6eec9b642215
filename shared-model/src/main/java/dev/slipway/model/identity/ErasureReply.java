package dev.slipway.model.identity;

import java.time.Instant;

/**
 * Answer to {@code DELETE /api/account}.
 *
 * @param publications how many were deleted; their files follow within moments
 */
public record ErasureReply(Instant erasedAt, int publications) {}
