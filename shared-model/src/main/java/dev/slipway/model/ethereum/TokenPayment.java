package dev.slipway.model.ethereum;

import java.math.BigInteger;

/**
 * What a call of the payment contract pays in a token.
 *
 * @param token its contract
 * @param amount in the token's smallest unit, below 2²⁵⁶
 */
public record TokenPayment(Bytes32 reference, Address token, BigInteger amount) {}
