/** The REST API described by itself: OpenAPI at {@code /v3/api-docs}, and a page to try it at {@code /swagger-ui}. */
@NullMarked
package dev.slipway.server.documentation;

import org.jspecify.annotations.NullMarked;
