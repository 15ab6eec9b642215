/** Brings a publication from its payment to its page: the one place that decides what happens next. */
@NullMarked
package dev.slipway.server.launch;

import org.jspecify.annotations.NullMarked;
