/** One publication's page: its sections down the side, each with what it still needs. */
@NullMarked
package dev.slipway.desk.publication;

import org.jspecify.annotations.NullMarked;
