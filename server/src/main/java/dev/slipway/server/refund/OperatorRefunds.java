package dev.slipway.server.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/operator/refunds}.
 *
 * @param refunds what became due first comes first
 * @param next the {@code after} of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperatorRefunds(
        List<OperatorRefund> refunds, @Nullable Long next) {}
