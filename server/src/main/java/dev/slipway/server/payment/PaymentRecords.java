package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was paid and returned for a person's publications. It is read from the chain and would be read again, so it stays
 * when the person goes: books have to be kept, and a row tells no more than everybody can read on the chain.
 */
class PaymentRecords implements PersonalRecords {
    private final Ledger ledger;

    PaymentRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One payment or return.
     *
     * @param from who sent it, whoever that was
     * @param token its contract; null for the chain's own coin
     * @param amount in the smallest unit, decimal text
     */
    record Moved(
            Bytes32 reference,
            String direction,
            Bytes32 transactionHash,
            Address from,
            Address to,
            @Nullable Address token,
            String amount,
            long blockNumber,
            Instant blockTime) {}

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public List<Moved> of(Person person) {
        return person.publications().stream()
                .flatMap(publication -> Optional.ofNullable(publication.reference()).stream())
                .flatMap(this::moved)
                .toList();
    }

    private Stream<Moved> moved(Bytes32 reference) {
        Stream<Moved> paid = ledger.credits(reference).stream()
                .filter(Credit::succeeded)
                .map(credit -> new Moved(
                        reference,
                        "paid",
                        credit.transactionHash(),
                        credit.payer(),
                        credit.recipient(),
                        credit.token(),
                        credit.amount().toString(),
                        credit.block().number(),
                        credit.blockTime()));
        Stream<Moved> returned = ledger.returns(reference).stream()
                .map(back -> new Moved(
                        reference,
                        "returned",
                        back.transactionHash(),
                        back.sender(),
                        back.refundTo(),
                        back.token(),
                        back.amount().toString(),
                        back.block().number(),
                        back.blockTime()));
        return Stream.concat(paid, returned);
    }

    @Override
    public void erase(Person person) {
        // Nothing here names the person but by addresses on the chain, which nobody can erase.
    }
}
