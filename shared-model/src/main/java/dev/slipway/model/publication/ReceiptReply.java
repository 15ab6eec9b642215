package dev.slipway.model.publication;

/**
 * Answer to {@code GET /api/publications/{id}/receipt}.
 *
 * @param signature 65 bytes r ‖ s ‖ v in hex by the operator's key over the EIP-712 message {@link
 *     dev.slipway.model.signing.ReceiptMessage}
 */
public record ReceiptReply(PaymentReceipt receipt, String signature) {}
