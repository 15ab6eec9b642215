package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenPayment;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * How a token takes permits (EIP-2612), as it says itself. A permit is signed in the token's own EIP-712 domain.
 *
 * @param name of the domain
 * @param version of the domain
 * @param nonce of the owner's next permit
 * @param deadline in seconds since 1970; a later block does not take the permit
 */
public record PermitTerms(String name, String version, BigInteger nonce, BigInteger deadline) {
    private static final byte[] DOMAIN_TYPE =
            keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final byte[] PERMIT_TYPE =
            keccak("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    public PermitTerms {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** What the token's {@code DOMAIN_SEPARATOR()} has to answer: else its permits are signed otherwise than here. */
    public Bytes32 domainSeparator(long chainId, Address token) {
        return Bytes32.of(Hash.sha3(
                joined(DOMAIN_TYPE, keccak(name), keccak(version), word(BigInteger.valueOf(chainId)), word(token))));
    }

    /** What the owner signs, so that the spender may take the payment's amount. */
    Bytes32 digest(long chainId, Address owner, Address spender, TokenPayment payment) {
        byte[] message = Hash.sha3(
                joined(PERMIT_TYPE, word(owner), word(spender), word(payment.amount()), word(nonce), word(deadline)));
        return Bytes32.of(Hash.sha3(joined(
                new byte[] {0x19, 0x01},
                domainSeparator(chainId, payment.token()).bytes(),
                message)));
    }

    private static byte[] keccak(String text) {
        return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] word(Address address) {
        return Numeric.toBytesPadded(Numeric.toBigInt(address.hex()), 32);
    }

    private static byte[] word(BigInteger number) {
        return Numeric.toBytesPadded(number, 32);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
