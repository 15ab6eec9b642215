package dev.slipway.desk.window;

/**
 * What came of something that the person had begun.
 *
 * @param title of the publication
 */
record Outcome(String title, String words) {}
