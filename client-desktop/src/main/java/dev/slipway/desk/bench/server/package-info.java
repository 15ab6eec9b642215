/** What publications take of a server, measured on a real one with real payments of play money. */
@NullMarked
package dev.slipway.desk.bench.server;

import org.jspecify.annotations.NullMarked;
