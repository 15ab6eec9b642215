/**
 * Decides whether a verified publication may be shown: so far by a block list of file hashes, a list of banned words and
 * what the pictures come to. A human queue and appeals are not here yet.
 */
@NullMarked
package dev.slipway.server.moderation;

import org.jspecify.annotations.NullMarked;
