package dev.slipway.model.ethereum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.model.encoding.Hex;

/** A 20-byte Ethereum address in lower case. Checksummed input (EIP-55) is accepted; its checksum is not relied on. */
public record Address(@JsonValue String hex) {

    /** Whose key nobody has; what is sent there is lost. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    @JsonCreator
    public Address {
        hex = Hex.of(Hex.parse(hex, 20));
    }

    /** {@code 0x12ab…89ef}, for a line in a log or on a screen. */
    public String abbreviated() {
        return hex.substring(0, 6) + "…" + hex.substring(hex.length() - 4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
