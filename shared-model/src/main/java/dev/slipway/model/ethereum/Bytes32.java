package dev.slipway.model.ethereum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.model.encoding.Hex;

/** 32 bytes as 0x and 64 lower-case hex digits: a hash, a nonce, a payment reference. */
public record Bytes32(@JsonValue String hex) {

    @JsonCreator
    public Bytes32 {
        hex = Hex.of(Hex.parse(hex, 32));
    }

    public static Bytes32 of(byte[] bytes) {
        return new Bytes32(Hex.of(bytes));
    }

    public byte[] bytes() {
        return Hex.parse(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
