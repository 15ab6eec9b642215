/** The settings of this server, checked once at start, and where its time, randomness, keys and data folder come from. */
@NullMarked
package dev.slipway.server.configuration;

import org.jspecify.annotations.NullMarked;
