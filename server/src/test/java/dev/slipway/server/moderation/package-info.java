/** Decides whether a verified publication may be shown. */
@NullMarked
package dev.slipway.server.moderation;

import org.jspecify.annotations.NullMarked;
