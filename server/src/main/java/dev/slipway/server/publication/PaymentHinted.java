package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Bytes32;

/** Somebody says where the payment is. Never believed, only a reason to look sooner. */
public record PaymentHinted(Bytes32 reference, Bytes32 transactionHash) {}
