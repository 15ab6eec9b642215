package dev.slipway.media.mux;

/** What went into a finished file. */
public record TrackStatistics(long packets, long payloadBytes, long durationMicros) {

    /** Average bits per second of the payload. */
    public long bitrate() {
        return durationMicros == 0 ? 0 : Math.round(payloadBytes * 8e6 / durationMicros);
    }
}
