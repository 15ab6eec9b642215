package dev.slipway.server.chain.devchain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.web3j.crypto.Hash;

/** Reads signed transfers: EIP-2718 type 2 (EIP-1559) and legacy with replay protection (EIP-155). */
final class TransferDecoder {
    /** What nodes accept over the network as well (go-ethereum's limit). */
    static final int MAX_BYTES = 128 * 1024;

    private static final int TYPE_1559 = 2;
    private static final int FIRST_LEGACY_BYTE = 0xc0;
    private static final int FIRST_EIP155_V = 35;

    private final long chainId;

    TransferDecoder(long chainId) {
        this.chainId = chainId;
    }

    /** @throws RpcError with the sentence that other nodes use, where there is one */
    SignedTransfer decode(byte[] raw) {
        if (raw.length == 0 || raw.length > MAX_BYTES) {
            throw RpcError.refused("oversized data: a transaction has 1 to " + MAX_BYTES + " bytes");
        }
        int first = raw[0] & 0xff;
        try {
            if (first >= FIRST_LEGACY_BYTE) {
                return legacy(raw);
            }
            if (first == TYPE_1559) {
                return dynamicFee(raw);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw RpcError.refused("rlp: " + e.getMessage());
        }
        throw RpcError.refused("transaction type not supported: send type 2 (EIP-1559) or a legacy one");
    }

    private SignedTransfer dynamicFee(byte[] raw) {
        List<byte[]> fields = RlpItems.decode(raw, 1);
        requireCount(fields, 12);
        fields.set(8, RlpItems.EMPTY_LIST);
        requireCanonical(raw, typed(fields));
        requireChain(RlpItems.integer(fields.get(0), 8));
        int parity = RlpItems.integer(fields.get(9), 1).intValueExact();
        Signature signature = new Signature(word(fields.get(10)), word(fields.get(11)), parity);
        return new SignedTransfer(
                Bytes32.of(Hash.sha3(raw)),
                raw,
                TYPE_1559,
                signature.signer(typed(fields.subList(0, 9))),
                recipient(fields.get(5)),
                count(fields.get(1)),
                word(fields.get(6)),
                fields.get(7),
                count(fields.get(4)),
                word(fields.get(3)),
                word(fields.get(2)),
                signature);
    }

    private SignedTransfer legacy(byte[] raw) {
        List<byte[]> fields = RlpItems.decode(raw, 0);
        requireCount(fields, 9);
        requireCanonical(raw, RlpItems.encode(fields));
        long v = count(fields.get(6));
        if (v == 27 || v == 28) {
            throw RpcError.refused("only replay-protected (EIP-155) transactions allowed over RPC");
        }
        requireChain(BigInteger.valueOf((v - FIRST_EIP155_V) / 2));
        List<byte[]> unsigned = new ArrayList<>(fields.subList(0, 6));
        unsigned.addAll(List.of(RlpItems.minimal(BigInteger.valueOf(chainId)), new byte[0], new byte[0]));
        int parity = (int) ((v - FIRST_EIP155_V) % 2);
        Signature signature = new Signature(word(fields.get(7)), word(fields.get(8)), parity);
        BigInteger gasPrice = word(fields.get(1));
        return new SignedTransfer(
                Bytes32.of(Hash.sha3(raw)),
                raw,
                0,
                signature.signer(RlpItems.encode(unsigned)),
                recipient(fields.get(3)),
                count(fields.get(0)),
                word(fields.get(4)),
                fields.get(5),
                count(fields.get(2)),
                gasPrice,
                gasPrice,
                signature);
    }

    private static byte[] typed(List<byte[]> fields) {
        byte[] list = RlpItems.encode(fields);
        byte[] payload = new byte[1 + list.length];
        payload[0] = TYPE_1559;
        System.arraycopy(list, 0, payload, 1, list.length);
        return payload;
    }

    private static void requireCount(List<byte[]> fields, int count) {
        if (fields.size() != count) {
            throw new IllegalArgumentException("expected " + count + " fields, not " + fields.size());
        }
    }

    /** A second encoding of the same transaction would have a second hash under the same signature. */
    private static void requireCanonical(byte[] raw, byte[] canonical) {
        if (!Arrays.equals(raw, canonical)) {
            throw new IllegalArgumentException("the encoding is not canonical, or has an access list: transfers only");
        }
    }

    private void requireChain(BigInteger id) {
        if (!id.equals(BigInteger.valueOf(chainId))) {
            throw RpcError.refused("invalid chain id for signer: have " + id + " want " + chainId);
        }
    }

    private static Address recipient(byte[] field) {
        if (field.length == 0) {
            throw RpcError.refused("transfers only: this development chain runs no contracts");
        }
        if (field.length != 20) {
            throw new IllegalArgumentException("an address has 20 bytes");
        }
        return new Address(Hex.of(field));
    }

    private static long count(byte[] field) {
        return RlpItems.integer(field, 8).longValueExact();
    }

    private static BigInteger word(byte[] field) {
        return RlpItems.integer(field, 32);
    }
}
