package dev.slipway.server.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.RefundReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the operator's list.
 *
 * @param id grows with each new entry; where the next page begins
 * @param refundTo the address that the author signed
 * @param token its contract; absent for the chain's own coin
 * @param amount in the smallest unit, decimal text: what is owed now
 * @param returned in the smallest unit, decimal text: what is in blocks
 * @param since when something of it is owed without a break
 * @param appealed whether the author has appealed and waits for a moderator: once something is returned, what was
 *     refused is not published any more
 * @param returns the transactions that returned it, oldest first
 * @param transaction to sign; absent where nothing is owed
 * @param uri the same for a wallet that reads QR codes (EIP-681); absent where it has data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperatorRefund(
        long id,
        PublicationId publicationId,
        String title,
        Bytes32 reference,
        Address refundTo,
        @Nullable Address token,
        String amount,
        String returned,
        RefundReason reason,
        Instant since,
        boolean appealed,
        List<Bytes32> returns,
        @Nullable RefundTransaction transaction,
        @Nullable String uri) {}
