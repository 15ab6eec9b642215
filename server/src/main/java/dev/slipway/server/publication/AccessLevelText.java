package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Access levels in the database are the words that the API uses. */
@Converter
class AccessLevelText implements AttributeConverter<AccessLevel, String> {
    @Override
    public String convertToDatabaseColumn(AccessLevel level) {
        return level.text();
    }

    @Override
    public AccessLevel convertToEntityAttribute(String text) {
        return AccessLevel.find(text)
                .orElseThrow(() -> new IllegalStateException("the database holds an unknown access level: " + text));
    }
}
