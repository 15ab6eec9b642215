package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;

/**
 * A transaction ready for {@code eth_sendRawTransaction}. Sending the same bytes twice pays once.
 *
 * @param raw the signed bytes in hex
 */
public record SignedTransaction(String raw, Bytes32 hash, BigInteger nonce) {}
