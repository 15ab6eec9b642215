package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the id in an address; what is no id is no address of ours. */
@Component
class PublicationIdText implements Converter<String, PublicationId> {
    @Override
    public PublicationId convert(String text) {
        return PublicationId.parse(text);
    }
}
