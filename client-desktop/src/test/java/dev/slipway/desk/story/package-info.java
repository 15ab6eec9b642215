/** The whole story with the programs as they are shipped: server, desk, chain node and browser, each its own process. */
@NullMarked
package dev.slipway.desk.story;

import org.jspecify.annotations.NullMarked;
