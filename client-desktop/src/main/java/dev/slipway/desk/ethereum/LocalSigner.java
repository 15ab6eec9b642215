package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.Permit;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TypedData;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/** A key held in this process's memory. Never prints itself. */
public final class LocalSigner implements Signer {
    private static final Pattern PRIVATE_KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");
    /** What comes along when a key is copied: white space of any kind, a byte order mark. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}]+");

    private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;
    /** m/44'/60'/0'/0/0, the first Ethereum account of a phrase (BIP-44, SLIP-44). */
    private static final int[] FIRST_ACCOUNT = {44 | HARDENED, 60 | HARDENED, HARDENED, 0, 0};
    /** Order of secp256k1 (SEC 2, section 2.4.1); keys are below it. */
    private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();

    private final Credentials credentials;
    private final Address address;

    private LocalSigner(ECKeyPair keys) {
        this.credentials = Credentials.create(keys);
        this.address = new Address(credentials.getAddress());
    }

    public static LocalSigner random(SecureRandom random) {
        byte[] entropy = new byte[32];
        while (true) {
            random.nextBytes(entropy);
            BigInteger key = new BigInteger(1, entropy);
            if (isKey(key)) {
                return of(ECKeyPair.create(key));
            }
        }
    }

    /** @param text 64 hex digits, with or without 0x */
    public static LocalSigner fromPrivateKey(String text) {
        String trimmed = UNSEEN.matcher(text).replaceAll("");
        if (!PRIVATE_KEY.matcher(trimmed).matches()) {
            throw new DeskException(
                    ProblemCode.WALLET_INVALID, "A private key is 64 hex digits; this is something else.");
        }
        BigInteger key = new BigInteger(trimmed.startsWith("0x") ? trimmed.substring(2) : trimmed, 16);
        return of(ECKeyPair.create(key));
    }

    /**
     * The first account of a BIP-39 phrase without a passphrase; white space of any kind, capitals and numbers before the
     * words do not matter.
     *
     * @throws UnknownWords where words are not BIP-39's
     * @throws DeskException {@code wallet-invalid} where it is no phrase otherwise
     */
    public static LocalSigner fromPhrase(String phrase) {
        byte[] seed = MnemonicUtils.generateSeed(RecoveryPhrase.read(phrase), "");
        return of(Bip32ECKeyPair.deriveKeyPair(Bip32ECKeyPair.generateKeyPair(seed), FIRST_ACCOUNT));
    }

    /** A new phrase of twelve words (BIP-39, 128 bits), for {@link #fromPhrase}. */
    public static String newPhrase(SecureRandom random) {
        byte[] entropy = new byte[16];
        random.nextBytes(entropy);
        String phrase = MnemonicUtils.generateMnemonic(entropy);
        Arrays.fill(entropy, (byte) 0);
        return phrase;
    }

    /** @throws DeskException {@code wallet-invalid} for a number that can never sign */
    static LocalSigner of(ECKeyPair keys) {
        if (!isKey(keys.getPrivateKey())) {
            throw new DeskException(
                    ProblemCode.WALLET_INVALID, "This number is no private key: it lies outside secp256k1's order.");
        }
        return new LocalSigner(keys);
    }

    private static boolean isKey(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }

    ECKeyPair keys() {
        return credentials.getEcKeyPair();
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String sign(TypedData data) {
        return sign(Eip712.digest(data));
    }

    String sign(Bytes32 digest) {
        Sign.SignatureData signature = Sign.signMessage(digest.bytes(), keys(), false);
        byte[] joined = new byte[65];
        System.arraycopy(signature.getR(), 0, joined, 0, 32);
        System.arraycopy(signature.getS(), 0, joined, 32, 32);
        joined[64] = signature.getV()[0];
        return Hex.of(joined);
    }

    @Override
    public SignedTransaction sign(Transfer transfer) {
        RawTransaction transaction = RawTransaction.createTransaction(
                transfer.chainId(),
                transfer.nonce(),
                transfer.gasLimit(),
                transfer.recipient().hex(),
                transfer.value(),
                transfer.reference().hex(),
                transfer.fees().maxPriorityFeePerGas(),
                transfer.fees().maxFeePerGas());
        byte[] raw = TransactionEncoder.signMessage(transaction, credentials);
        return new SignedTransaction(Hex.of(raw), Bytes32.of(Hash.sha3(raw)), transfer.nonce());
    }

    @Override
    public SignedTransaction sign(TokenCall call) {
        boolean isApproval = call.step() == TokenCall.Step.APPROVE;
        RawTransaction transaction = RawTransaction.createTransaction(
                call.chainId(),
                call.nonce(),
                call.gasLimit(),
                (isApproval ? call.payment().token() : call.router()).hex(),
                BigInteger.ZERO,
                isApproval
                        ? TokenContract.approveCall(
                                call.router(), call.payment().amount())
                        : payment(call),
                call.fees().maxPriorityFeePerGas(),
                call.fees().maxFeePerGas());
        byte[] raw = TransactionEncoder.signMessage(transaction, credentials);
        return new SignedTransaction(Hex.of(raw), Bytes32.of(Hash.sha3(raw)), call.nonce());
    }

    private String payment(TokenCall call) {
        PermitTerms permit = call.permit();
        if (permit == null) {
            return RouterContract.payTokenCall(call.payment());
        }
        Bytes32 digest = permit.digest(call.chainId(), address, call.router(), call.payment());
        return RouterContract.payTokenCall(call.payment(), new Permit(permit.deadline(), sign(digest)));
    }

    @Override
    public String toString() {
        return "LocalSigner[" + address + ", key hidden]";
    }
}
