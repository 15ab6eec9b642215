package dev.slipway.model.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationStatusTest {
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));

    @Test
    void whatCameBeyondThePriceIsASurplusUntilItIsReturned() {
        assertThat(payment(PaymentState.OVER, "1500", null).surplus()).isEqualTo(500);
        assertThat(payment(PaymentState.OVER, "1500", List.of(refund(null, "200"), refund(TOKEN, "9")))
                        .surplus())
                .isEqualTo(300);
        assertThat(payment(PaymentState.OVER, "1500", List.of(refund(null, "500")))
                        .surplus())
                .isZero();
        assertThat(payment(PaymentState.PARTIAL, "400", null).surplus()).isZero();
    }

    @Test
    void aPaymentStaysTooLateWhileItGoesBack() {
        assertThat(status(ContentState.DRAFT, PaymentState.LATE, "1000").cameTooLate())
                .isTrue();
        assertThat(status(ContentState.EXPIRED, PaymentState.REFUNDING, "1000").cameTooLate())
                .isTrue();
        assertThat(status(ContentState.EXPIRED, PaymentState.REFUNDED, "1000").cameTooLate())
                .isTrue();
        assertThat(status(ContentState.EXPIRED, PaymentState.REFUNDING, "400").cameTooLate())
                .as("a part of it")
                .isFalse();
        assertThat(status(ContentState.REJECTED, PaymentState.REFUNDING, "1000").cameTooLate())
                .isFalse();
    }

    @Test
    void aPaymentOfWhichNothingIsOwedIsToldAsBefore() {
        assertThat(Json.STRICT.writeValueAsString(payment(PaymentState.OVER, "1500", null)))
                .doesNotContain("refunds", "surplus", "returned");
    }

    private static PublicationStatus.Refund refund(@Nullable Address token, String returned) {
        return new PublicationStatus.Refund(token, "0", returned, RefundReason.OVER, List.of());
    }

    private static PublicationStatus.Payment payment(
            PaymentState state, String paid, @Nullable List<PublicationStatus.Refund> refunds) {
        return new PublicationStatus.Payment(state, null, "1000", paid, 2, 2, null, refunds);
    }

    private static PublicationStatus status(ContentState content, PaymentState state, String paid) {
        return new PublicationStatus(
                new PublicationId(new UUID(1, 2)),
                1,
                new PublicationForm("A ship", null, null),
                content,
                Instant.EPOCH,
                null,
                null,
                payment(state, paid, null),
                null,
                null,
                null,
                null);
    }
}
