package dev.slipway.server.picture;

import java.util.List;

/** What a publication's pictures come to. */
public sealed interface PictureVerdict {

    /**
     * It shows what is not shown here.
     *
     * @param message for the author: what, where and why
     */
    record Blocked(String message) implements PictureVerdict {}

    /**
     * Nothing speaks against it for certain.
     *
     * @param doubts what a person should look at, in sentences; empty where there is nothing
     */
    record Clear(List<String> doubts) implements PictureVerdict {
        public Clear {
            doubts = List.copyOf(doubts);
        }
    }
}
