package dev.slipway.server.publication;

import dev.slipway.model.publication.PaymentState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/** Payment states in the database are the words that the API uses. */
@Converter
class PaymentStateText implements AttributeConverter<PaymentState, String> {
    @Override
    public String convertToDatabaseColumn(PaymentState state) {
        return state.text();
    }

    @Override
    public PaymentState convertToEntityAttribute(String text) {
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the database holds an unknown state: " + text));
    }
}
