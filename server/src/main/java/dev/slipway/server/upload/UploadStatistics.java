package dev.slipway.server.upload;

import org.springframework.stereotype.Component;

/** How much is arriving, and how much may. */
@Component
public class UploadStatistics {
    private final UploadRows rows;
    private final UploadLimits limits;
    private final UploadQuotas quotas;

    UploadStatistics(UploadRows rows, UploadLimits limits, UploadQuotas quotas) {
        this.rows = rows;
        this.limits = limits;
        this.quotas = quotas;
    }

    /**
     * Numbers for operators.
     *
     * @param unfinished uploads that are not whole
     * @param reservedBytes of files that were announced and whose publication is not complete
     * @param unfinishedLimit how many of them there may be
     * @param writersLimit connections that may send at the same moment to one server
     * @param largestFileBytes the longest file that is taken
     */
    public record Numbers(
            int unfinished, long reservedBytes, int unfinishedLimit, int writersLimit, long largestFileBytes) {}

    public Numbers now() {
        return new Numbers(
                rows.unfinished(), quotas.reserved(), limits.unfinishedInAll(), limits.writers(), limits.largest());
    }
}
