package dev.slipway.server.publication;

import dev.slipway.model.publication.ContentState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many publications there are. */
@Component
public class PublicationCounts {
    private final PublicationRows rows;

    PublicationCounts(PublicationRows rows) {
        this.rows = rows;
    }

    /** By the text form of the state, in the order of a publication's life; every state is there. */
    public Map<String, Long> byContent() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ContentState state : ContentState.values()) {
            counts.put(state.text(), rows.countByContent(state));
        }
        return counts;
    }
}
