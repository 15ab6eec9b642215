/** The console in a real browser, against the real server. */
@NullMarked
package dev.slipway.server.console;

import org.jspecify.annotations.NullMarked;
