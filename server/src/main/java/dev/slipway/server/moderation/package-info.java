/**
 * Decides whether a verified publication may be shown: so far by a block list of file hashes and a list of banned
 * words. Pictures, sound, a human queue and appeals are not here yet.
 */
@NullMarked
package dev.slipway.server.moderation;

import org.jspecify.annotations.NullMarked;
