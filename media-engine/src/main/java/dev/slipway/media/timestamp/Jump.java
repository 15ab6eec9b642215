package dev.slipway.media.timestamp;

/**
 * A place where a source's clock jumps, by its own times in microseconds.
 *
 * @param beforeMicros what the clock would have said next
 * @param afterMicros what it says instead
 * @param offsetMicros what must be added to all times from here on, earlier jumps included
 */
public record Jump(long beforeMicros, long afterMicros, long offsetMicros) {}
