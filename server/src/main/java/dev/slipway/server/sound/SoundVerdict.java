package dev.slipway.server.sound;

import java.util.List;

/** What a publication's sound comes to. */
public sealed interface SoundVerdict {

    /**
     * It has what is not played here.
     *
     * @param message for the author: what and why
     */
    record Blocked(String message) implements SoundVerdict {}

    /**
     * Nothing speaks against it for certain.
     *
     * @param doubts what a person should listen to, in sentences; empty where there is nothing
     */
    record Clear(List<String> doubts) implements SoundVerdict {
        public Clear {
            doubts = List.copyOf(doubts);
        }
    }
}
