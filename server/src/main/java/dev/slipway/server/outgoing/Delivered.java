package dev.slipway.server.outgoing;

/** What became of a request. */
public sealed interface Delivered {

    /**
     * Somebody answered.
     *
     * @param beginning of what they said: one line of at most 200 printable characters
     */
    record Answered(int status, String beginning) implements Delivered {
        /** Whether they took it. A redirect is not followed and is no success. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Nobody answered, or nobody may be asked.
     *
     * @param reason one sentence, for whoever gave the address
     */
    record Failed(String reason) implements Delivered {}
}
