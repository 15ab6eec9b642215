package dev.slipway.server.upload;

import java.time.Instant;

/**
 * What a sweep did, or would do.
 *
 * @param at when it began
 * @param abandoned uploads that nobody went on with, which are over from then on
 * @param publications all of whose files go
 * @param strays files that no row names: a server died between making one and noting it
 * @param files those of the publications and the strays
 * @param bytes of all these files
 */
public record SweepReport(Instant at, int abandoned, int publications, int strays, int files, long bytes) {}
