package dev.slipway.server.publication;

/** Told within the transaction that makes the change, so that what a listener schedules is kept or lost with it. */
public record PaymentChanged(Publication publication, PaymentStanding before) {}
