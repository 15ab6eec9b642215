package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.terms.Terms;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code publication}. Manifest, form and terms are the bytes that were hashed, so they are
 * written once. The version is counted up by every change and is public: it numbers the events.
 */
@Entity
@Table(name = "publication")
// NullAway.Init: the constructor without arguments is Hibernate's, which fills the fields itself.
@SuppressWarnings("NullAway.Init")
class PublicationRow {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private String author;

    @Column(updatable = false)
    private String nonce;

    @Column(updatable = false)
    private byte[] manifest;

    @Column(updatable = false)
    private String form;

    @Column(updatable = false)
    private String terms;

    @Column(updatable = false)
    private String termsSignature;

    @Column(updatable = false)
    private Instant termsExpireAt;

    private @Nullable String reference;
    private @Nullable String signature;
    private @Nullable String refundTo;
    private @Nullable String salt;
    private @Nullable Long deadline;

    @Column(updatable = false)
    @Convert(converter = AccessLevelText.class)
    private AccessLevel accessLevel;

    @Convert(converter = ContentStateText.class)
    private ContentState content;

    @Convert(converter = PaymentStateText.class)
    private PaymentState payment;

    @Column(precision = 78)
    private BigDecimal paymentPaid;

    private int paymentConfirmations;
    private @Nullable String paymentTransaction;
    private @Nullable String problemCode;
    private @Nullable String problemMessage;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant publishedAt;

    PublicationRow() {}

    PublicationRow(DraftReply draft, Address author, SignedManifest manifest, PublicationForm form, Instant createdAt) {
        this.id = draft.id().uuid();
        this.author = author.hex();
        this.nonce = draft.nonce().hex();
        this.manifest = manifest.bytes();
        this.form = Json.STRICT.writeValueAsString(form);
        this.accessLevel = form.access();
        this.terms = Json.STRICT.writeValueAsString(draft.terms());
        this.termsSignature = draft.termsSignature();
        this.termsExpireAt = draft.terms().expiresAt();
        this.content = ContentState.DRAFT;
        this.createdAt = createdAt;
        setPayment(PaymentStanding.NONE);
    }

    Publication snapshot() {
        return new Publication(
                new PublicationId(id),
                version,
                new Address(author),
                SignedManifest.parse(manifest),
                Json.STRICT.readValue(form, PublicationForm.class),
                Json.STRICT.readValue(terms, Terms.class),
                reference == null ? null : new Bytes32(reference),
                refundTo == null ? null : new Address(refundTo),
                content,
                standing(),
                problem(),
                createdAt,
                publishedAt);
    }

    private PublicationStatus.@Nullable Reason problem() {
        return problemCode == null
                ? null
                : new PublicationStatus.Reason(ProblemCode.parse(problemCode), String.valueOf(problemMessage));
    }

    Bytes32 nonce() {
        return new Bytes32(nonce);
    }

    /** The form's own, beside it for questions to the table. */
    AccessLevel accessLevel() {
        return accessLevel;
    }

    ContentState content() {
        return content;
    }

    /** Checked by the caller against the table of transitions. */
    void setContent(ContentState next, PublicationStatus.@Nullable Reason reason, Instant now) {
        content = next;
        problemCode = reason == null ? null : reason.code().code();
        problemMessage = reason == null ? null : reason.message();
        if (next == ContentState.PUBLISHED && publishedAt == null) {
            publishedAt = now;
        }
    }

    PaymentStanding standing() {
        return new PaymentStanding(
                payment,
                paymentPaid.toBigIntegerExact(),
                paymentConfirmations,
                paymentTransaction == null ? null : new Bytes32(paymentTransaction));
    }

    void setPayment(PaymentStanding standing) {
        payment = standing.state();
        paymentPaid = new BigDecimal(standing.paid());
        paymentConfirmations = standing.confirmations();
        Bytes32 transaction = standing.transactionHash();
        paymentTransaction = transaction == null ? null : transaction.hex();
    }

    boolean isSigned() {
        return reference != null;
    }

    /** Whether it is exactly this signature that was accepted, sent once more. */
    boolean isSignedWith(SignatureRequest request) {
        return request.signature().equals(signature)
                && request.refundTo().hex().equals(refundTo)
                && request.salt().hex().equals(salt)
                && deadline != null
                && deadline == request.deadline();
    }

    void sign(Bytes32 digest, SignatureRequest request) {
        reference = digest.hex();
        signature = request.signature();
        refundTo = request.refundTo().hex();
        salt = request.salt().hex();
        deadline = request.deadline();
    }
}
