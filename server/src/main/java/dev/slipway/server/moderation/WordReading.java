package dev.slipway.server.moderation;

import dev.slipway.model.moderation.WordHit;
import java.util.List;

/** Reads a text by the list of the moment. */
public interface WordReading {

    /** @param field that the hits are to name */
    List<WordHit> in(String field, String text);
}
