package dev.slipway.model.manifest;

/** The protection that was applied, as the creator chose it; survival figures stay on the desk. */
public record Protection(double epsilon, double strength, int everyNFrames, String audioLevel) {}
