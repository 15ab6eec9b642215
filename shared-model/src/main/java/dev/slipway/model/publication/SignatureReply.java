package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Bytes32;

/**
 * Answer to {@code PUT /api/publications/{id}/signature}.
 *
 * @param reference what the payment carries: the EIP-712 digest that the author signed
 * @param grant bearer token for the uploads and the status of this publication; dead until the payment is in a block
 */
public record SignatureReply(Bytes32 reference, String grant) {}
