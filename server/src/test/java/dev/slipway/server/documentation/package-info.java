/** Judges the description of the API against the API. */
@NullMarked
package dev.slipway.server.documentation;

import org.jspecify.annotations.NullMarked;
