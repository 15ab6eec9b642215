package dev.slipway.model.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Everything that can be wrong, once. The code, such as {@code not-a-video}, is stable: clients and scripts match on
 * it. The status is what the REST API answers with; on the desk it is unused.
 */
public enum ProblemCode {
    // The file
    FILE_NOT_FOUND(404, "There is no such file"),
    FILE_CHANGED(409, "The file changed after you signed it"),
    NOT_A_VIDEO(422, "This is not a video"),
    NO_PICTURE(422, "There is sound but no picture"),
    STILL_PICTURE(422, "This is a still picture"),
    TRUNCATED(422, "Part of the file is missing"),
    DAMAGED(422, "Too much of the file is damaged"),
    ENCRYPTED(422, "The file is encrypted"),
    DOLBY_VISION(422, "This kind of Dolby Vision cannot be shown elsewhere"),
    NOT_DECODABLE(422, "No picture of the file can be decoded"),
    NOT_A_PICTURE(422, "This is not a picture"),
    ENCODE_FAILED(500, "The video could not be encoded"),
    ENGINE_CRASHED(500, "The video engine stopped unexpectedly"),
    ENGINE_TIMEOUT(500, "The video engine made no progress"),
    DISK_FULL(507, "The disk is full"),
    CANCELLED(409, "Cancelled"),
    // What was sent
    BAD_REQUEST(400, "The request could not be understood"),
    USAGE(400, "The command was not understood"),
    INVALID_FORM(422, "Something in the form needs changing"),
    INVALID_MANIFEST(422, "The manifest is not acceptable"),
    TEXT_REFUSED(422, "The text is not allowed here"),
    PAYLOAD_TOO_LARGE(413, "This is larger than allowed"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    UNAUTHORIZED(401, "Who you are is not known"),
    FORBIDDEN(403, "This is not for you to do"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    CONFLICT(409, "Something else changed this at the same time"),
    // Who signed, and what
    SIGNATURE_INVALID(422, "The signature is not by the author of this publication"),
    SIGNATURE_EXPIRED(422, "The signature's deadline has passed"),
    TERMS_EXPIRED(409, "The offer has expired"),
    TERMS_MISMATCH(422, "These are not the terms that the server's key signed"),
    REFERENCE_USED(409, "This payment reference is already taken"),
    WRONG_STATE(409, "This cannot be done at this point of the publication"),
    // Money
    PAYMENT_REQUIRED(402, "The payment has not been seen yet"),
    PAYMENT_REVERTED(402, "The payment failed on chain"),
    PAYMENT_LATE(402, "The payment came after the offer's end"),
    PAYMENT_REPLACED(402, "Another transaction took the payment's place"),
    INSUFFICIENT_FUNDS(402, "The wallet does not hold enough"),
    WRONG_PASSWORD(401, "The password does not open this wallet"),
    WALLET_INVALID(422, "This is not a wallet file"),
    WALLET_COSTLY(422, "Opening this wallet file takes more than is allowed"),
    WALLET_LOCKED(401, "The wallet is locked"),
    SIGNING_REFUSED(403, "This is not what the wallet may sign"),
    CHAIN_UNAVAILABLE(503, "The chain's node does not answer"),
    WRONG_CHAIN(409, "The chain is not the one of the offer"),
    // Upload
    UPLOAD_NOT_FOUND(404, "There is no such upload"),
    UPLOAD_MISMATCH(409, "The upload is not where the client thinks it is"),
    UPLOAD_LOCKED(423, "Another connection is writing to this upload"),
    UPLOAD_INCOMPLETE(409, "Some files have not arrived whole"),
    UPLOAD_REFUSED(403, "This upload is not part of what was paid for"),
    QUOTA_EXCEEDED(429, "The limit of unfinished uploads is reached"),
    STORAGE_FULL(507, "The server's storage is full"),
    TUS_VERSION(412, "The server speaks tus 1.0.0"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not the one expected"),
    // Verification
    SIZE_DIFFERS(422, "A file is not as long as the manifest says"),
    HASH_DIFFERS(422, "A file is not the one that was signed"),
    CONTAINER_REFUSED(422, "A file is not in the expected container"),
    CODEC_DIFFERS(422, "A file is not encoded as the manifest says"),
    MEDIA_DIFFERS(422, "A file does not show what the manifest says"),
    DECODE_FAILED(422, "A file cannot be decoded"),
    PICTURES_DIFFER(422, "The files do not show the same video"),
    CONTENT_BLOCKED(422, "This content is blocked here"),
    IN_REVIEW(409, "A person looks at this before it is shown"),
    RULES_BROKEN(422, "This breaks the rules of the server"),
    AUTHOR_SUSPENDED(403, "This author may not publish here for now"),
    // The machine
    PORT_TAKEN(409, "The port is in use"),
    DATA_IN_USE(409, "Another server uses this data folder"),
    FOLDER_IN_USE(409, "Another run is at work in this folder"),
    LIBRARY_DAMAGED(500, "The desk's library is damaged"),
    SERVER_UNREACHABLE(503, "The server does not answer"),
    CONFIGURATION(500, "The configuration is not complete"),
    INTERNAL(500, "Something went wrong on our side");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** A short sentence for a person, without a full stop. */
    public String title() {
        return title;
    }

    /** The stable text form, such as {@code not-a-video}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type member of a problem document (RFC 9457, section 3.1.1). */
    public String type() {
        return "urn:slipway:problem:" + code();
    }

    @JsonCreator
    public static ProblemCode parse(String code) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown problem code \"" + code + "\""));
    }
}
