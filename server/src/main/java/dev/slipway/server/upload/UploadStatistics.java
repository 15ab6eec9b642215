package dev.slipway.server.upload;

import org.springframework.stereotype.Component;

/** How much is arriving, and how much may. */
@Component
public class UploadStatistics {
    private final UploadRows rows;
    private final UploadLimits limits;

    UploadStatistics(UploadRows rows, UploadLimits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /**
     * Numbers for operators.
     *
     * @param unfinished uploads that are not whole
     * @param unfinishedLimit how many of them there may be
     * @param writersLimit connections that may send at the same moment to one server
     * @param largestFileBytes the longest file that is taken
     */
    public record Numbers(int unfinished, int unfinishedLimit, int writersLimit, long largestFileBytes) {}

    public Numbers now() {
        return new Numbers(rows.unfinished(), limits.unfinishedInAll(), limits.writers(), limits.largest());
    }
}
