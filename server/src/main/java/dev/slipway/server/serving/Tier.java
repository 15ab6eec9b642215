package dev.slipway.server.serving;

/** What a viewer may see. Its wire number is part of every token and never reused. */
enum Tier {
    PUBLIC(1);

    private final int wireNumber;

    Tier(int wireNumber) {
        this.wireNumber = wireNumber;
    }

    byte wireNumber() {
        return (byte) wireNumber;
    }
}
