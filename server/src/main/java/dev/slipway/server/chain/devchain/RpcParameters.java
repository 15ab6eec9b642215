package dev.slipway.server.chain.devchain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The positional parameters of one call, each checked as it is read. */
final class RpcParameters {
    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");

    private final JsonNode array;

    RpcParameters(JsonNode array) {
        this.array = array;
    }

    String text(int index) {
        JsonNode node = array.path(index);
        if (!node.isString()) {
            throw RpcError.invalidParameters("missing value for required argument " + index);
        }
        return node.asString();
    }

    String text(int index, String otherwise) {
        return array.path(index).isString() ? text(index) : otherwise;
    }

    byte[] bytes(int index) {
        return hex(text(index));
    }

    Address address(int index) {
        return address(text(index));
    }

    Bytes32 hash(int index) {
        try {
            return new Bytes32(text(index));
        } catch (IllegalArgumentException e) {
            throw RpcError.invalidParameters("argument " + index + ": " + e.getMessage());
        }
    }

    boolean flag(int index) {
        return array.path(index).asBoolean(false);
    }

    /** A member of the call object that is the first parameter; empty text where it is absent. */
    String callMember(String name) {
        JsonNode node = array.path(0).path(name);
        return node.isString() ? node.asString() : "";
    }

    JsonNode list(int index) {
        return array.path(index);
    }

    /** A number in hex, or in decimal as some clients send counts. */
    long count(int index) {
        JsonNode node = array.path(index);
        return node.isIntegralNumber() && node.canConvertToLong() ? node.asLong() : number(text(index));
    }

    static Address address(String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException e) {
            throw RpcError.invalidParameters("invalid address: " + e.getMessage());
        }
    }

    static byte[] hex(String text) {
        try {
            return Hex.parse(text);
        } catch (IllegalArgumentException e) {
            throw RpcError.invalidParameters("invalid hex: " + e.getMessage());
        }
    }

    static BigInteger quantity(String text) {
        if (!QUANTITY.matcher(text).matches()) {
            throw RpcError.invalidParameters("expected a quantity such as 0x1f");
        }
        return new BigInteger(text.substring(2), 16);
    }

    static long number(String text) {
        BigInteger value = quantity(text);
        if (value.bitLength() > 63) {
            throw RpcError.invalidParameters("the number is too large");
        }
        return value.longValueExact();
    }
}
