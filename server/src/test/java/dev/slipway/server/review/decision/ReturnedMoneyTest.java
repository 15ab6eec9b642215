package dev.slipway.server.review.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus.Refund;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.review.queue.Choices.Money;
import dev.slipway.server.review.queue.ChoicesTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnedMoneyTest {
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));
    private static final Publication REFUSED =
            ChoicesTest.at(ContentState.REJECTED, null, null, PaymentState.REFUNDING);

    /** What is owed still, and what came back. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, KEPT",
        "1000, 0, KEPT",
        "999, 1, KEPT",
        "501, 499, KEPT",
        "500, 500, RETURNED",
        "0, 1000, RETURNED"
    })
    void aStrangersGiftIsNoReturn(String owed, String returned, Money money) {
        assertThat(of(new Refund(null, owed, returned, RefundReason.REJECTED, List.of())))
                .isEqualTo(money);
    }

    @Test
    void whatTheyDidNotPayInDoesNotCount() {
        assertThat(of(new Refund(TOKEN, "0", "1000", RefundReason.REJECTED, List.of())))
                .isEqualTo(Money.KEPT);
    }

    private static Money of(@Nullable Refund refund) {
        return new ReturnedMoney(publication -> refund == null ? List.of() : List.of(refund)).of(REFUSED);
    }
}
