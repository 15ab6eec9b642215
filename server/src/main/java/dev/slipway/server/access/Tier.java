package dev.slipway.server.access;

/** What a viewer may see. Its wire number is part of every token and never reused. */
public enum Tier {
    /** Of whoever comes by, known or not. */
    PUBLIC(1),
    /** Of a moderator at work, who sees what others do not see yet, or any more. */
    REVIEWER(2);

    private final int wireNumber;

    Tier(int wireNumber) {
        this.wireNumber = wireNumber;
    }

    public byte wireNumber() {
        return (byte) wireNumber;
    }
}
