package dev.slipway.model.problem;

/** One field that breaks one rule; the field is a dotted path such as {@code artifacts[2].path}. */
public record Violation(String field, String message) {}
