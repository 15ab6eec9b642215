package dev.slipway.server.mail;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.server.identity.Callers;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.ContentExplained;
import dev.slipway.server.publication.PaymentChanged;
import dev.slipway.server.publication.Publication;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who gets mail when; within the transaction of the change. */
@Component
class Notices {
    private final NoticeAddresses addresses;
    private final Callers callers;
    private final Letters letters;
    private final MailQueue queue;

    Notices(NoticeAddresses addresses, Callers callers, Letters letters, MailQueue queue) {
        this.addresses = addresses;
        this.callers = callers;
        this.letters = letters;
        this.queue = queue;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onContentChanged(ContentChanged changed) {
        event(changed.publication().content()).ifPresent(event -> tellAuthor(changed.publication(), event));
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onContentExplained(ContentExplained explained) {
        if (explained.isInReview()) {
            tellAuthor(explained.publication(), "in-review");
        }
    }

    private static Optional<String> event(ContentState content) {
        return switch (content) {
            case PUBLISHED -> Optional.of("published");
            case REJECTED -> Optional.of("rejected");
            case HELD -> Optional.of("held");
            case TAKEN_DOWN -> Optional.of("taken-down");
            case DRAFT, UPLOADING, VERIFYING, MODERATING, READY, CANCELLED, EXPIRED, DELETED -> Optional.empty();
        };
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onPaymentChanged(PaymentChanged changed) {
        Publication publication = changed.publication();
        boolean isDue = publication.payment().state() == PaymentState.REFUNDING
                && !changed.before().state().isRefund();
        if (isDue) {
            tellAuthor(publication, "refund");
            tellOperators(publication);
        }
    }

    /** A draft that nobody signed says of itself who its author is; that one is not written to. */
    private void tellAuthor(Publication publication, String event) {
        if (queue.isOn() && publication.reference() != null) {
            callers.accountOf(publication.author())
                    .flatMap(addresses::confirmed)
                    .ifPresent(reader -> queue.add(reader, letters.toAuthor(reader.language(), event, publication)));
        }
    }

    private void tellOperators(Publication publication) {
        if (queue.isOn()) {
            addresses.all().stream()
                    .filter(reader -> callers.caller(reader.account()).is(AccountRole.OPERATOR))
                    .forEach(reader -> queue.add(reader, letters.refundIsDue(reader.language(), publication)));
        }
    }
}
