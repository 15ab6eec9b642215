package dev.slipway.server.publication;

import dev.slipway.model.publication.ContentState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/** Content states in the database are the words that the API uses. */
@Converter
class ContentStateText implements AttributeConverter<ContentState, String> {
    @Override
    public String convertToDatabaseColumn(ContentState state) {
        return state.text();
    }

    @Override
    public ContentState convertToEntityAttribute(String text) {
        return Arrays.stream(ContentState.values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the database holds an unknown state: " + text));
    }
}
