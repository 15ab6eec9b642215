package dev.slipway.media.worker;

import tools.jackson.databind.JsonNode;

/**
 * The one line a worker reads before it starts.
 *
 * @param token prefix of every line the worker answers with; whatever native code prints besides does not have it
 */
record JobRequest(String token, String job, JsonNode arguments) {}
