/** Judges pictures by a list of blocked ones, and keeps what the check saw of each film for the people who decide. */
@NullMarked
package dev.slipway.server.picture;

import org.jspecify.annotations.NullMarked;
