package dev.slipway.server.configuration;

/** A setting that never prints itself. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
